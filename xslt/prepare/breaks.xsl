<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of lines and pages between and within words: which join, which carry a space, and the
     hyphen before them (TEI Guidelines, "Punctuation", att.breaking, hyphenation). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where white space is kept, that around a break is layout of the file all the same. -->
  <xsl:function name="ed:settle-breaks" as="map(xs:string, xs:string)">
    <xsl:param name="run" as="element()"/>
    <xsl:variable name="flow" as="node()*" select="ed:flow($run/node())"/>
    <xsl:variable name="worded" as="xs:integer*" select="
        for $at in 1 to count($flow) return $at[not(ed:is-gap($flow[$at]))]"/>
    <xsl:map>
      <xsl:for-each select="1 to count($flow)">
        <xsl:variable name="inner" as="xs:boolean"
            select=". gt $worded[1] and . lt $worded[last()]"/>
        <xsl:sequence select="
            ed:settle-beside($flow[current()], $flow[current() - 1], $flow[current() + 1], $inner)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>
  <xsl:function name="ed:settle-beside" as="map(xs:string, xs:string)">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:param name="after" as="node()?"/>
    <xsl:param name="inner" as="xs:boolean"/>
    <xsl:variable name="words" as="xs:string" select="string($node/self::text())
        => ed:without-space('^\s+'[$ed:breaks(string(local-name($before)))])
        => ed:without-space('\s+$'[$ed:breaks(string(local-name($after)))])"/>
    <xsl:variable name="carries" as="xs:boolean"
        select="$inner and $node/self::* and $ed:breaks(local-name($node)) and not(ed:joins($node))"/>
    <xsl:sequence select="map{
        generate-id($node): if ($node/self::text()) then $words else if ($carries) then ' ' else ''}"/>
  </xsl:function>

  <!-- A line that ends or begins with a dash, or the typewriter's two hyphens, set close to the
       words: no space is wanted. The bar stands for the beginning of a text that is a dash alone. -->
  <xsl:function name="ed:is-dashed" as="xs:boolean">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()*"/>
    <xsl:param name="after" as="node()*"/>
    <xsl:sequence select="exists($gap/self::*) and (
        ed:ends-hard($gap, $before[last()]) or
        matches(ed:last-signs(normalize-space('|' || $before[last()]), 3), '[^\s-](--|—)$') or
        matches(string($after[1]), '^\s*(--|—)([^\s-]|$)'))"/>
  </xsl:function>

  <!-- A break that says so joins, and so does one within a word. -->
  <xsl:function name="ed:joins" as="xs:boolean">
    <xsl:param name="gap" as="node()*"/>
    <xsl:sequence select="exists($gap[@break = 'no'
        or self::*[not(@break)][ed:stands-within-word(.) or ed:stands-between-parts(.)]])"/>
  </xsl:function>
  <!-- Letters of the word before it and behind it; a line that begins or ends with a word is none. -->
  <xsl:function name="ed:stands-within-word" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="word" as="element(w)?" select="$break/ancestor::w[1]"/>
    <xsl:variable name="letters" as="text()*" select="$word//text()[normalize-space()]"/>
    <xsl:sequence select="exists($word)
        and ($word/@part = ('M', 'F') or exists($letters[. &lt;&lt; $break]))
        and ($word/@part = ('I', 'M') or exists($letters[. >> $break]))"/>
  </xsl:function>
  <!-- Whether the words before and behind a break are parts of one; looked for only where there are
       such words. -->
  <xsl:key name="ed:words-in-parts" match="w[@part]" use="generate-id(..)"/>
  <xsl:function name="ed:stands-between-parts" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists(key('ed:words-in-parts', generate-id($break/..), root($break)))
        and $break/preceding-sibling::*[not($ed:breaks(local-name()))][1]/self::w/@part = ('I', 'M')
        and $break/following-sibling::*[not($ed:breaks(local-name()))][1]/self::w/@part = ('M', 'F')"/>
  </xsl:function>

  <!-- Scripts that set no blanks between words: a line goes on where the last one ended. -->
  <xsl:function name="ed:is-unspaced" as="xs:boolean">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:param name="after" as="node()?"/>
    <!-- Fields of a reference are no parts of one word. -->
    <xsl:sequence select="exists($gap/(self::*, self::text()[contains(., '&#xA;')]))
        and empty($gap/self::text()[parent::bibl][preceding-sibling::node()[1]/self::*]
          [following-sibling::node()[1]/self::*])
        and ed:begins-unspaced(string($after/self::text()))
        and ed:ends-unspaced(string($before/self::text()))"/>
  </xsl:function>
  <xsl:function name="ed:begins-unspaced" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="ed:has-unspaced(substring(normalize-space($text), 1, 1))"/>
  </xsl:function>
  <xsl:function name="ed:ends-unspaced" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="ed:has-unspaced(ed:last-signs(normalize-space($text), 1))"/>
  </xsl:function>
  <!-- Whether there is such a sign. Where an edition has its own expression for them, that is asked,
       which is compiled each time. -->
  <xsl:variable name="ed:are-ours" as="xs:boolean" select="$ed:unspaced eq $ed:unspaced-sign"/>
  <xsl:function name="ed:has-unspaced" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence _select="
        if ($ed:are-ours) then matches($text, '{$ed:unspaced-sign}') else matches($text, $ed:unspaced)"/>
  </xsl:function>
  <xsl:function name="ed:in-one-line" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="
        if (contains($text, '&#xA;') and ed:has-unspaced($text))
        then tokenize($text, '\n')[normalize-space()] else $text"/>
    <xsl:sequence select="normalize-space(string-join(
        for $at in 1 to count($lines) return (
          ' '[$at gt 1 and not(ed:ends-unspaced($lines[$at - 1]) and ed:begins-unspaced($lines[$at]))],
          $lines[$at])))"/>
  </xsl:function>

  <!-- A break that may be within a word or not: as it is typed. -->
  <xsl:function name="ed:is-untold" as="xs:boolean">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()*"/>
    <xsl:param name="after" as="node()*"/>
    <xsl:sequence select="$gap/@break = 'maybe' and empty($gap/self::text())
        and not(matches(ed:last-signs($before[last()]/self::text(), 1), '\s'))
        and not(matches(string($after[1]/self::text()), '^\s'))"/>
  </xsl:function>

  <!-- The hyphen before a break within a word goes with the break: it stays in the diplomatic text
       alone. Where the header says that hyphens at line ends are hard, or speaks of them and the
       encoding tells the soft ones from the others, those that are plain text stay. -->
  <xsl:function name="ed:settle-hyphen" as="map(xs:string, xs:string)?">
    <xsl:param name="words" as="node()+"/>
    <xsl:param name="gap" as="node()*"/>
    <xsl:variable name="last" as="text()?" select="$words[self::text()][last()]"/>
    <xsl:sequence select="
        if (exists($gap/self::*) and ed:joins($gap) and empty($words[. &gt;&gt; $last][not(self::note)])
          and not(ed:hyphens-are-hard(root($gap[1]))))
        then ed:last-hyphen($last) ! map{generate-id($last) || '-': .}
        else ()"/>
  </xsl:function>
  <!-- So does that at the end of a line of a page. -->
  <xsl:function name="ed:settle-end" as="map(xs:string, xs:string)?">
    <xsl:param name="line" as="element(line)"/>
    <xsl:param name="last" as="node()?"/>
    <xsl:sequence select="
        if (ed:line-after($line)[ed:goes-on(.)] and not(ed:hyphens-are-hard(root($line))))
        then ed:last-hyphen($last/self::text()) ! map{generate-id($last) || '-': .}
        else ()"/>
  </xsl:function>
  <!-- Whether a word goes on in a line from the one before: it, what ends or begins it, a break between
       them, or the zone or page that it begins says so. -->
  <xsl:function name="ed:goes-on" as="xs:boolean">
    <xsl:param name="line" as="element(line)"/>
    <xsl:variable name="before" as="element(line)?" select="ed:line-before($line)"/>
    <xsl:variable name="end" as="element()*" select="$before ! ed:edge(., true())"/>
    <xsl:variable name="told" as="element()*" select="$end, $line, ed:edge($line, false()),
        $line/ancestor-or-self::*[. &gt;&gt; $before]
          /(., preceding-sibling::*[position() le 3][. &gt;&gt; $before]),
        $before/ancestor::*[not(. intersect $line/ancestor::*)]
          /following-sibling::*[position() le 3][. &lt;&lt; $line]"/>
    <xsl:sequence select="exists($before) and ($told/@break = 'no'
        or exists($end[self::pc][@force = 'weak' or @type = 'softHyphen']))"/>
  </xsl:function>
  <!-- The elements that end, or begin, with an element. -->
  <xsl:function name="ed:edge" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="worded" as="node()*" select="$element/node()[self::* or normalize-space()]"/>
    <xsl:sequence select="(if ($last) then $worded[last()] else $worded[1])/self::* ! (., ed:edge(., $last))"/>
  </xsl:function>
  <xsl:function name="ed:last-hyphen" as="xs:string?">
    <xsl:param name="words" as="text()?"/>
    <xsl:variable name="text" as="xs:string" select="string($words)"/>
    <xsl:sequence select="replace($text, '^.*\S([-‐&#xAD;¬⸗])\s*$', '$1', 's')[. ne $text]"/>
  </xsl:function>
  <!-- A hard hyphen at the end of a line holds the words together. -->
  <xsl:function name="ed:ends-hard" as="xs:boolean">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:sequence select="matches(ed:last-signs(normalize-space($before), 2), '\w[-‐]')
        and root($gap[1])/*/teiHeader/encodingDesc/editorialDecl/hyphenation/@eol = 'hard'"/>
  </xsl:function>
  <xsl:key name="ed:soft-hyphens" match="pc[@force = 'weak']" use="'yes'"/>
  <xsl:function name="ed:hyphens-are-hard" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="policy" as="element(hyphenation)*"
        select="$document/*/teiHeader/encodingDesc/editorialDecl/hyphenation"/>
    <xsl:sequence select="$policy/@eol = 'hard'
        or (exists($policy) and exists(key('ed:soft-hyphens', 'yes', $document)))"/>
  </xsl:function>
</xsl:stylesheet>
