<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not of the TEI: patterns of RELAX NG written in an ODD, grammars that it brings in, and
     elements of any name. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:rng="http://relaxng.org/ns/structure/1.0"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Rebuilt and not copied: no namespace and no mark of ours gets into the schema. -->
  <xsl:template match="rng:*" mode="ed:pattern" as="element()">
    <xsl:element name="rng:{local-name()}">
      <xsl:copy-of select="@* except @ed:at"/>
      <xsl:apply-templates select="* | text()[normalize-space()]" mode="ed:pattern"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="rng:*/text()" mode="ed:pattern" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>
  <!-- Notes in a grammar are not part of it. -->
  <xsl:template match="rng:*/*[not(self::rng:*)]" mode="ed:pattern" priority="3"/>
  <xsl:template match="ed:grammar//rng:start" mode="ed:pattern" priority="4"/>

  <xsl:template match="rng:ref" mode="ed:pattern" as="element()?">
    <xsl:variable name="spec" as="element()?" select="ed:specified(@name)"/>
    <xsl:variable name="order" as="xs:string?" select="substring-after(@name, '_')[. = $ed:orders]"/>
    <xsl:choose>
      <xsl:when test="$spec/@type = 'model' and $order and not($order = $ed:choices)">
        <xsl:sequence select="ed:expanded(ed:elements-of($spec), $order)"/>
      </xsl:when>
      <xsl:when test="$spec">
        <rng:ref name="{ed:pattern-of($spec) || '.attributes'[$spec/@type = 'atts']}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:from-outside(., @name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="elementRef[@key][empty(ed:specs-called(@key, root())/self::elementSpec)]" mode="ed:pattern"
      priority="1" as="element(rng:ref)?">
    <xsl:sequence select="ed:from-outside(., @key)"/>
  </xsl:template>

  <!-- A reference to a pattern of a grammar that the ODD brings in. -->
  <xsl:function name="ed:from-outside" as="element(rng:ref)?">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="ed:foreign-names(root($reference)) = $name">
        <rng:ref name="{$name}"/>
      </xsl:when>
      <xsl:when test="ed:unseen(root($reference))">
        <rng:ref name="{('ed.attributes'[ends-with($name, '.attributes')], 'ed.unseen')[1]}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:missing($reference, $name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:template match="ed:grammar//rng:ref" mode="ed:pattern" priority="2" as="element(rng:ref)">
    <rng:ref name="{ancestor::moduleRef/@prefix}{@name}"/>
  </xsl:template>

  <xsl:function name="ed:specified" as="element()?">
    <xsl:param name="name" as="attribute()"/>
    <xsl:variable name="general" as="xs:string?" select="(root($name)/descendant::schemaSpec)[1]/@prefix[. != '']"/>
    <xsl:sequence select="(for $ident in ed:idents-of($name) return ed:specs-called($ident, root($name))
        [(@prefix, $general)[1] = substring-before($name, $ident)],
        ed:idents-of($name) ! ed:specs-called(., root($name)))[1]"/>
  </xsl:function>

  <!-- A grammar by address: its definitions, and what the ODD adds to them. -->
  <xsl:template match="moduleRef" mode="ed:define" as="element()*">
    <xsl:apply-templates select="ed:grammar/rng:grammar/*, content/*" mode="ed:pattern"/>
  </xsl:template>
  <xsl:template match="rng:define" mode="ed:pattern" as="element(rng:define)">
    <rng:define name="{(ed:specified(@name)[not(current()/ancestor::ed:grammar)] ! ed:pattern-of(.),
        ancestor::moduleRef/@prefix[current()/ancestor::ed:grammar] || @name)[1]}">
      <xsl:copy-of select="@combine"/>
      <xsl:apply-templates select="*" mode="ed:pattern"/>
    </rng:define>
  </xsl:template>
  <xsl:template match="rng:include | rng:externalRef" mode="ed:pattern" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || '>')"/>
  </xsl:template>

  <xsl:function name="ed:foreign-names" as="xs:string*">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:sequence select="$odd//moduleRef/ed:grammar//rng:define/(ancestor::moduleRef/@prefix || @name),
        $odd//moduleRef/content//rng:define/@name"/>
  </xsl:function>
  <!-- Whether a grammar is not here, so that nobody knows what it defines. -->
  <xsl:function name="ed:unseen" as="xs:boolean">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:sequence select="exists($odd//moduleRef/ed:grammar[empty(*)])"/>
  </xsl:function>

  <!-- What stands for the definitions of such a grammar: any element that is not of the TEI. -->
  <xsl:function name="ed:stand-in" as="element(rng:define)*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:if test="ed:unseen(root($schema))">
      <rng:define name="ed.attributes"><rng:empty/></rng:define>
      <xsl:sequence select="ed:any-element('ed.unseen', (), ed:name-classes($schema, ()))"/>
    </xsl:if>
  </xsl:function>

  <!-- An element of any name, and all that is in it. -->
  <xsl:mode name="ed:any" on-no-match="fail"/>
  <xsl:template match="anyElement" mode="ed:any" as="element(rng:define)">
    <xsl:sequence select="ed:any-element(ed:any-name(.), ed:name-classes(., @require),
        ed:name-classes(ancestor::schemaSpec, @except)[not(current()/@require)])"/>
  </xsl:template>
  <xsl:template match="anyElement" mode="ed:pattern" as="element(rng:ref)">
    <rng:ref name="{ed:any-name(.)}"/>
  </xsl:template>
  <xsl:function name="ed:any-name" as="xs:string">
    <xsl:param name="any" as="element(anyElement)"/>
    <xsl:sequence select="'anyElement_' || count(root($any)//anyElement[. &lt;&lt; $any]) + 1"/>
  </xsl:function>

  <xsl:function name="ed:any-element" as="element(rng:define)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="only" as="element()*"/>
    <xsl:param name="except" as="element()*"/>
    <rng:define name="{$name}">
      <rng:element>
        <xsl:choose>
          <xsl:when test="$only"><rng:choice><xsl:sequence select="$only"/></rng:choice></xsl:when>
          <xsl:otherwise>
            <rng:anyName><xsl:where-populated><rng:except><xsl:sequence select="$except"/></rng:except></xsl:where-populated></rng:anyName>
          </xsl:otherwise>
        </xsl:choose>
        <rng:zeroOrMore><rng:attribute><rng:anyName/></rng:attribute></rng:zeroOrMore>
        <rng:zeroOrMore><rng:choice><rng:text/><rng:ref name="{$name}"/></rng:choice></rng:zeroOrMore>
      </rng:element>
    </rng:define>
  </xsl:function>

  <!-- Namespaces, and names with a prefix; without any those that the schema excepts. -->
  <xsl:function name="ed:name-classes" as="element()*">
    <xsl:param name="where" as="element()?"/>
    <xsl:param name="list" as="attribute()?"/>
    <xsl:variable name="names" as="xs:string*" select="
        tokenize(($list, $where/self::schemaSpec/@defaultExceptions, $where/self::schemaSpec/string($ed:exceptions))[1])"/>
    <xsl:for-each select="$names">
      <xsl:variable name="prefix" as="xs:string" select="substring-before(., ':')"/>
      <xsl:variable name="uri" as="xs:anyURI?" select="if ($prefix = 'teix') then xs:anyURI('http://www.tei-c.org/ns/Examples')
          else $where ! namespace-uri-for-prefix($prefix, .)[$prefix]"/>
      <xsl:sequence select="if ($uri and not(contains(., '/'))) then ed:one-name($uri, substring-after(., ':')) else ed:one-name(., ())"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:variable name="ed:exceptions" as="xs:string" select="'http://www.tei-c.org/ns/1.0 teix:egXML'"/>
  <xsl:function name="ed:one-name" as="element()">
    <xsl:param name="uri" as="xs:string"/>
    <xsl:param name="name" as="xs:string?"/>
    <xsl:element name="rng:{if ($name) then 'name' else 'nsName'}">
      <xsl:attribute name="ns" select="$uri"/>
      <xsl:sequence select="$name"/>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
