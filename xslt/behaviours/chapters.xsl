<?xml version="1.0" encoding="UTF-8"?>
<!-- How a place of prose is named that has numbers of its own: by chapter and verse. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Chapter and verse: of divisions, paragraphs and segments with numbers, or of milestones. -->
  <xsl:variable name="ed:verse-units" as="xs:string+" select="'verse', 'section', 'sentence', 'ab'"/>
  <xsl:function name="ed:chapter-verse" as="xs:string?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="unit" as="element()?" select="$place/ancestor-or-self::*[(self::ed:inline[@kind = 'seg']
        or self::ed:block[@kind = 'ab'] or self::ed:paragraph) and (@n or @number)][1]"/>
    <xsl:variable name="stone" as="element()?" select="
        ed:break-before($place, 'verse')
          [generate-id(ancestor::ed:section[1]) = generate-id($place/ancestor::ed:section[1])]"/>
    <xsl:variable name="verse" as="xs:string?"
        select="($stone[not($unit) or . >> $unit]/@n/string(), $unit ! ed:unit-number(.))[1]"/>
    <xsl:variable name="chapter" as="xs:string*" select="
        let $sections := $place/ancestor::ed:section[@number] return
          if (exists($sections)) then ed:chapter($sections) else ed:break-before($place, 'chapter')/@n"/>
    <xsl:sequence select="if ($verse and (exists($chapter) or $stone or $unit[not(self::ed:paragraph)]))
        then string-join(($chapter, $verse), '.') else ()"/>
  </xsl:function>
  <!-- The number of a segment, behind that of its paragraph where they begin anew in another of the chapter. -->
  <xsl:key name="ed:segments" match="ed:inline[@kind = 'seg'][@n]" use="@n"/>
  <xsl:function name="ed:unit-number" as="xs:string" cache="yes">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="around" as="element()?" select="$unit[self::ed:inline]
        /ancestor::*[self::ed:paragraph or self::ed:block[@kind = 'ab']][@n or @number][1]"/>
    <xsl:variable name="others" as="element()*" select="$around
        ! key('ed:segments', (.//ed:inline[@kind = 'seg'][@n])[1]/@n, root($unit))
        [ancestor::ed:section[1] is $unit/ancestor::ed:section[1]][not(ancestor::* intersect $around)]"/>
    <xsl:sequence select="string-join(($around[exists($others)]/(@n, @number)[1], $unit/(@n, @number)[1]), '.')"/>
  </xsl:function>
  <!-- The number of a chapter, behind that of its book where another book has such a chapter, too. -->
  <xsl:key name="ed:chapters" match="ed:section[@number][not(ancestor-or-self::*/@only)]" use="@number"/>
  <xsl:function name="ed:chapter" as="xs:string+">
    <xsl:param name="sections" as="element(ed:section)+"/>
    <xsl:variable name="own" as="element()" select="$sections[last()]"/>
    <xsl:variable name="outer" as="element()?" select="$sections[last() - 1]"/>
    <xsl:sequence select="
        if ($outer and key('ed:chapters', $own/@number, root($own))[not(ancestor-or-self::* intersect $outer)])
        then ed:chapter(remove($sections, count($sections))) else (), $own/@number"/>
  </xsl:function>

  <!-- The last break of a kind before a place, which may be one. -->
  <xsl:key name="ed:numbered-breaks-of" match="ed:break[@n]"
      use="@unit, 'numbered'[current()/@numbered], 'verse'[current()/@unit = $ed:verse-units]"/>
  <xsl:function name="ed:break-before" as="element(ed:break)?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="if ($place/self::ed:break[key('ed:numbered-breaks-of', $kind) intersect .]) then $place
        else ed:last-before($place, ed:breaks(root($place), $kind))"/>
  </xsl:function>
  <xsl:function name="ed:breaks" as="array(element(ed:break))" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="array{key('ed:numbered-breaks-of', $kind, $root)}"/>
  </xsl:function>
</xsl:stylesheet>
