<?xml version="1.0" encoding="UTF-8"?>
<!-- What a TEI ODD specifies, found the same way for the schema, the rules and the manual. The ODD is
     complete in itself: chain.xsl has fetched what it takes from elsewhere. What the compiler does
     not know is reported, never left out in silence. -->
<xsl:package name="urn:editio:odd" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:common" package-version="1.0"/>

  <xsl:key name="ed:spec" match="elementSpec | classSpec | dataSpec | macroSpec" use="@ident"/>
  <xsl:key name="ed:module" match="elementSpec | classSpec | dataSpec | macroSpec" use="@module"/>
  <xsl:key name="ed:member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>
  <xsl:key name="ed:group" match="specGrp" use="'#' || @xml:id"/>

  <xsl:variable name="ed:origin" as="xs:string" visibility="public" select="
      ' Made from edition.odd by “editio schema”. Change the ODD, not this file. '"/>

  <!-- Specifications and groups by name, in a document or a part of it. -->
  <xsl:function name="ed:specs-called" as="element()*" visibility="public">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="top" as="node()"/>
    <xsl:sequence select="key('ed:spec', $names, $top)"/>
  </xsl:function>
  <xsl:function name="ed:specs-of-module" as="element()*" visibility="public">
    <xsl:param name="module" as="xs:string"/>
    <xsl:param name="top" as="node()"/>
    <xsl:sequence select="key('ed:module', $module, $top)"/>
  </xsl:function>
  <xsl:function name="ed:groups-called" as="element(specGrp)*" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="top" as="node()"/>
    <xsl:sequence select="key('ed:group', $id, $top)"/>
  </xsl:function>

  <!-- The specifications of a schemaSpec, its groups resolved, in the order of the ODD. -->
  <xsl:function name="ed:specs" as="element()*" visibility="public">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="specs" as="element()*">
      <xsl:apply-templates select="$schema/*" mode="ed:specs"/>
    </xsl:variable>
    <xsl:sequence select="$specs/."/>
  </xsl:function>

  <xsl:mode name="ed:specs" on-no-match="fail"/>
  <xsl:template match="elementSpec | classSpec | dataSpec | macroSpec | constraintSpec | moduleRef"
      mode="ed:specs" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template match="specGrpRef" mode="ed:specs" as="element()*">
    <xsl:apply-templates select="key('ed:group', @target)/*" mode="ed:specs"/>
  </xsl:template>
  <xsl:template match="specGrp" mode="ed:specs" as="element()*">
    <xsl:apply-templates select="*" mode="ed:specs"/>
  </xsl:template>
  <xsl:template match="*" mode="ed:specs" priority="-9"/>

  <!-- The specification that a reference names; if there is none, that is reported. -->
  <xsl:function name="ed:named" as="element()?" visibility="public">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="found" as="element()*"
        select="key('ed:spec', $reference/@key, root($reference))[local-name() = $kind]"/>
    <xsl:sequence select="if ($found) then $found[1] else ed:missing($reference, $reference/@key)"/>
  </xsl:function>

  <!-- The elements and classes that say they belong to a class. -->
  <xsl:function name="ed:members" as="element()*" visibility="public">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="key('ed:member', $class/@ident, root($class))"/>
  </xsl:function>

  <!-- The elements of a class and of the classes in it. -->
  <xsl:function name="ed:elements-of" as="element(elementSpec)*" visibility="public">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="ed:members($class) ! (self::elementSpec, self::classSpec ! ed:elements-of(.))"/>
  </xsl:function>

  <!-- The words of a child of that name in the language of the documentation, on one line. -->
  <xsl:function name="ed:words" as="xs:string" visibility="public">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="child" as="xs:string"/>
    <xsl:variable name="all" as="element()*"
        select="$spec/*[local-name() = $child][not(@type = 'deprecationInfo')]"/>
    <xsl:variable name="lang" as="xs:string" select="(root($spec)/descendant::schemaSpec[1]/@docLang, 'en')[1]"/>
    <xsl:sequence select="normalize-space(($all[@xml:lang = $lang], $all[not(@xml:lang)], $all)[1])"/>
  </xsl:function>

  <!-- The name of an element, attribute or value in documents: its own, or another given to it. -->
  <xsl:function name="ed:called" as="xs:string" visibility="public">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="string(($spec/altIdent[normalize-space()], $spec/@ident)[1]) => normalize-space()"/>
  </xsl:function>

  <!-- What a name in a pattern of RELAX NG may mean: with the prefix that a schema puts before its
       names, or without; as the TEI called datatypes until 2016; with the order of a class. -->
  <xsl:function name="ed:idents-of" as="xs:string+" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($name,
        '_(alternation|sequence|sequenceOptional|sequenceRepeatable|sequenceOptionalRepeatable)$|\.attributes$', '')"/>
    <xsl:sequence select="distinct-values(($bare, replace($bare, '^\w+?_', ''))
        ! (., replace(., '^data\.', 'teidata.')))"/>
  </xsl:function>

  <!-- Reports a construct that the compiler does not know. -->
  <xsl:function name="ed:unknown" as="empty-sequence()" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="ed:report($node, $what || ' is not understood here')"/>
  </xsl:function>

  <!-- Reports a reference to something that the ODD does not define. -->
  <xsl:function name="ed:missing" as="empty-sequence()" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="name" as="xs:string?"/>
    <xsl:sequence select="ed:report($node, '“' || $name || '” is not defined, in this ODD or where it takes things from')"/>
  </xsl:function>

  <xsl:function name="ed:report" as="empty-sequence()" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:call-template name="ed:diagnostic">
      <xsl:with-param name="code" select="'ODD'"/>
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="subject" select="$subject"/>
    </xsl:call-template>
  </xsl:function>

  <!-- What is worth knowing, and no reason to refuse the ODD. -->
  <xsl:function name="ed:remark" as="empty-sequence()" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:call-template name="ed:diagnostic">
      <xsl:with-param name="code" select="'remark'"/>
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="subject" select="$subject"/>
    </xsl:call-template>
  </xsl:function>
</xsl:package>
