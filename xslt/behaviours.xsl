<?xml version="1.0" encoding="UTF-8"?>
<!-- How formats read the tree of behaviours that rules.xsl makes: facts, language, plain words. -->
<xsl:package name="urn:editio:behaviours" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:common" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
  </xsl:use-package>

  <xsl:include href="ends.xsl"/>
  <xsl:include href="behaviours/interventions.xsl"/>
  <xsl:include href="behaviours/lemma.xsl"/>
  <xsl:include href="behaviours/lines.xsl"/>
  <xsl:include href="behaviours/verses.xsl"/>
  <xsl:include href="behaviours/chapters.xsl"/>
  <xsl:include href="behaviours/readings.xsl"/>
  <xsl:include href="behaviours/witness.xsl"/>
  <xsl:include href="behaviours/letters.xsl"/>
  <xsl:include href="behaviours/calls.xsl"/>
  <xsl:include href="behaviours/sources.xsl"/>
  <xsl:include href="behaviours/passages.xsl"/>
  <xsl:include href="behaviours/signs.xsl"/>
  <xsl:include href="behaviours/parallel.xsl"/>
  <xsl:include href="behaviours/images.xsl"/>

  <!-- The first fact of that name in the header, or nothing. -->
  <xsl:function name="ed:field" as="xs:string" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string($document/ed:metadata/ed:field[@name = $name][1])"/>
  </xsl:function>

  <xsl:function name="ed:lang" as="xs:string" visibility="public">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string(($node/ancestor-or-self::*[@lang][1]/@lang, 'en')[1])"/>
  </xsl:function>

  <!-- The language of the words of a text, which may not be that of its header and its pages. -->
  <xsl:function name="ed:text-lang" as="xs:string" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="string(($document/ed:text[1]/@lang, ed:lang($document))[1])"/>
  </xsl:function>

  <!-- Languages that are written from right to left, unless the tag names another script. -->
  <xsl:function name="ed:direction" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if (matches($lang, '-(Arab|Aran|Hebr|Mand|Nkoo|Samr|Syrc|Syre|Syrj|Syrn|Thaa)(-|$)', 'i')
          or matches($lang, '^(ar|arc|ckb|dv|fa|hbo|he|jpa|mid|nqo|ota|ps|sam|sd|syc|syr|tmr|ug|ur|yi)(-|$)')
          and not(matches($lang, '-[A-Z][a-z]{3}(-|$)')))
        then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- Where words run otherwise than those around them. Hebrew in Latin letters, though tagged as
       Hebrew, runs as Latin does. -->
  <xsl:function name="ed:dir" as="attribute(dir)?" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="around" as="element()?" select="$node/ancestor::*[@lang][1]"/>
    <xsl:variable name="runs" as="xs:string" select="ed:runs($node)"/>
    <xsl:if test="$runs ne (if ($around) then ed:runs($around) else 'ltr')">
      <xsl:attribute name="dir" select="$runs"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:runs" as="xs:string" visibility="public">
    <xsl:param name="node" as="element()"/>
    <!-- Words are looked at where it matters, as there may be all those of a text. -->
    <xsl:sequence select="
        if (ed:direction(ed:lang($node)) = 'rtl'
          and matches($node, '[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;]')) then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- What stands for a gap: a sign if the rules chose one, else why and how much, as far as the
       encoding says, and what it says in words. Blank space is blank. -->
  <xsl:function name="ed:gap-words" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element(ed:gap)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($gap)"/>
    <xsl:sequence select="
        if ($gap/@sign) then string($gap/@sign)
        else if ($gap/@kind = 'space') then ' '
        else '[' || string-join(('…', ($gap/@reason ! ed:value-label('reason', ed:reason(.), $lang),
          ed:gap-unit($gap, $lang), ed:label('gap', $lang))[1],
          ed:gap-size($gap, $lang)), ' ')
          || normalize-space($gap)[matches(., '\p{L}') and not(lower-case(.) = $gap/@reason)] ! (': ' || .)
          || ' (?)'[$gap/@cert = 'low'] || ']'"/>
  </xsl:function>
  <!-- Words that mean one reason. -->
  <xsl:function name="ed:reason" as="xs:string">
    <xsl:param name="said" as="xs:string"/>
    <xsl:sequence select="(map{'ellipsis': 'omitted', 'omission': 'omitted', 'damaged': 'damage', 'cancelled': 'deleted',
        'deletion': 'deleted', 'illeg': 'illegible', 'inaud': 'inaudible'}(lower-case($said)), $said)[1]"/>
  </xsl:function>
  <!-- What gaps are counted in: the labels of one and of many. -->
  <xsl:variable name="ed:units" as="map(xs:string, array(xs:string))" select="map{
      'char': ['char', 'chars'], 'line': ['line', 'lines'], 'word': ['word', 'words'],
      'column': ['column', 'columns'], 'folio': ['folio', 'folios'], 'page': ['count-page', 'count-pages'],
      'leaf': ['count-leaf', 'count-leaves'], 'syllable': ['syllable', 'syllables']}"/>
  <!-- What was left out, where nothing else is said: [… figure]. -->
  <xsl:function name="ed:gap-unit" as="xs:string?">
    <xsl:param name="gap" as="element(ed:gap)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="$gap[not(@quantity or @extent or @atLeast or @atMost)]/@unit
        [. = ('graphic', 'image', 'picture', 'figure', 'illustration')] ! ed:label('figure', $lang)"/>
  </xsl:function>
  <xsl:function name="ed:gap-size" as="xs:string?">
    <xsl:param name="gap" as="element(ed:gap)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="unit" as="xs:string"
        select="replace(replace($gap/@unit, '^leaves$', 'leaf'), 's$', '') => replace('^(character|letter)$', 'char')"/>
    <xsl:variable name="range" as="xs:string*" select="$gap/@atLeast, $gap/@atMost"/>
    <xsl:variable name="words" as="xs:string" select="
        if (exists($ed:units($unit)))
        then ed:counted(string(($gap/@quantity, $range[last()])[1]), $ed:units($unit)(1), $ed:units($unit)(2), $lang)
        else string($gap/@unit)"/>
    <xsl:sequence select="(
        $gap/@quantity[not($gap/@precision) and exists($ed:units($unit))]
          ! ed:amount(., $ed:units($unit)(1), $ed:units($unit)(2), $lang),
        $gap/@quantity ! string-join((ed:label('circa', $lang)[$gap/@precision = ('low', 'medium')], ., $words[.]), ' '),
        string-join(($range => string-join('–'), $words[.]), ' ')[exists($range)],
        $gap/@extent[not(. = ('unknown', ''))]/string())[1]"/>
  </xsl:function>

  <!-- The number of a page without brackets of its own: signs of pages have some. -->
  <xsl:function name="ed:without-brackets" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="replace($number, '^\[([^\[\]]+)\]$', '$1')"/>
  </xsl:function>

  <!-- The signs around supplied words. -->
  <xsl:function name="ed:opening" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="string(($behaviour/@open, '[')[1])"/>
  </xsl:function>
  <xsl:function name="ed:closing" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="string(($behaviour/@close, ']')[1])"/>
  </xsl:function>

  <!-- The rank of a heading in HTML, where the title of the page is the first. -->
  <xsl:function name="ed:rank" as="xs:integer" visibility="public">
    <xsl:param name="heading" as="element(ed:heading)"/>
    <xsl:sequence select="xs:integer(min((6, number($heading/@level) + 1
        + (if ($heading/@raise and not($heading/ancestor::ed:about)) then 1 else 0))))"/>
  </xsl:function>

  <!-- What is said of a break, "page 3"; nothing of one without a number, and its unit once: "ftln-3". -->
  <xsl:function name="ed:break-words" as="xs:string?" visibility="public">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="
        $break[@unit ne 'line']/@n[normalize-space()]
          ! string-join((
              ed:part-label($break/@unit, ed:lang($break))[.]
                [not(starts-with(lower-case($break/@n), lower-case($break/@unit)))], ed:without-brackets(.)), ' ')"/>
  </xsl:function>

  <!-- The reading text of a behaviour as a string, without notes and labels. -->
  <xsl:function name="ed:plain" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$behaviour/node()" mode="ed:plain"/>
    </xsl:variable>
    <xsl:variable name="all" as="xs:string" select="string-join($words)"/>
    <xsl:sequence select="
        if (contains($all, '&#xE000;')) then ed:in-a-row($all) else normalize-space($all)"/>
  </xsl:function>
  <!-- A heading as contents and the head of a page name it: what is supplied keeps its signs,
       and what the edition puts there by rule is as in the heading. -->
  <xsl:function name="ed:heading-words" as="xs:string" visibility="public">
    <xsl:param name="heading" as="element()"/>
    <xsl:variable name="signed" as="element()*">
      <xsl:apply-templates select="$heading[.//ed:inline[@own or @kind = 'supplied']]" mode="ed:signed"/>
    </xsl:variable>
    <xsl:sequence select="ed:plain(($signed, $heading)[1])"/>
  </xsl:function>
  <xsl:mode name="ed:signed" on-no-match="shallow-copy"/>
  <xsl:template match="@own" mode="ed:signed"/>
  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:signed">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:value-of select="@open"/>
      <xsl:apply-templates mode="ed:signed"/>
      <xsl:value-of select="@close"/>
    </xsl:copy>
  </xsl:template>
  <xsl:mode name="ed:plain" on-no-match="shallow-skip" visibility="public"/>
  <xsl:template match="text()" mode="ed:plain" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template match="ed:note | ed:apart | ed:apparatus | ed:inline[@kind = 'sign'] |
      *[@only = ('diplomatic', 'apparatus')]" mode="ed:plain"/>
  <!-- The header is ours to tell, with what the edition has put there. -->
  <xsl:template match="ed:inline[@own][normalize-space()][not(ancestor::ed:about)][ed:is-by-rule(.)]"
      mode="ed:plain" priority="1"/>
  <!-- Heads under each other are one line in contents: a full stop parts them. -->
  <xsl:template match="ed:inline[@kind = 'subheading']" mode="ed:plain" as="xs:string*">
    <xsl:sequence select="'&#xE000;'"/>
    <xsl:apply-templates mode="ed:plain"/>
    <xsl:sequence select="'&#xE000;'"/>
  </xsl:template>
  <xsl:function name="ed:in-a-row" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="heads" as="xs:string*"
        select="tokenize($words, '&#xE000;') ! normalize-space()[.]"/>
    <xsl:sequence select="string-join($heads[position() lt last()] !
        (., if (matches(., '[.:;,!?]$')) then ' ' else '. ')) || $heads[last()]"/>
  </xsl:function>
  <xsl:template match="ed:foreign" mode="ed:plain" as="xs:string">
    <xsl:sequence select="string(@alt)"/>
  </xsl:template>
  <xsl:template match="ed:gap" mode="ed:plain" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>
  <xsl:template match="ed:line | ed:paragraph | ed:block | ed:item | ed:label | ed:cell | ed:heading"
      mode="ed:plain" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="ed:plain"/>
    <xsl:sequence select="' '"/>
  </xsl:template>
  <xsl:template match="ed:break[@space]" mode="ed:plain" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- Whether reading and diplomatic text differ in words of the text; running heads are none,
       nor is what the edition adds. -->
  <xsl:function name="ed:is-compared" as="xs:boolean" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="exists($document/ed:text//*[@only = ('reading', 'diplomatic')]
        [not(@kind = ('fw', 'apart', 'added', 'sign'))][normalize-space()]
        [not(ancestor-or-self::*[ed:is-translation(.)]/@only)]) and not(ed:describes-alone($document))"/>
  </xsl:function>
  <!-- Whether there are no words but those of the descriptions of manuscripts, which have one form. -->
  <xsl:function name="ed:describes-alone" as="xs:boolean" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="exists($document/ed:text//ed:section[@kind = 'msDesc'])
        and (every $words in $document/ed:text//text()[normalize-space()]
          satisfies exists($words/ancestor::ed:section[@kind = 'msDesc']))"/>
  </xsl:function>

  <!-- Words in the capitals of a stone: without what is said in between, and without the accents that
       Greek letters have in small ones alone; those that the source itself has stay. -->
  <xsl:function name="ed:in-capitals" as="xs:string" visibility="public">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="bare" as="xs:string" select="replace(normalize-unicode($text, 'NFD'),
        '([&#x370;-&#x3FF;]&#x323;?)[&#x300;-&#x304;&#x306;&#x308;&#x313;&#x314;&#x342;&#x345;]+',
        '$1' || replace($text/ancestor::ed:inline[@marked][1]/@marked, '[&#x305;&#x336;&#x361;]', ''))"/>
    <xsl:sequence select="
        if ($text/ancestor::*[self::ed:note or self::ed:heading or self::ed:inline[@kind = ('added', 'sign', 'handShift')]]
          or empty($text/(ancestor::ed:paragraph | ancestor::ed:line))) then string($text)
        else normalize-unicode(upper-case($bare), 'NFC')"/>
  </xsl:function>

  <!-- Whether words stand before a node in its element. They are looked for once: thousands of breaks
       may stand in a row. -->
  <xsl:function name="ed:follows-words" as="xs:boolean" visibility="public">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/.. ! ed:first-words(.)[. &lt;&lt; $node])"/>
  </xsl:function>
  <xsl:function name="ed:first-words" as="node()?" cache="yes">
    <xsl:param name="parent" as="node()"/>
    <xsl:sequence select="$parent/node()[normalize-space()][1]"/>
  </xsl:function>

  <!-- The id of the place that calls a note. -->
  <xsl:function name="ed:call-id" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="
        string(($note/@call, ed:own-id($note, 'call-' || $note/@id))[1])"/>
  </xsl:function>
</xsl:package>
