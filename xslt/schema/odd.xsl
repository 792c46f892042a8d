<?xml version="1.0" encoding="UTF-8"?>
<!-- What a TEI ODD specifies, found the same way for the schema, the rules and the manual. Only
     self-contained ODDs are read: nothing is fetched, merged or inherited from TEI, and what the
     compiler does not know is reported, never left out in silence. -->
<xsl:package name="urn:editio:odd" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:common" package-version="1.0"/>

  <xsl:key name="ed:spec" match="elementSpec | classSpec | dataSpec | macroSpec" use="@ident"/>
  <xsl:key name="ed:member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>
  <xsl:key name="ed:group" match="specGrp" use="'#' || @xml:id"/>

  <xsl:variable name="ed:origin" as="xs:string" visibility="public" select="
      ' Made from edition.odd by “editio schema”. Change the ODD, not this file. '"/>

  <!-- The specifications of a schemaSpec, its groups resolved, in the order of the ODD. -->
  <xsl:function name="ed:specs" as="element()*" visibility="public">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:apply-templates select="$schema/*" mode="ed:specs"/>
  </xsl:function>

  <xsl:mode name="ed:specs" on-no-match="fail"/>
  <xsl:template match="elementSpec | classSpec | dataSpec | macroSpec | constraintSpec"
      mode="ed:specs" as="element()">
    <xsl:sequence select="(@mode[not(. = 'add')], @ns, @prefix, classes/memberOf/(@min, @max))
        ! ed:unknown(.., name() || '=&quot;' || . || '&quot;')"/>
    <xsl:sequence select="(descendant::altIdent, valList) ! ed:unknown(., '&lt;' || name() || '>')"/>
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template match="specGrpRef" mode="ed:specs" as="element()*">
    <xsl:variable name="group" as="element(specGrp)?" select="key('ed:group', @target)"/>
    <xsl:sequence select="if ($group) then () else ed:missing(., @target)"/>
    <xsl:apply-templates select="$group" mode="ed:specs"/>
  </xsl:template>
  <xsl:template match="specGrp" mode="ed:specs" as="element()*">
    <xsl:apply-templates select="*" mode="ed:specs"/>
  </xsl:template>
  <xsl:template match="schemaSpec/(gloss | desc)" mode="ed:specs"/>
  <xsl:template match="*" mode="ed:specs" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || '>')"/>
  </xsl:template>

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

  <!-- The words of the first child of that name, on one line. -->
  <xsl:function name="ed:words" as="xs:string" visibility="public">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="child" as="xs:string"/>
    <xsl:sequence select="normalize-space($spec/*[local-name() = $child][1])"/>
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
    <xsl:sequence select="ed:report($node, '“' || $name || '” is not defined in this ODD')"/>
  </xsl:function>

  <xsl:function name="ed:report" as="empty-sequence()">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:call-template name="ed:diagnostic">
      <xsl:with-param name="code" select="'ODD'"/>
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="subject" select="$subject"/>
    </xsl:call-template>
  </xsl:function>
</xsl:package>
