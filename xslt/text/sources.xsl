<?xml version="1.0" encoding="UTF-8"?>
<!-- What a text rests on, behind all else: what the sigla stand for, and the sources that the header
     lists, one a line under the heads of their lists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:sources" as="element()*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($document)"/>
    <xsl:variable name="listed" as="element()*" select="$document/ed:about
        /ed:section[ed:heading/@label = 'about-sourceDesc']//(ed:block[@kind = 'bibl'] |
          ed:record[@label = ('bibl', 'biblStruct', 'biblFull')])[not(ancestor::ed:block[@kind = 'bibl'])]"/>
    <xsl:sequence select="ed:listed-lines(ed:label('sigla', $lang),
        $document/ed:witnesses//ed:witness[ed:witness-words(.)][not(@siglum = ed:words)][@siglum ne '' or not(@kind = 'group')]
          ! string-join((@siglum[. ne ''] ! translate(., '&#xA0;', ' '), ed:witness-words(.)), ': '))"/>
    <xsl:sequence select="ed:listed-lines(ed:label('list-of-sources', $lang), $listed ! ed:source-line(.))"/>
  </xsl:function>

  <xsl:function name="ed:listed-lines" as="element()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:if test="exists($lines)">
      <ed:run keep="yes">## {$title}</ed:run>
      <ed:stack gap="1">
        <xsl:for-each select="$lines"><ed:run>{normalize-space()}</ed:run></xsl:for-each>
      </ed:stack>
    </xsl:if>
  </xsl:function>

  <!-- A source as it is written, or its parts one after the other; what a number counts is said. -->
  <xsl:function name="ed:source-line" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:sequence select="string-join(
        if ($source/ed:entry) then $source//(ed:entry[not(ed:entry)] |
          ed:paragraph[not(ancestor::ed:entry[not(ed:entry)])]) ! ed:source-part(.)[.]
        else normalize-space(ed:plain($source)), '. ') => replace('\.\. ', '. ')"/>
  </xsl:function>
  <xsl:function name="ed:source-part" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(ed:plain($part))"/>
    <xsl:sequence select="
        $part[@label ne 'date'][matches($words, '^[\d\W]+$')]/@label ! (ed:label(., ed:lang($part)) || ' ') || $words"/>
  </xsl:function>
</xsl:stylesheet>
