<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a text cut into several: each word of it is on one of them, with the notes that are
     called there; what leads to a place leads to the page that has it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:page-id" match="*[@id]" use="@id"/>

  <!-- The pages of a text: as they are, or parted; then the reading text as a whole. -->
  <xsl:template name="ed:parted" as="element(html)+">
    <xsl:param name="pages" as="element(html)+"/>
    <xsl:variable name="rooted" as="document-node()*">
      <xsl:for-each select="$pages"><xsl:document><xsl:sequence select="."/></xsl:document></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="openings" as="element()*" select="ed:openings(.)
        [every $page in $rooted satisfies ed:cut-at(., $page)]"/>
    <xsl:choose>
      <xsl:when test="empty($openings)"><xsl:sequence select="$pages"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="views" as="map(*)+" select="$rooted ! ed:view(., $openings)"/>
        <xsl:variable name="names" as="xs:string+" select="'', $openings ! ed:opening-name(.)"/>
        <xsl:sequence select="ed:finished($views, $names, .)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ID.html, ID-part-2.html, ID-part-2-diplomatic.html -->
  <xsl:function name="ed:part-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="$id || (if ($number eq 1) then '' else '-part-' || $number)"/>
  </xsl:function>

  <!-- One form of the text: its page, what of the text each part has, at which part places are. -->
  <xsl:function name="ed:view" as="map(*)">
    <xsl:param name="page" as="document-node()"/>
    <xsl:param name="openings" as="element()+"/>
    <xsl:variable name="cuts" as="element()+" select="$openings ! ed:cut-at(., $page)"/>
    <xsl:variable name="parts" as="element(ed:cut)+" select="
        for $n in 0 to count($cuts) return ed:cut(ed:flow($page), $cuts[$n], $cuts[$n + 1])"/>
    <xsl:variable name="placed" as="map(xs:string, xs:integer)" select="map:merge(
        for $n in 1 to count($parts) return $parts[$n]//@id ! map{string(.): $n})"/>
    <xsl:variable name="items" as="map(xs:string, xs:integer)" select="map:merge(
        for $item in ed:items($page), $n in ed:item-part($item, $placed)
        return $item/descendant-or-self::*/@id ! map{string(.): $n})"/>
    <xsl:sequence select="map{'page': $page, 'parts': array{$parts},
        'places': map:merge(($placed, $items,
          $page//(section[@class = 'about']//@id | h1/@id) ! map{string(.): 1})),
        'text': string(('diplomatic', 'comparison')[ends-with($page/html/@data-page, '-' || . || '.html')])}"/>
  </xsl:function>

  <!-- What is cut: the text, or the table in which two of them stand. -->
  <xsl:function name="ed:flow" as="element()">
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="($page//article, $page//table[@class = 'comparison'])[1]"/>
  </xsl:function>
  <!-- The element of a page that an opening has become, or the first of what is in it. -->
  <xsl:function name="ed:cut-at" as="element()?">
    <xsl:param name="opening" as="element()"/>
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="(for $id in $opening/descendant-or-self::*/@id return
        key('ed:page-id', $id, $page)[ancestor::* intersect ed:flow($page)][1])[1]"/>
  </xsl:function>

  <!-- What stands from one element on, up to another, with what they are in. -->
  <xsl:function name="ed:cut" as="element(ed:cut)">
    <xsl:param name="flow" as="element()"/>
    <xsl:param name="from" as="element()?"/>
    <xsl:param name="to" as="element()?"/>
    <ed:cut xsl:inherit-namespaces="no">
      <xsl:apply-templates select="$flow/node()" mode="ed:cut">
        <xsl:with-param name="ed:from" as="element()?" tunnel="yes" select="$from"/>
        <xsl:with-param name="ed:to" as="element()?" tunnel="yes" select="$to"/>
        <xsl:with-param name="ed:spine" as="element()*" tunnel="yes" select="($from | $to)/ancestor::*"/>
      </xsl:apply-templates>
    </ed:cut>
  </xsl:function>
  <xsl:mode name="ed:cut" on-no-match="fail"/>
  <xsl:template match="thead" mode="ed:cut" priority="1"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="section[@role = 'doc-endnotes']" mode="ed:cut" priority="1"/>
  <xsl:template match="node()" mode="ed:cut">
    <xsl:param name="ed:from" as="element()?" tunnel="yes"/>
    <xsl:param name="ed:to" as="element()?" tunnel="yes"/>
    <xsl:param name="ed:spine" as="element()*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$ed:to and (. is $ed:to or . >> $ed:to)"/>
      <xsl:when test=". intersect $ed:spine">
        <xsl:copy>
          <!-- What goes on from the page before keeps its address there. -->
          <xsl:copy-of select="@* except @id[$ed:from/ancestor::* intersect current()]"/>
          <xsl:apply-templates mode="ed:cut"/>
        </xsl:copy>
      </xsl:when>
      <xsl:when test="not($ed:from and . &lt;&lt; $ed:from)"><xsl:copy-of select="."/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Notes and entries of the apparatus, each to the part that calls it. -->
  <xsl:function name="ed:has-items" as="xs:boolean">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="exists($section/self::section[@role = 'doc-endnotes' or tokenize(@class) = ('apparatus', 'entries')])"/>
  </xsl:function>
  <xsl:function name="ed:is-item" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="exists($item[@id][empty(ancestor::*/(self::li | self::tr))]/ancestor::section[ed:has-items(.)])"/>
  </xsl:function>
  <xsl:function name="ed:items" as="element()*">
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="$page//section[ed:has-items(.)]//(li | tr)[ed:is-item(.)]"/>
  </xsl:function>
  <xsl:function name="ed:item-part" as="xs:integer">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="placed" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="links" as="xs:string*" select="
        ($item//a[@role = 'doc-backlink'], $item//a) ! @href[contains(., '#')] ! substring-after(., '#')"/>
    <!-- A note in a note stands with it. -->
    <xsl:variable name="around" as="element()?" select="($item//a[@role = 'doc-backlink'][1] !
        key('ed:page-id', substring(@href, 2), root($item))/ancestor::li[@id])[1]"/>
    <xsl:sequence select="($links ! $placed(.), $around[not(. is $item)] ! ed:item-part(., $placed), 1)[1]"/>
  </xsl:function>
</xsl:stylesheet>
