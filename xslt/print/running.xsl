<?xml version="1.0" encoding="UTF-8"?>
<!-- What the head of a page says of it: act and scene, a heading that is short enough, the first and
     the last entry of a page of a dictionary. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- How many characters a running head has room for. -->
  <xsl:variable name="ed:head-room" as="xs:integer" select="56"/>

  <!-- The heading of a division, and before that of a scene the one of its act. Deeper headings are not
       at the head of pages, however long they are. -->
  <xsl:function name="ed:running" as="attribute(data-running)?">
    <xsl:param name="heading" as="element(ed:heading)"/>
    <xsl:variable name="division" as="element(ed:section)?" select="$heading/parent::ed:section"/>
    <xsl:variable name="act" as="element(ed:heading)?" select="
        $division[ed:block/@kind = ('sp', 'spGrp', 'stage')]/parent::ed:section/ed:heading[1]"/>
    <xsl:variable name="words" as="xs:string"
        select="string-join(($act, $heading) ! replace(ed:heading-words(.), '[.,:;]$', ''), ', ')"/>
    <xsl:if test="$act or ed:rank($heading) eq 2 and ed:cut-short($words) ne $words">
      <xsl:attribute name="data-running" select="ed:cut-short($words)"/>
    </xsl:if>
  </xsl:function>

  <!-- Behind a division with a heading, one that has none is not called as that: the title stands
       above it. -->
  <xsl:function name="ed:running-within" as="attribute(data-running)?">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:for-each select="$behaviour/self::ed:section[parent::ed:part][not(.//ed:heading)]
        [(ancestor::ed:text[1]/ed:part/ed:section/ed:heading)[1] &lt;&lt; .]">
      <xsl:attribute name="data-running" select="ed:cut-short(ed:field(root()/ed:document, 'title'))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Whole words, as many as there is room for. -->
  <xsl:function name="ed:cut-short" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <!-- Two capitals take the room of three letters. -->
    <xsl:variable name="wide" as="xs:integer" select="
        string-length($words) + string-length(replace($words, '\P{Lu}', '')) idiv 2"/>
    <xsl:variable name="room" as="xs:integer" select="
        $ed:head-room * string-length($words) idiv max((1, $wide))"/>
    <xsl:sequence select="
        if ($wide le $ed:head-room + 3) then $words
        else replace(substring($words, 1, $room), '[\s,.:;(–-]*\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The word that an entry of a dictionary stands under. -->
  <xsl:function name="ed:guide" as="attribute(data-guide)?">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry[self::ed:block][@kind = 'entry']">
      <xsl:variable name="word" as="xs:string*" select="
          ((.//ed:inline[@kind = 'orth'], .//ed:inline[@kind = 'form']) ! ed:plain(.))[.][1]"/>
      <xsl:if test="exists($word)">
        <xsl:attribute name="data-guide" select="ed:cut-short($word)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- A division that holds entries and hardly anything else is set in two columns. -->
  <xsl:function name="ed:is-lexicon" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="entries" as="element()*" select="
        $division[self::ed:section or self::ed:part]/ed:block[@kind = ('entry', 'superEntry')]"/>
    <xsl:sequence select="count($entries) gt 3 and count($entries) * 2 gt count($division/*)"/>
  </xsl:function>
</xsl:stylesheet>
