<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways from a text to those before and after it: in the whole, and from a letter in the
     correspondence with its partner and as its editors say. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:neighbours" as="element(nav)*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="whole" as="element()*" select="$ed:around/(ed:previous | ed:next)"/>
    <xsl:variable name="beside" as="element(ed:beside)*" select="$ed:around/ed:beside
        [not(@within = 'collection' and @id = $whole/@id)]"/>
    <xsl:sequence select="ed:ways($whole, ed:label('texts', $lang), true(), $lang)"/>
    <xsl:for-each-group select="$beside" group-by="@within || ' ' || @with">
      <xsl:sort select="@within" order="descending"/>
      <xsl:sequence select="ed:ways(current-group(), ed:ways-name(., $lang), false(), $lang)"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="ed:ways-name" as="xs:string">
    <xsl:param name="beside" as="element(ed:beside)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($beside/@with ne '') then ed:label('letters-with', $lang) || ' ' || $beside/@with
        else ed:label('letters-' || $beside/@within, $lang)"/>
  </xsl:function>

  <!-- Two ways, back and on. Those in the whole need no words of their own. -->
  <xsl:function name="ed:ways" as="element(nav)?">
    <xsl:param name="near" as="element()*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="whole" as="xs:boolean"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="exists($near)">
      <nav class="neighbours" aria-label="{$name}">
        <xsl:if test="not($whole)"><p>{$name}</p></xsl:if>
        <xsl:for-each select="$near">
          <xsl:sort select="if ((@role, local-name())[1] = 'next') then 2 else 1"/>
          <xsl:sequence select="ed:way(., $whole, $lang)"/>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- A letter that the edition does not have is told, not linked. -->
  <xsl:function name="ed:way" as="element()">
    <xsl:param name="near" as="element()"/>
    <xsl:param name="whole" as="xs:boolean"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="role" as="xs:string" select="$near/(@role, local-name())[1]"/>
    <xsl:element name="{if ($near/@id ne '') then 'a' else 'span'}">
      <xsl:if test="$near/@id ne ''">
        <xsl:attribute name="href" select="$near/@id || '.html' || $near/@part ! ('#' || .)"/>
        <xsl:if test="$whole">
          <xsl:attribute name="rel" select="if ($role = 'next') then 'next' else 'prev'"/>
        </xsl:if>
      </xsl:if>
      <xsl:attribute name="class" select="$role"/>
      <span>{ed:label($role, $lang)}</span>
      <xsl:text> {$near/@title}</xsl:text>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
