<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that lead somewhere: a name to its register entry, what an editor did to its explanation.
     Which do is for the format to say; here none does. HTML allows no link inside a link: where a
     note or a nearer link stands among the words, the words around it are linked piece by piece. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The link around the words of a behaviour, as an empty element, or nothing. -->
  <xsl:function name="ed:link-of" as="element(a)?" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="ed:holds-links" as="xs:boolean">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="exists($behaviour/(.//ed:note | .//ed:link)) or
        (some $inner in $behaviour//*[@key or @entries] satisfies exists(ed:link-of($inner)))"/>
  </xsl:function>

  <!-- What stands in a behaviour, within the link that it has. -->
  <xsl:template name="ed:words" visibility="public">
    <xsl:param name="ed:link" as="element(a)?" tunnel="yes" select="()"/>
    <xsl:variable name="own" as="element(a)?" select="ed:link-of(.)"/>
    <xsl:choose>
      <xsl:when test="empty($own)"><xsl:apply-templates mode="ed:html"/></xsl:when>
      <xsl:when test="ed:holds-links(.) or ed:has-blocks(.)">
        <xsl:apply-templates mode="ed:html">
          <xsl:with-param name="ed:link" select="$own" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <a>
          <xsl:copy-of select="$own/@*"/>
          <xsl:apply-templates mode="ed:html">
            <xsl:with-param name="ed:link" select="()" tunnel="yes"/>
          </xsl:apply-templates>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In the text the words of a name that an editor treated lead to their row or entry: from there
       they lead where the name does. -->
  <xsl:function name="ed:linked-as-name" as="node()*">
    <xsl:param name="words" as="node()*"/>
    <xsl:param name="treated" as="element()?"/>
    <xsl:variable name="link" as="element(a)?"
        select="$treated/ancestor::ed:inline[@entries][not(@key)][1] ! ed:link-of(.)"/>
    <xsl:choose>
      <xsl:when test="$link and normalize-space(string-join($words)) and empty($words/descendant-or-self::a)">
        <a><xsl:sequence select="$link/@*, $words"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="text()" mode="ed:html">
    <xsl:param name="ed:link" as="element(a)?" tunnel="yes" select="()"/>
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="words" as="xs:string"
        select="if ($ed:shown = 'diplomatic' and ancestor::ed:section/@capitals
          and not(ancestor::ed:block/@kind = 'figDesc')) then ed:in-capitals(.) else string()"/>
    <xsl:choose>
      <xsl:when test="$ed:link and normalize-space()">
        <a><xsl:copy-of select="$ed:link/(@* except @id)"/>{$words}</a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
