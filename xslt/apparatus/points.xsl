<?xml version="1.0" encoding="UTF-8"?>
<!-- Where entries that stand apart begin and end in the text: at the elements that they point to, or
     around their lemma in the line that they name. A line that is found never or twice, or without
     the lemma, has the point at its end. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="ed:pointed" on-no-match="shallow-copy"/>

  <!-- Entries by the element that they begin or end at. -->
  <xsl:key name="ed:begins" match="ed:apart/ed:alternate" use="ed:place-from(.) ! generate-id()"/>
  <xsl:key name="ed:ends" match="ed:apart/ed:alternate" use="ed:place-to(.) ! generate-id()"/>

  <!-- Among the words, an entry ends where it stands, and begins there unless it says where. -->
  <xsl:template match="ed:apart[ed:is-among(.)]" mode="ed:pointed">
    <xsl:sequence select="ed:tell-lost(.[ed:alternate/@lost])"/>
    <xsl:for-each select="ed:alternate">
      <xsl:if test="empty(ed:place-from(.))"><ed:point part="start" entry="{@key}"/></xsl:if>
      <xsl:if test="empty(ed:place-to(.))"><ed:point part="end" entry="{@key}"/></xsl:if>
    </xsl:for-each>
    <xsl:copy-of select="."/>
  </xsl:template>
  <xsl:function name="ed:is-among" as="xs:boolean">
    <xsl:param name="apart" as="element(ed:apart)"/>
    <xsl:sequence select="exists($apart/(parent::ed:line | parent::ed:paragraph | parent::ed:inline |
        parent::ed:heading | parent::ed:cell | parent::ed:item | parent::ed:block[text()]))"/>
  </xsl:function>
  <xsl:template match="ed:apart" mode="ed:pointed">
    <xsl:sequence select="ed:tell-lost(.)"/>
    <xsl:copy-of select="."/>
  </xsl:template>
  <!-- A line that is named alone (several at once are told as they are named), and words that a
       pointer does not find. -->
  <xsl:function name="ed:tell-lost" as="empty-sequence()">
    <xsl:param name="apart" as="element(ed:apart)?"/>
    <xsl:variable name="lost" as="element()*" select="$apart/ed:alternate[@lost or @loc and not(@about)
        and matches(@loc, '^\D*\d[\d.]*[a-z]?$') and empty(ed:named-line(.))]"/>
    <xsl:if test="exists($lost)">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T010'"/>
        <xsl:with-param name="node" select="$lost[1]"/>
        <xsl:with-param name="subject" select="'“' || $lost[1]/(@lost, @loc)[1] || '”'
            || (count($lost) - 1)[. gt 0] ! (' (and ' || . || ' more)')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:function>
  <xsl:template match="ed:metadata | ed:about | ed:facsimile | ed:witnesses" mode="ed:pointed">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="ed:*[key('ed:begins', generate-id()) or key('ed:ends', generate-id())]"
      mode="ed:pointed" priority="2">
    <xsl:variable name="begins" as="element()*"
        select="key('ed:begins', generate-id()) ! ed:point(., 'start', empty(@about))"/>
    <xsl:variable name="ends" as="element()*"
        select="key('ed:ends', generate-id()) ! ed:point(., 'end', empty(@about))"/>
    <xsl:choose>
      <xsl:when test="self::ed:anchor or self::ed:break or self::ed:gap or self::ed:graphic">
        <xsl:copy-of select=".[not(self::ed:gap)], $begins, .[self::ed:gap], $ends"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:apply-templates select="@*" mode="ed:pointed"/>
          <xsl:sequence select="$begins"/>
          <xsl:apply-templates mode="ed:pointed"/>
          <xsl:sequence select="$ends"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- whole: it is at the line that is named, and not at its words. -->
  <xsl:function name="ed:point" as="element(ed:point)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:param name="of-line" as="xs:boolean"/>
    <ed:point part="{$part}" entry="{$entry/@key}">
      <xsl:if test="$of-line"><xsl:attribute name="whole" select="'yes'"/></xsl:if>
    </ed:point>
  </xsl:function>

  <!-- The first and the last thing that takes words in what an entry points to; by @loc alone, the
       line, unless its lemma is found in it. -->
  <xsl:function name="ed:place-from" as="element()?" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        if ($entry/@about) then ed:takes-words(key('ed:id', $entry/@about, root($entry)))[1]
        else if (ed:lemma-in(ed:named-line($entry), $entry)) then ()
        else ed:named-line($entry)"/>
  </xsl:function>
  <xsl:function name="ed:place-to" as="element()?" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        if ($entry/@until) then ed:takes-words(key('ed:id', $entry/@until, root($entry)))[last()]
        else if ($entry/@about and not($entry/parent::ed:apart[ed:is-among(.)]))
        then ed:takes-words(key('ed:id', $entry/@about, root($entry)))[last()]
        else if ($entry/@about or ed:lemma-in(ed:named-line($entry), $entry)) then ()
        else (ed:named-line($entry), $entry/parent::ed:apart ! ed:last-words(.))[1]"/>
  </xsl:function>
  <!-- What names a place that there is not is told where the text ends that it follows: it is not
       lost. -->
  <xsl:function name="ed:last-words" as="element()?" cache="yes">
    <xsl:param name="apart" as="element(ed:apart)"/>
    <xsl:variable name="all" as="element()*" select="
        $apart[not(ed:is-among(.))]/root()//ed:text//(ed:line | ed:paragraph | ed:item | ed:cell)
          [not(ancestor::ed:note | ancestor::ed:apart | ancestor::*/@only)]"/>
    <xsl:sequence select="($all[. &lt;&lt; $apart][last()], $all[last()])[1]"/>
  </xsl:function>
  <xsl:function name="ed:takes-words" as="element()*">
    <xsl:param name="target" as="element()*"/>
    <xsl:variable name="block" as="element()*" select="$target[1][self::ed:section or self::ed:part or
        self::ed:text or self::ed:list or self::ed:table or self::ed:block[ed:line or ed:paragraph or ed:block]]"/>
    <xsl:sequence select="if ($block) then $block//(ed:line | ed:paragraph | ed:heading | ed:item |
        ed:cell | ed:block[not(* except (ed:inline, ed:alternate, ed:break, ed:note))])
        else $target[1]"/>
  </xsl:function>

  <!-- What @loc names: a line or a verse by its number, 3.4 or 3,4 with the number of its chapter. -->
  <xsl:key name="ed:numbered-part" use="@number" match="ed:section[@number]"/>
  <xsl:key name="ed:numbered" use="string((@n, @number)[1])" match="ed:line[@n] | ed:paragraph[@number] |
      ed:block[@kind = 'ab'][@n] | ed:inline[@kind = 'seg'][@n] | ed:break[@n][not(@unit = ('page', 'column'))]"/>
  <xsl:function name="ed:named-line" as="element()?" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="loc" as="xs:string"
        select="replace(string($entry/@loc), '^\D*?(\d[\d.]*[a-z]?)([-–, ].*)?$', '$1')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($loc, '\.')[.]"/>
    <xsl:variable name="numbered" as="element()*" select="key('ed:numbered', ($parts[last()], '')[1], root($entry))"/>
    <!-- Else a part of one paragraph, which has the number. -->
    <xsl:variable name="there" as="element()*" select="
        ($numbered, key('ed:numbered-part', ($parts[last()], '')[1], root($entry))[empty($numbered)] ! ed:sole-words(.))
        [ancestor::ed:text]
        [not(ancestor::ed:note | ancestor::ed:apart | ancestor::*[@only = 'apparatus'])]"/>
    <xsl:variable name="exact" as="element()*" select="$there[count($parts) eq 1
        or ancestor::*[@n or @number][if ($numbered) then 1 else 2]/(@n, @number)[1] = $parts[last() - 1]]"/>
    <!-- Else what our own keys call so: a verse in the paragraphs of a chapter, or behind milestones. -->
    <xsl:variable name="alike" as="element()*"
        select="if ($exact) then $exact else $there[ed:chapter-verse(.) = $loc]"/>
    <!-- Of several the one in the face or column that is named before the number, a.1. -->
    <xsl:variable name="named" as="element()*" select="$alike[ancestor::ed:section[@kind = 'textpart']/@number
        = tokenize($entry/@loc, '[.:,\s]+')]"/>
    <!-- And those of the text, where a translation or a commentary has such numbers, too. -->
    <xsl:variable name="own" as="element()*" select="
        $alike[not(ancestor::ed:section/@type = ('translation', 'commentary', 'bibliography'))]"/>
    <xsl:variable name="found" as="element()*" select="
        if ($alike[2] and $named) then $named else if ($own) then $own else $alike"/>
    <xsl:variable name="lines" as="element()*" select="($found[self::ed:line], $found)"/>
    <xsl:sequence select="if (count($found) gt 1 and not(count($found[self::ed:line]) eq 1)) then ()
        else $lines[1]"/>
  </xsl:function>

  <xsl:function name="ed:sole-words" as="element()?">
    <xsl:param name="part" as="element(ed:section)"/>
    <xsl:variable name="blocks" as="element()*"
        select="$part/*[not(self::ed:heading or self::ed:break or self::ed:anchor or self::ed:apart or @kind = 'part-name')]"/>
    <xsl:sequence select="$blocks[count($blocks) eq 1][self::ed:paragraph or self::ed:block[@kind = 'ab']]"/>
  </xsl:function>

  <!-- The words of a line that its entry is about: the one run of text that has them, once, or as
       often as the number behind the lemma says (the²). Which of several is meant nobody knows else. -->
  <xsl:key name="ed:lemma-here" match="ed:apart/ed:alternate[not(@about)]"
      use="ed:lemma-in(ed:named-line(.), .) ! generate-id()"/>
  <xsl:function name="ed:lemma-in" as="text()?" cache="yes">
    <xsl:param name="line" as="element()?"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="pattern" as="xs:string?" select="ed:pattern($entry)"/>
    <xsl:variable name="runs" as="text()*" select="$pattern ! ed:runs-of($line)[matches(., $pattern, 's')]"/>
    <xsl:sequence select="$runs[count($runs) eq 1][exists(ed:lemma-at(., $entry))]"/>
  </xsl:function>
  <!-- How many signs of a run stand before the words that are meant. -->
  <xsl:function name="ed:lemma-at" as="xs:integer?">
    <xsl:param name="run" as="xs:string"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="number" as="xs:string?" select="ed:handle-of($entry)[matches(., '[⁰¹²³⁴⁵⁶⁷⁸⁹]$')]
        ! translate(replace(., '^.*?([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$', '$1'), '⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')"/>
    <xsl:variable name="wanted" as="xs:integer" select="xs:integer(($number, 1)[1])"/>
    <xsl:variable name="found" as="xs:integer*" select="ed:found-at($run, ed:pattern($entry), max(($wanted, 2)))"/>
    <xsl:sequence select="$found[$wanted][$number or count($found) eq 1]"/>
  </xsl:function>
  <xsl:function name="ed:found-at" as="xs:integer*">
    <xsl:param name="run" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="at-most" as="xs:integer"/>
    <xsl:if test="$at-most gt 0 and matches($run, $pattern, 's')">
      <xsl:variable name="before" as="xs:integer" select="string-length(replace($run, $pattern, '$1', 's'))"/>
      <xsl:variable name="behind" as="xs:string" select="replace($run, $pattern, '$3', 's')"/>
      <xsl:sequence select="$before, ed:found-at($behind, $pattern, $at-most - 1)
          ! (. + string-length($run) - string-length($behind))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:runs-of" as="text()*">
    <xsl:param name="line" as="element()?"/>
    <xsl:variable name="next" as="element()?" select="$line[self::ed:break]/following::ed:break[@unit = $line/@unit][1]"/>
    <xsl:sequence select="(if ($line/self::ed:break)
        then $line/ancestor::*[self::ed:paragraph or self::ed:block or self::ed:section][1]//text()
          [. >> $line][not($next) or . &lt;&lt; $next]
        else $line//text())[not(ancestor::ed:note | ancestor::ed:apart)]
        [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]"/>
  </xsl:function>
  <xsl:function name="ed:handle-of" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="replace(normalize-space($entry/ed:inline[@kind = 'lem'][1] ! ed:reading-words(.)),
        '^[-…. ]+|[-…. ]+$', '')"/>
  </xsl:function>
  <!-- What is before the words, the words, what is behind them: the first that are found. -->
  <xsl:function name="ed:pattern" as="xs:string?" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="replace(ed:handle-of($entry), '[⁰¹²³⁴⁵⁶⁷⁸⁹]+$', '')"/>
    <xsl:variable name="quoted" as="xs:string"
        select="replace(replace($words, '[\\.\[\](){}*+?^$|-]', '\\$0'), '\s+', '\\s+')"/>
    <xsl:variable name="pattern" as="xs:string?" select="$quoted[.]
        ! ('^(|.*?[^\p{L}\p{M}])(' || . || ')(([^\p{L}\p{M}].*)?)$')[not(matches($words, '…|\.\.\.'))]"/>
    <xsl:sequence select="$pattern"/>
  </xsl:function>

  <xsl:template match="text()[key('ed:lemma-here', generate-id())]" mode="ed:pointed">
    <xsl:variable name="entries" as="element()+" select="key('ed:lemma-here', generate-id())"/>
    <xsl:variable name="cuts" as="xs:integer*" select="
        for $entry in $entries, $before in ed:lemma-at(., $entry),
          $words in string-length(replace(substring(., $before + 1), ed:pattern($entry), '$2', 's'))
        return ($before, $before + $words)"/>
    <xsl:variable name="words" as="xs:string" select="string(.)"/>
    <xsl:for-each select="sort(distinct-values((0, $cuts, string-length($words))))">
      <xsl:variable name="at" as="xs:integer" select="."/>
      <xsl:sequence select="
          for $n in 1 to count($entries) return
            ($entries[$n][$cuts[2 * $n] = $at] ! ed:point(., 'end', false())),
          for $n in 1 to count($entries) return
            ($entries[$n][$cuts[2 * $n - 1] = $at] ! ed:point(., 'start', false()))"/>
      <xsl:variable name="end" as="xs:integer"
          select="min(($cuts[. gt $at], string-length($words)))"/>
      <xsl:value-of select="substring($words, $at + 1, $end - $at)"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
