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
      <ed:field name="rights">
        <xsl:for-each select="$stated[@status = current()][1]/ed:said-of-rights(.)">
          <xsl:attribute name="said" select="."/>
        </xsl:for-each>
        <xsl:value-of select="."/>
      </ed:field>
    </xsl:for-each>
    <xsl:for-each select="$stated//licence, $stated[not(.//licence)]/(p | ab)[ed:states-licence(.)]">
      <xsl:variable name="statement" as="element()" select="."/>
      <xsl:for-each select="(ed:licence-addresses(.), '')[. or position() eq 1]">
        <ed:field name="{
            if (contains(., '//rightsstatements.org/')) then 'rights-statement'
            else if ($is-open) then 'licence' else 'encoding-licence'}">
          <xsl:if test="."><xsl:attribute name="target" select="."/></xsl:if>
          <xsl:copy-of select="$statement/(@when, @notBefore, @notAfter)"/>
          <xsl:value-of select="($statement[not(.//ptr)] ! ed:said-by(.)[.], ed:licence-name(.))[1]"/>
        </ed:field>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- Unknown to the header that gives a word for the status alone; one that tells in prose what is
       known of the rights, and what not, is told by its first paragraph. -->
  <xsl:function name="ed:said-of-rights" as="xs:string?">
    <xsl:param name="stated" as="element(availability)"/>
    <xsl:sequence select="$stated[@status = 'unknown']/p[not(ed:states-licence(.))]
        [normalize-space()][1]/normalize-space()"/>
  </xsl:function>

  <!-- Prose states a licence where it says that it does, or links to the only one that everybody
       knows of which its header speaks. -->
  <xsl:function name="ed:states-licence" as="xs:boolean">
    <xsl:param name="prose" as="element()"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values(
        $prose/ancestor::publicationStmt//availability//@target/tokenize(.)[ed:is-known-licence(.)])"/>
    <xsl:sequence select="$prose/ref/@type = ('license', 'licence')
        or count($known) eq 1 and $prose//@target/tokenize(.) = $known"/>
  </xsl:function>
  <xsl:function name="ed:is-known-licence" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^https?://') and ed:licence-name($address) ne $address"/>
  </xsl:function>

  <!-- Where a licence, or a statement that names one, can be read: its @target, which may name
       several; else the address of a licence that its words link to, or the first that they do. -->
  <xsl:function name="ed:licence-addresses" as="xs:string*">
    <xsl:param name="licence" as="element()"/>
    <xsl:variable name="own" as="xs:string*"
        select="$licence/@target/tokenize(.)[matches(., '^https?://')]"/>
    <xsl:variable name="linked" as="xs:string*"
        select="$licence//(ref | ptr)/@target/tokenize(.)[matches(., '^https?://')]"/>
    <xsl:sequence select="
        if (exists($own)) then distinct-values($own)
        else ($linked[ed:is-known-licence(.)], $linked)[1]"/>
  </xsl:function>
</xsl:stylesheet>
