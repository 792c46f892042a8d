<?xml version="1.0" encoding="UTF-8"?>
<!-- What a schema declares, its groups resolved, and what that takes from the sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:xi="http://www.w3.org/2001/XInclude" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The declarations of a schema or a group. -->
  <xsl:function name="ed:declared" as="element()*">
    <xsl:param name="from" as="element()?"/>
    <xsl:apply-templates select="$from/self::specGrpRef, $from/(self::schemaSpec | self::specGrp)/*"
        mode="ed:declared"/>
  </xsl:function>

  <xsl:mode name="ed:declared" on-no-match="fail"/>
  <xsl:template mode="ed:declared" as="element()" match="moduleRef | elementRef | classRef | macroRef
      | dataRef | elementSpec | classSpec | macroSpec | dataSpec | constraintSpec">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template match="specGrp" mode="ed:declared" as="element()*">
    <xsl:apply-templates select="*" mode="ed:declared"/>
  </xsl:template>
  <xsl:template match="specGrpRef" mode="ed:declared" as="element()*">
    <xsl:variable name="group" as="element(specGrp)?" select="ed:group(.)"/>
    <xsl:sequence select="if ($group) then () else ed:missing(., @target)"/>
    <xsl:apply-templates select="$group/*" mode="ed:declared"/>
  </xsl:template>
  <xsl:template mode="ed:declared" match="gloss | desc | altIdent | equiv | remarks | listRef | exemplum
      | head | p | outputRendition | paramList"/>
  <xsl:template match="xi:include" mode="ed:declared" as="empty-sequence()">
    <xsl:sequence select="ed:remark(., '“' || @href || '” is not here; what it would declare is left out')"/>
  </xsl:template>
  <xsl:template match="*" mode="ed:declared" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || '>')"/>
  </xsl:template>

  <!-- The group that is meant, in this file or in another. -->
  <xsl:function name="ed:group" as="element(specGrp)?">
    <xsl:param name="reference" as="element(specGrpRef)"/>
    <xsl:variable name="file" as="xs:string" select="substring-before($reference/@target || '#', '#')"/>
    <xsl:variable name="id" as="xs:string" select="'#' || substring-after($reference/@target, '#')"/>
    <xsl:variable name="tree" as="document-node()?"
        select="if ($file) then ed:source-called($file) else root($reference)"/>
    <xsl:sequence select="$tree ! (ed:groups-called($id, .)[1], .[$id = '#']/(descendant::specGrp)[1])[1]"/>
  </xsl:function>

  <!-- A source by the name that the ODD has for it. -->
  <xsl:function name="ed:source-called" as="document-node()?">
    <xsl:param name="uri" as="xs:string"/>
    <xsl:sequence select="$ed:sources[ed:source/@uri = $uri][1]"/>
  </xsl:function>

  <!-- The source from which something comes: the one it stands in, its own, or the schema's. -->
  <xsl:function name="ed:source-of" as="document-node()?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="own" as="attribute()?" select="$node/ancestor-or-self::*
        [matches(local-name(), '(Ref|Spec|specGrp)$')][not(self::schemaSpec)][@source][1]/@source"/>
    <xsl:sequence select="(root($node)[ed:source], ed:source-called(($own, '')[1]))[1]"/>
  </xsl:function>

  <!-- The key of a specification. Elements of another namespace have it in theirs. -->
  <xsl:function name="ed:name" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/@ident || $spec/@ns[not(. = 'http://www.tei-c.org/ns/1.0')] ! ('{' || . || '}')"/>
  </xsl:function>
  <xsl:function name="ed:is-spec" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="local-name($node) = ('elementSpec', 'classSpec', 'macroSpec', 'dataSpec')"/>
  </xsl:function>

  <!-- The specifications that a source has under a name. -->
  <xsl:function name="ed:base" as="element()?">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ident" as="xs:string?"/>
    <xsl:sequence select="ed:source-of($node) ! ed:specs-called($ident, .)[local-name() = $kind][1]"/>
  </xsl:function>

  <!-- What a reference takes from its source. -->
  <xsl:mode name="ed:taken" on-no-match="fail"/>
  <xsl:template match="moduleRef[@key]" mode="ed:taken" as="element()*">
    <xsl:variable name="module" as="element()*"
        select="ed:source-of(.) ! ed:specs-of-module(current()/@key, .)"/>
    <xsl:variable name="include" as="xs:string*" select="@include ! tokenize(.)"/>
    <xsl:variable name="except" as="xs:string*" select="@except ! tokenize(.)"/>
    <xsl:sequence select="if ($module) then () else ed:absent(., @key)"/>
    <xsl:sequence select="($include, $except)[not(. = $module/@ident)] ! ed:remark(current(),
        '“' || . || '” is not in the module “' || current()/@key || '”')"/>
    <!-- Both are about elements: classes, macros and datatypes come with their module. -->
    <xsl:sequence select="$module[not(self::elementSpec)
        or not(@ident = $except) and (empty(current()/@include) or @ident = $include)]"/>
  </xsl:template>
  <xsl:template match="elementRef | macroRef | dataRef" mode="ed:taken" as="element()?">
    <xsl:variable name="base" as="element()?"
        select="ed:base(., replace(local-name(), 'Ref', 'Spec'), @key)"/>
    <xsl:sequence select="if ($base) then $base else ed:absent(., @key)"/>
  </xsl:template>
  <!-- A class, with only some of its attributes if the reference says so. -->
  <xsl:template match="classRef" mode="ed:taken" as="element()?">
    <xsl:variable name="base" as="element()?" select="ed:base(., 'classSpec', @key)"/>
    <xsl:variable name="include" as="xs:string*" select="@include ! tokenize(.)"/>
    <xsl:variable name="gone" as="xs:string*" select="@except ! tokenize(.),
        $base/attList//attDef/@ident[exists($include) and not(. = $include)] ! string()"/>
    <xsl:sequence select="if ($base) then ed:without($base, $gone) else ed:absent(., @key)"/>
  </xsl:template>
  <xsl:template match="moduleRef[@url]" mode="ed:taken"/>

  <xsl:function name="ed:absent" as="empty-sequence()">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="name" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="empty(ed:source-of($node))">
        <xsl:sequence select="ed:report($node, '“' || $name || '” comes from the TEI, whose definitions '
            || 'are not here: get p5subset.xml from the TEI and say --tei FILE')"/>
      </xsl:when>
      <!-- Modules come and go with the versions of the TEI. -->
      <xsl:when test="$node/self::moduleRef">
        <xsl:sequence select="ed:remark($node, '“' || $name || '” is not a module there; nothing is taken from it')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:missing($node, $name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
