<?xml version="1.0" encoding="UTF-8"?>
<!-- Rights, layer by layer: the licence of the text, the licence of encoding and notes alone, what is
     said of the rights where no licence is given. Nothing is offered that the header does not offer. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where the rights in the text are unknown, or restricted without a licence beside it, what is
       licensed can only be the work of the editors. -->
  <xsl:function name="ed:rights" as="element(ed:field)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="stated" as="element(availability)*"
        select="$header/fileDesc/publicationStmt/availability"/>
    <xsl:variable name="is-open" as="xs:boolean" select="empty($stated[
        @status = 'unknown' or (@status = 'restricted' and not(licence))])"/>
    <xsl:for-each select="distinct-values($stated/@status)[. = ('unknown', 'restricted', 'free')]">
      <ed:field name="rights"><xsl:value-of select="."/></ed:field>
    </xsl:for-each>
    <xsl:for-each select="$stated//licence, $stated[not(.//licence)]/(p | ab)[ref/@type = ('license', 'licence')]">
      <xsl:variable name="address" as="xs:string" select="ed:licence-address(.)"/>
      <ed:field name="{
          if (contains($address, '//rightsstatements.org/')) then 'rights-statement'
          else if ($is-open) then 'licence' else 'encoding-licence'}">
        <xsl:if test="$address"><xsl:attribute name="target" select="$address"/></xsl:if>
        <xsl:copy-of select="@when, @notBefore, @notAfter"/>
        <xsl:value-of select="(ed:said-by(.)[.], ed:licence-name($address))[1]"/>
      </ed:field>
    </xsl:for-each>
  </xsl:function>

  <!-- Where a licence, or a statement that names one, can be read: its @target, or the only address that its words name. -->
  <xsl:function name="ed:licence-address" as="xs:string">
    <xsl:param name="licence" as="element()"/>
    <xsl:variable name="named" as="xs:string*" select="
        ($licence/@target/tokenize(.), $licence//(ref | ptr)/@target/tokenize(.))[matches(., '^https?://')]"/>
    <xsl:sequence select="string(($named[1], '')[1])"/>
  </xsl:function>
</xsl:stylesheet>
