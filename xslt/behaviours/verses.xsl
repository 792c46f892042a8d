<?xml version="1.0" encoding="UTF-8"?>
<!-- How a numbered verse is named: by its number, behind that, or the heading, of its poem or division
     where another verse has that number, too. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The line that has the number of a line: of one that speakers share, its first part. -->
  <xsl:function name="ed:numbered-line" as="element(ed:line)?" visibility="public">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:sequence select="if ($line[@n] or not($line/@part = ('M', 'F'))) then $line[@n]
        else $line/preceding::ed:line[not(ancestor::ed:note or ancestor::*/@only = 'apparatus')][1]
          [@part = ('I', 'M', 'Y')] ! ed:numbered-line(.)"/>
  </xsl:function>
  <!-- 12; 2.12; Dawn, 12. -->
  <xsl:function name="ed:verse-key" as="xs:string" visibility="public">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:variable name="parts" as="element()*" select="ed:parts-of-verse($line)"/>
    <xsl:sequence select="ed:joined-parts($parts, true()) || $line/@n"/>
  </xsl:function>
  <!-- What stands before the number, where that is a heading; none: numbers do. -->
  <xsl:function name="ed:poem-of" as="xs:string?" visibility="public">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:variable name="parts" as="element()*" select="ed:parts-of-verse($line)"/>
    <xsl:sequence select="$parts[last()][ed:is-headed(.)] ! ed:joined-parts($parts, false())"/>
  </xsl:function>
  <xsl:function name="ed:joined-parts" as="xs:string">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="open" as="xs:boolean"/>
    <xsl:variable name="pieces" as="xs:string*" select="
        for $at in 1 to count($parts), $last in $at eq count($parts) return (ed:part-name($parts[$at]),
          (if ($parts[position() = ($at, $at + 1)][ed:is-headed(.)]) then ', ' else '.')[$open or not($last)])"/>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <!-- 123–125 is 123–125; of what begins alike, only the end is told again: 3.4–6. -->
  <xsl:function name="ed:shortened" as="xs:string" visibility="public">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="poem" as="xs:string?"/>
    <xsl:variable name="chapter" as="xs:string" select="
        if ($poem) then $poem || ', '
        else string-join(tokenize($from, '\.')[position() lt last()] ! (. || '.'))"/>
    <xsl:sequence select="if ($chapter and starts-with($to, $chapter))
        then substring-after($to, $chapter) else $to"/>
  </xsl:function>

  <!-- What a poem or a division is called by: its number, else its heading. -->
  <xsl:function name="ed:is-named" as="xs:boolean" visibility="public">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/(@n, @number)) or ed:is-headed($part) or exists(ed:rank-of-stanza($part))"/>
  </xsl:function>
  <!-- Of stanzas that nothing tells from each other, as their verses are lettered: the third is [3]. -->
  <xsl:function name="ed:rank-of-stanza" as="xs:string?" cache="yes">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="stanzas" as="element()*" select="
        $part[self::ed:block[@kind = 'lg'][ed:line[1][matches(@n, '^[a-z]$')]]]/../ed:block[@kind = 'lg'][ed:line/@n]"/>
    <xsl:sequence select="
        if ($stanzas[2] and not($stanzas/(@n, @number) or $stanzas/ed:block[@kind = 'lg-head']))
        then '[' || index-of($stanzas ! generate-id(), generate-id($part)) || ']' else ()"/>
  </xsl:function>
  <xsl:function name="ed:is-headed" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="empty($part/(@n, @number))
        and exists($part/(ed:heading | ed:block[@kind = 'lg-head'])[1][normalize-space()])"/>
  </xsl:function>
  <xsl:function name="ed:part-name" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="string(($part/(@n, @number)[1]/string(),
        $part/(ed:heading | ed:block[@kind = 'lg-head'])[1] ! ed:brief(ed:heading-words(.)), ed:rank-of-stanza($part))[1])"/>
  </xsl:function>

  <!-- Where numbers begin anew, with the poem or the division: all of its lines, those with a
       number that no other has, too. A stanza within it has a number, and its lines go on, unless
       they are lettered. -->
  <xsl:key name="ed:line-numbers" match="ed:text//ed:line[@n][ed:is-of-verse(.)]" use="@n"/>
  <xsl:function name="ed:is-of-verse" as="xs:boolean">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:sequence select="empty($line/ancestor::*[
        self::ed:note or self::ed:block[@kind = 'quote'] or @only = 'apparatus'
        or self::ed:section[@only = 'reading']])"/>
  </xsl:function>
  <xsl:function name="ed:parts-of-verse" as="element()*" cache="yes">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:variable name="number" as="xs:string" select="$line/@n"/>
    <xsl:variable name="around" as="element()*" select="
        $line/ancestor::*[self::ed:section or self::ed:block[@kind = 'lg']][ed:is-named(.)]"/>
    <xsl:variable name="anew" as="element()*" select="$around[ed:begins-anew(.)]
        [self::ed:section and not(ed:is-headed(.)) or matches($number, '^[a-z]$')
         or ed:has-like-it(.) or self::ed:section and not(ed:begins-with-another(.))]"/>
    <xsl:variable name="inner" as="element()?" select="($anew[last()], $around[not(ed:is-headed(.))][last()])[1]"/>
    <xsl:variable name="others" as="element(ed:line)*" select="
        ($number, $inner/descendant::ed:line[@n][1]/@n) ! key('ed:line-numbers', ., root($line))"/>
    <xsl:variable name="told" as="element()?"
        select="$inner[some $one in $others satisfies not($one/ancestor::* intersect .)]"/>
    <xsl:sequence select="if ($told) then ed:parts-around($told, $anew except $told, $number) else ()"/>
  </xsl:function>
  <!-- Whether numbers begin anew in another part beside it, too. -->
  <xsl:function name="ed:has-like-it" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/.. ! ed:two-that-begin-anew(., local-name($part)) except $part)"/>
  </xsl:function>
  <xsl:function name="ed:two-that-begin-anew" as="element()*" cache="yes">
    <xsl:param name="around" as="node()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        subsequence($around/*[local-name() = $name][ed:is-named(.)][ed:begins-anew(.)], 1, 2)"/>
  </xsl:function>
  <!-- Whether a heading stands over the first lines of a part that has a name itself. -->
  <xsl:function name="ed:begins-with-another" as="xs:boolean" cache="yes">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/ancestor::*[self::ed:section or self::ed:block[@kind = 'lg']][ed:is-named(.)]
        [descendant::ed:line[@n][1] is $part/descendant::ed:line[@n][1]])"/>
  </xsl:function>

  <!-- The poem or stanza, behind what is around it wherever another has its name and the number, too;
       a heading, wherever another has it. -->
  <xsl:key name="ed:lines-within" match="ed:text//ed:line[@n][ed:is-of-verse(.)]"
      use="ancestor::*[self::ed:section or self::ed:block[@kind = 'lg']][ed:is-named(.)] ! ed:name-within(., current()/@n)"/>
  <xsl:function name="ed:name-within" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="ed:part-name($part) || ' ' || $number[not(ed:is-headed($part))]"/>
  </xsl:function>
  <xsl:function name="ed:parts-around" as="element()+">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="outer" as="element()*"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="alike" as="element(ed:line)*" select="
        key('ed:lines-within', ed:name-within($part, $number), root($part))[not(ancestor::* intersect $part)]"/>
    <xsl:variable name="around" as="element()?"
        select="$outer[some $one in $alike satisfies not($one/ancestor::* intersect .)][last()]"/>
    <xsl:sequence select="
        if ($around) then ed:parts-around($around, $outer[. &lt;&lt; $around], $number) else (), $part"/>
  </xsl:function>
  <!-- Whether the first line of a poem or a division does not go on from the one before it. -->
  <xsl:function name="ed:begins-anew" as="xs:boolean" cache="yes">
    <xsl:param name="around" as="element()"/>
    <xsl:variable name="first" as="element(ed:line)?" select="$around/descendant::ed:line[@n][1]"/>
    <xsl:variable name="before" as="attribute()?"
        select="$first/ancestor-or-self::ed:line[last()] ! ed:last-before(., ed:all-verses(root(.)))/@n"/>
    <xsl:sequence select="exists($first) and (empty($before) or
        (every $one in ($before, $first/@n) satisfies $one castable as xs:integer)
        and xs:integer($first/@n) le xs:integer($before) or
        (every $one in ($before, $first/@n) satisfies matches($one, '^[a-z]$')) and $first/@n le $before)"/>
  </xsl:function>
  <xsl:function name="ed:all-verses" as="array(element(ed:line))" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="array{$root/descendant::ed:line[@n][ed:is-of-verse(.)]}"/>
  </xsl:function>

  <!-- The last of all that stand before a place: it is looked for in the middle of them, and so on. -->
  <xsl:function name="ed:last-before" as="element()?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="all" as="array(*)"/>
    <xsl:sequence select="ed:last-before($place, $all, 0, array:size($all))"/>
  </xsl:function>
  <xsl:function name="ed:last-before" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="all" as="array(*)"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:variable name="middle" as="xs:integer" select="($from + $to + 1) idiv 2"/>
    <xsl:sequence select="
        if ($from eq $to) then $all[$from gt 0] ! .($from)
        else if ($all($middle) &lt;&lt; $place) then ed:last-before($place, $all, $middle, $to)
        else ed:last-before($place, $all, $from, $middle - 1)"/>
  </xsl:function>
</xsl:stylesheet>
