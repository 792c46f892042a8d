<?xml version="1.0" encoding="UTF-8"?>
<!-- Features and graphs (chapters FS, GD): values with their names, trees as lists within lists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Feature structures (chapter FS): [word: number: plural, case: genitive]. -->
  <xsl:template match="fs" mode="ed:rules">
    <xsl:element name="ed:{if (ed:is-inline(.) or ancestor::fs) then 'inline' else 'block'}"
        namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="'fs'"/>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added('[' || string-join(@type ! (. || ': ')))"/>
      <xsl:for-each select="f">
        <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(', ')"/></xsl:if>
        <xsl:apply-templates select="." mode="ed:rules"/>
      </xsl:for-each>
      <xsl:apply-templates select="* except f" mode="ed:rules"/>
      <xsl:sequence select="ed:added(']')"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="f" mode="ed:rules">
    <ed:inline kind="f">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(@name || ': '), ed:added(ed:values-at(@fVal))"/>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:inline>
  </xsl:template>
  <!-- What a feature points to: values that a library has, else the pointers. -->
  <xsl:function name="ed:values-at" as="xs:string?">
    <xsl:param name="pointers" as="attribute(fVal)?"/>
    <xsl:variable name="values" as="xs:string*" select="tokenize($pointers) ! (
        key('ed:by-id', substring-after(., '#'), root($pointers))[1]/(@value, normalize-space()[.])[1], .)[1]"/>
    <xsl:sequence select="string-join($values, ', ')[.]"/>
  </xsl:function>

  <!-- (a or b), not a, what else is the rule, a value that is shared under a name. -->
  <xsl:template match="vAlt | vColl | vMerge" mode="ed:rules">
    <xsl:variable name="sign" as="xs:string" select="if (self::vAlt) then ' | ' else ', '"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"><xsl:sequence select="ed:added($sign)"/></xsl:if>
        <xsl:apply-templates select="." mode="ed:rules"/>
      </xsl:for-each>
    </ed:inline>
  </xsl:template>
  <xsl:template match="vNot | vLabel | default" mode="ed:rules">
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(if (self::vNot) then '¬(' else if (self::default) then '*'
          else @name || '='[current()/*])"/>
      <xsl:apply-templates select="*" mode="ed:rules"/>
      <xsl:sequence select="ed:added(')'[current()/self::vNot])"/>
    </ed:inline>
  </xsl:template>

  <xsl:template match="binary | symbol | numeric" mode="ed:rules">
    <xsl:sequence select="ed:added(string-join((@value, @max), '–'))"/>
  </xsl:template>

  <!-- Graphs: places by their labels, with what they lead to, and lines by their ends. -->
  <xsl:template match="node" mode="ed:rules">
    <ed:block kind="node">
      <xsl:call-template name="ed:node"/>
      <xsl:if test="@adj | @adjTo">
        <xsl:sequence select="ed:added(ed:say('arrow', .) || string-join(
            distinct-values((@adjTo, @adj) ! tokenize(.)) ! ed:node-name(., current()), ', '))"/>
      </xsl:if>
    </ed:block>
  </xsl:template>
  <xsl:template match="arc" mode="ed:rules">
    <ed:block kind="arc">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(string-join((@from, @to) ! ed:node-name(., current()), ed:say('arrow', .)))"/>
      <xsl:if test="normalize-space()"><xsl:sequence select="ed:added(': ')"/></xsl:if>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:block>
  </xsl:template>
  <xsl:function name="ed:node-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:variable name="node" as="element()?"
        select="key('ed:by-id', substring-after($pointer, '#'), root($from))[1]"/>
    <xsl:sequence select="($node/label[normalize-space()][1]/normalize-space(), $pointer)[1]"/>
  </xsl:function>

  <!-- Trees: each place with the places under it, as these stand in it or as it names them. -->
  <xsl:template match="tree | eTree[not(parent::eTree)]" mode="ed:rules">
    <ed:list kind="simple">
      <xsl:apply-templates select="self::eTree" mode="ed:tree"/>
      <xsl:for-each select="self::tree">
        <xsl:sequence select="ed:caption(label)"/>
        <xsl:apply-templates mode="ed:tree" select="root, (iNode | leaf)[not(ed:is-under(., ..))]"/>
      </xsl:for-each>
    </ed:list>
  </xsl:template>
  <xsl:function name="ed:is-under" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="tree" as="element()"/>
    <xsl:sequence select="$tree/(root | iNode)/@children/tokenize(.) = '#' || $node/@xml:id"/>
  </xsl:function>
  <xsl:function name="ed:caption" as="element(ed:block)*">
    <xsl:param name="label" as="element(label)*"/>
    <xsl:for-each select="$label">
      <ed:block kind="list-head"><xsl:apply-templates mode="ed:rules"/></ed:block>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="ed:tree" on-no-match="fail"/>
  <xsl:template match="*" mode="ed:tree">
    <xsl:param name="above" as="element()*" tunnel="yes" select="()"/>
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:variable name="under" as="element()*" select="(eTree | eLeaf | triangle),
        (tokenize(@children) ! key('ed:by-id', substring-after(., '#'), root($here))[1])
          [.. is $here/..] except ($above, .)"/>
    <ed:item kind="node">
      <xsl:call-template name="ed:node"/>
      <xsl:if test="exists($under)">
        <ed:list kind="simple">
          <xsl:apply-templates select="$under" mode="ed:tree">
            <xsl:with-param name="above" tunnel="yes" select="$above, ."/>
          </xsl:apply-templates>
        </ed:list>
      </xsl:if>
    </ed:item>
  </xsl:template>
  <xsl:template name="ed:node">
    <xsl:call-template name="ed:common"/>
    <xsl:sequence select="ed:added(@n/string())"/>
    <xsl:if test="@n and *"><xsl:sequence select="ed:added(': ')"/></xsl:if>
    <xsl:apply-templates select="* except (eTree, eLeaf, triangle)" mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
