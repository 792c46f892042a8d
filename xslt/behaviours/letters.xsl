<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters and dates in words: what every format writes at the head of a letter. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- One map a line of the box: label and words, in the order of the header. -->
  <xsl:function name="ed:letter-lines" as="map(xs:string, item()*)*" visibility="public">
    <xsl:param name="letter" as="element(ed:letter)"/>
    <xsl:param name="lang" as="xs:string"/>
    <!-- Which letter of several in a text it is. -->
    <xsl:for-each select="$letter/ed:link">
      <xsl:sequence select="map{'label': ed:label('genre-letter', $lang), 'words': string(), 'link': .}"/>
    </xsl:for-each>
    <!-- A day by itself is no sender: it is told as the date of the text. -->
    <xsl:for-each select="$letter/ed:action[ed:party or ed:place or ed:remark or @type ne 'sent']">
      <xsl:variable name="words" as="xs:string" select="ed:action-words(., $lang)"/>
      <xsl:if test="$words">
        <xsl:sequence select="map{'label': ed:action-label(@type, $lang), 'words': $words, 'action': .}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$letter/ed:remark">
      <xsl:sequence select="map{'label': ed:label('letter-remark', $lang), 'words': string()}"/>
    </xsl:for-each>
    <!-- What else the editors say of it, but for correspondences that are called as those who took part;
         letters before and after have ways of their own. -->
    <xsl:for-each-group group-by="@role" select="
        $letter/ed:context[@role = 'said' or @role = 'correspondence' and not(. = $letter/ed:action/ed:party)]">
      <xsl:sequence select="map{'words': string-join(current-group(), '; '), 'label':
          ed:label(if (current-grouping-key() = 'said') then 'letter-remark' else 'correspondences', $lang)}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Anne Korn, Basel, 3 May 1850 -->
  <xsl:function name="ed:action-words" as="xs:string" visibility="public">
    <xsl:param name="action" as="element(ed:action)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="said" as="xs:string" select="string-join((
        ed:names-in-row($action/ed:party ! ed:with-doubt(., string()), $lang)[.],
        $action/ed:place ! ed:with-doubt(., string()),
        $action/ed:date ! ed:date-words(., $lang)), ed:label('comma', $lang))"/>
    <xsl:sequence select="string-join(($said[.], ed:action-remark($action, $said)[.]), ' ')"/>
  </xsl:function>
  <!-- What parts names: a comma, where none of them has one, as surnames put first have. -->
  <xsl:function name="ed:between-names" as="xs:string" visibility="public">
    <xsl:param name="names" as="item()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="if (some $name in $names satisfies contains($name, ',')) then '; ' else ed:label('comma', $lang)"/>
  </xsl:function>
  <xsl:function name="ed:names-in-row" as="xs:string" visibility="public">
    <xsl:param name="names" as="item()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join($names, ed:between-names($names, $lang))"/>
  </xsl:function>
  <!-- Behind other words in brackets. -->
  <xsl:function name="ed:action-remark" as="xs:string" visibility="public">
    <xsl:param name="action" as="element(ed:action)"/>
    <xsl:param name="said" as="xs:string"/>
    <xsl:variable name="remark" as="xs:string" select="string-join($action/ed:remark, '; ')"/>
    <xsl:sequence select="if ($said and $remark) then '(' || $remark || ')' else $remark"/>
  </xsl:function>

  <xsl:function name="ed:action-label" as="xs:string" visibility="public">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:value-label('letter', $type, $lang)"/>
  </xsl:function>

  <!-- 1850-05-03, 1850-05-03T12:00/1850-05-04: as attributes write days. -->
  <xsl:variable name="ed:for-machines" as="xs:string" static="yes" select="
      '^(/?-?\d{4}-\d\d(-\d\d)?(T[\d:.]+(Z|[-+]\d\d:\d\d)?)?)+$'"/>

  <!-- A date in its own words, else in words made from its attributes. The date of a text is told in
       these, so that all are alike, but where its words say a span that one day does not. -->
  <xsl:function name="ed:date-words" as="xs:string?" visibility="public">
    <xsl:param name="date" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="years" as="xs:string*"
        select="distinct-values(analyze-string($date, '\d{4}')/*:match/string())"/>
    <xsl:variable name="words" as="xs:string?" _select="
        normalize-space($date)[not(matches(., '{$ed:for-machines}'))][not($date/self::ed:field/@when) or $years[2]]"/>
    <xsl:sequence select="ed:with-doubt($date, ($words, ed:when($date, $lang), normalize-space($date))[.][1])"/>
  </xsl:function>

  <!-- [conjecture], little certain (?): also by a degree (certainty/@degree) under a half. -->
  <xsl:function name="ed:with-doubt" as="xs:string?" visibility="public">
    <xsl:param name="said" as="element()"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:variable name="sure" as="xs:string?" select="
        $words[.] ! (if ($said/@evidence = 'conjecture' and not(contains(., '['))) then '[' || . || ']' else .)"/>
    <xsl:sequence select="$sure ! (. || ' (?)'[$said/@cert[. = ('low', 'unknown') or number(.) lt 0.5]])"/>
  </xsl:function>

  <!-- A date or a span of dates in words. -->
  <xsl:function name="ed:when" as="xs:string" visibility="public">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="
        ($dated/@from, $dated/@to, $dated/@notBefore, $dated/@notAfter) ! ed:date(., $lang)"/>
    <xsl:sequence select="ed:plain-when($dated, $ends, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:plain-when" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="ends" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($dated/@when) then ed:date($dated/@when, $lang)
        else if ($dated/@notBefore and $dated/@notAfter and count($ends) eq 2) then
          ed:label('between', $lang) || ' ' || string-join($ends, ' ' || ed:label('and', $lang) || ' ')
        else if ($dated/@from and $dated/@to) then ed:from-to($ends)
        else if (count($ends) gt 1) then string-join($ends[position() le 2], '–')
        else if ($dated/@from) then ed:label('from', $lang) || ' ' || $ends
        else if ($dated/@to) then ed:label('to', $lang) || ' ' || $ends
        else if ($dated/@notBefore) then ed:label('not-before', $lang) || ' ' || $ends
        else if ($dated/@notAfter) then ed:label('not-after', $lang) || ' ' || $ends else ''"/>
  </xsl:function>

  <!-- 3–5 May 1850; 28 April–2 May 1850: month and year that both have are told once. -->
  <xsl:function name="ed:from-to" as="xs:string">
    <xsl:param name="ends" as="xs:string+"/>
    <xsl:variable name="first" as="xs:string*" select="tokenize($ends[1], ' ')"/>
    <xsl:variable name="last" as="xs:string*" select="tokenize($ends[2], ' ')"/>
    <xsl:variable name="alike" as="xs:integer*" select="
        for $n in 1 to min((count($first), count($last))) - 1
        return $n[deep-equal($first[position() gt last() - $n], $last[position() gt last() - $n])]"/>
    <xsl:sequence select="string-join((
        string-join(if ($ends[1] = $ends[2]) then $first
          else $first[position() le last() - (max($alike), 0)[1]], ' '), $ends[2]), '–')"/>
  </xsl:function>

  <!-- Anne Korn · Translator: Bo Reed · 3 May 1850; of a letter, what the box at its head does not tell.
       A date of many words is told in short: its words stand with what is said of the source. -->
  <xsl:function name="ed:byline" as="xs:string" visibility="public">
    <xsl:param name="fields" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="told" as="element(ed:action)*" select="$fields/ed:letter ! ed:letter-lines(., $lang)?action"/>
    <xsl:variable name="authors" as="element(ed:field)*" select="$fields/ed:field[@name = 'author']
        [not(ed:name-parts(.) = $told[@type = 'sent']/ed:party/ed:name-parts(.))]"/>
    <xsl:variable name="editors" as="element(ed:field)*" select="$fields/ed:field[@name = 'editor']"/>
    <xsl:variable name="date" as="element(ed:field)?" select="$fields/ed:field[@name = 'date'][1]
        [not(ed:days-told(.) = $told/ed:date/ed:days-told(.))]"/>
    <xsl:sequence select="string-join((
        ed:names-in-row($authors, $lang)[.],
        for $role in distinct-values($editors/@role) return
          ed:role-label($role, $lang) || ': ' || ed:names-in-row($editors[@role = $role], $lang),
        $date ! (if (string-length(.) gt 60 and ed:when(., $lang)) then ed:with-doubt(., ed:when(., $lang))
          else ed:date-words(., $lang)) ! ed:behind(., $lang)), ' · ')"/>
  </xsl:function>
  <!-- By which a name is known as itself, whichever of its parts stands first; the days that a date means. -->
  <xsl:function name="ed:name-parts" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="string-join(sort(tokenize(lower-case($name), '[\s,]+')[.]), ' ')"/>
  </xsl:function>
  <xsl:function name="ed:days-told" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string-join($date/(@when, @from, @to, @notBefore, @notAfter) ! (local-name() || '=' || .), ' ')[.]"/>
  </xsl:function>

  <!-- What lists call a text: its title; of texts with one title, each with what tells it apart. -->
  <xsl:function name="ed:name-of-text" as="xs:string" visibility="public">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:sequence select="string(($facts/@called, $facts/ed:field[@name = 'title'])[1])"/>
  </xsl:function>

  <!-- The corpora in which a text stands, from the outermost, but for that which is the edition. -->
  <xsl:function name="ed:group-of" as="xs:string" visibility="public">
    <xsl:param name="fields" as="element()?"/>
    <xsl:param name="edition" as="xs:string"/>
    <xsl:sequence select="string-join(sort($fields/ed:field[@group][not(. = $edition)], (),
        function($field) {number($field/@group)}) ! string(), ' · ')"/>
  </xsl:function>

  <!-- What begins with a number, behind names: in a language that is written from right to left the
       number would go with names in Latin letters. The mark U+200F parts them (UAX 9). -->
  <xsl:function name="ed:behind" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="'&#x200F;'[ed:direction($lang) = 'rtl'] || $words"/>
  </xsl:function>

  <!-- A date or name of a register that says that it is not sure, and rests on no source. One that says nothing
       of itself is taken as the register has it. -->
  <xsl:function name="ed:is-unsourced" as="xs:boolean" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="$date/@cert = ('low', 'medium', 'unknown') and not($date/@source)"/>
  </xsl:function>
  <!-- The name of an entry, so marked. -->
  <xsl:function name="ed:known-as" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="$entry/ed:name || ' (?)'[$entry/ed:name/@cert = ('low', 'medium', 'unknown')]"/>
  </xsl:function>
  <!-- The words of a date, marked where it rests on no source, so that nobody cites it. -->
  <xsl:function name="ed:with-source" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="date" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="$words ||
        (' (' || ed:label('unsourced', $lang) || ')')[$words ne ''][ed:is-unsourced($date)]
        || ' (?)'[$words ne ''][$date/@source and $date/@cert = ('low', 'medium', 'unknown')]"/>
  </xsl:function>

  <!-- A field of a work, so marked: a date as dates are, what else it is as names are. -->
  <xsl:function name="ed:of-work" as="xs:string" visibility="public">
    <xsl:param name="field" as="element(ed:field)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($field/@name = 'date') then ed:with-source(string($field), $field, $lang)
        else $field || ' (?)'[normalize-space($field)][$field/@cert = ('low', 'medium', 'unknown')]"/>
  </xsl:function>

  <!-- What is said of a relation, behind it: (godmother; from 1801; certainty: low). -->
  <xsl:function name="ed:relation-aside" as="xs:string?" visibility="public">
    <xsl:param name="relation" as="element(ed:relation)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join(($relation, ed:when($relation, $lang),
        $relation/@cert ! ed:certainty(., $lang))[. ne ''], '; ')[.] ! (' (' || . || ')')"/>
  </xsl:function>
  <!-- What a statement of a register is: as the labels have it, else its name. -->
  <xsl:function name="ed:statement-name" as="xs:string" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:label('said-' || $name, $lang) => replace('^said-', '')"/>
  </xsl:function>

  <!-- What an editor by this role is called. -->
  <xsl:function name="ed:role-label" as="xs:string" visibility="public">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:value-label('role', $role, $lang)"/>
  </xsl:function>
</xsl:stylesheet>
