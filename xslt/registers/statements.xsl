<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers: whatever else they say, as statements under their names, so that nothing is
     lost; and how entries are related. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:statement" on-no-match="fail"/>

  <xsl:template match="*" mode="ed:register-part" priority="-1">
    <xsl:apply-templates select="." mode="ed:statement"/>
  </xsl:template>
  <xsl:template match="@role | @sex | @age" mode="ed:register-part" as="element(ed:statement)">
    <ed:statement name="{local-name()}"><xsl:value-of select="normalize-space()"/></ed:statement>
  </xsl:template>
  <!-- What a record of a work holds is in its part. -->
  <xsl:template match="bibl/(author | editor | publisher | pubPlace | date | biblScope | edition)"
      mode="ed:register-part"/>

  <!-- name: what is said; the words; when. What holds several of a kind says each. -->
  <xsl:template match="*" mode="ed:statement" as="element(ed:statement)*">
    <xsl:variable name="words" as="xs:string" select="
        (ed:said-by(.)[.], @value, @quantity, @name, @n, @type, '')[1]"/>
    <xsl:if test="$words ne '' or ed:is-dated(.)">
      <ed:statement name="{local-name()}">
        <xsl:copy-of select="@type, @cert"/>
        <xsl:sequence select="ed:dates(.)"/>
        <xsl:apply-templates select="@source" mode="ed:register-part"/>
        <xsl:value-of select="$words || ed:doubt(.)[$words]"/>
      </ed:statement>
    </xsl:if>
  </xsl:template>
  <xsl:template match="langKnowledge[langKnown] | listBibl | listEvent | listPerson | listOrg | listPlace |
      listObject | listRelation" mode="ed:statement" as="element(ed:statement)*">
    <xsl:apply-templates select="* except relation" mode="ed:statement"/>
  </xsl:template>

  <!-- Parts of names that are names of the entry itself, where it has no other. -->
  <xsl:function name="ed:name-parts" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/form[orth] | $entry/titleStmt | $entry/objectIdentifier[objectName]"/>
  </xsl:function>

  <!-- Who is related, from both sides: to whom, as what, and whether this is the one that acts. -->
  <xsl:key name="ed:related" match="relation" use="(@active, @passive, @mutual, @ref[not(../@active)]) ! tokenize(.)
      ! replace(., '^.*#', '')"/>
  <xsl:function name="ed:relations" as="element(ed:relation)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="key('ed:related', $entry/@xml:id, root($entry))">
      <xsl:variable name="relation" as="element(relation)" select="."/>
      <xsl:variable name="active" as="xs:string*" select="tokenize(@active) ! replace(., '^.*#', '')"/>
      <xsl:variable name="acts" as="xs:boolean" select="$active = $entry/@xml:id"/>
      <xsl:variable name="others" as="xs:string*" select="
          (if ($acts) then @passive else @active, @mutual) ! tokenize(.) ! replace(., '^.*#', '')"/>
      <xsl:variable name="name" as="xs:string" select="string((@name, @type, 'related')[1])"/>
      <xsl:for-each select="distinct-values($others)[. ne $entry/@xml:id]">
        <ed:relation name="{$name}" entry="{.}">
          <xsl:if test="not($acts or empty($active))">
            <xsl:attribute name="side" select="'passive'"/>
          </xsl:if>
          <xsl:copy-of select="$relation/@cert"/>
          <xsl:sequence select="ed:dates($relation)"/>
          <xsl:value-of select="$relation/* ! normalize-space()[.]" separator="; "/>
        </ed:relation>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
