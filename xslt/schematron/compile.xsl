<?xml version="1.0" encoding="UTF-8"?>
<!-- Schematron without abstractions to XSLT 3.0: a pattern is a mode that walks the document by
     itself, a rule is a template whose priority falls with its place, so that of the rules of a
     pattern the first that matches a node is the only one that fires. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:ed="urn:editio:ns"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:out="urn:editio:out" exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="ed:compile" visibility="private" on-no-match="fail"/>

  <!-- A stylesheet in the version that the query binding asks for; xs: is bound in any case. -->
  <xsl:template match="sch:schema" mode="ed:compile" as="element()">
    <xsl:variable name="active" as="element(sch:pattern)*" select="ed:active(.)"/>
    <out:stylesheet version="{if (lower-case(@queryBinding) = ('', 'xslt', 'xslt1')) then '1.0' else '3.0'}"
        exclude-result-prefixes="#all">
      <xsl:call-template name="ed:namespaces"/>
      <xsl:copy-of select="@xpath-default-namespace"/>
      <xsl:copy-of select="xsl:*"/>
      <xsl:if test=".//@*[matches(., '(^|[^\w.:$-])ed:(' || $ed:opening || ')\(')]">
        <xsl:call-template name="ed:unopened"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:compile"
          select="sch:let, ed:phase(.)/sch:let, $active/sch:let[ed:is-global(.)]"/>
      <xsl:apply-templates select="$active" mode="ed:compile"/>
      <xsl:call-template name="ed:entry">
        <xsl:with-param name="active" select="$active"/>
      </xsl:call-template>
    </out:stylesheet>
  </xsl:template>

  <!-- What stands for doc() and its like (checks/schematron/rules.py): no rule opens anything. -->
  <xsl:variable name="ed:opening" as="xs:string" visibility="private" select="
      'doc|document|collection|uri-collection|json-doc|unparsed-text|unparsed-text-lines|transform|load-xquery-module'"/>
  <xsl:template name="ed:unopened" as="element()*">
    <xsl:for-each select="for $name in tokenize($ed:opening, '\|'), $many in 0 to 3 return map{$name: $many}">
      <out:function name="ed:{map:keys(.)}" as="item()*">
        <xsl:for-each select="1 to ?*"><out:param name="p{.}" as="item()*"/></xsl:for-each>
        <out:sequence select="error(QName('urn:editio:ns', 'ed:unopened'), 'rules open no files but those of the edition that they name')"/>
      </out:function>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ed:namespaces" as="node()*">
    <xsl:context-item as="element(sch:schema)" use="required"/>
    <xsl:variable name="declared" as="xs:string*" select="sch:ns/@prefix"/>
    <xsl:if test="not('xs' = $declared)">
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
    </xsl:if>
    <xsl:namespace name="ed" select="'urn:editio:ns'"/>
    <xsl:namespace name="err" select="'http://www.w3.org/2005/xqt-errors'"/>
    <xsl:for-each-group select="sch:ns[not(@prefix = ('ed', 'err'))]" group-by="@prefix">
      <xsl:namespace name="{@prefix}" select="string(@uri)"/>
    </xsl:for-each-group>
    <xsl:variable name="schema" as="element()" select="."/>
    <xsl:for-each select="in-scope-prefixes(.)[not(. = ($declared, '', 'xml', 'xs', 'xsl', 'ed', 'err'))]">
      <xsl:namespace name="{.}" select="namespace-uri-for-prefix(., $schema)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="ed:phase" as="element(sch:phase)?" visibility="private">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:variable name="name" as="xs:string"
        select="if ($ed:phase = ('', '#DEFAULT')) then string($schema/@defaultPhase) else $ed:phase"/>
    <xsl:sequence select="$schema/sch:phase[@id = $name]"/>
  </xsl:function>

  <!-- The patterns of the phase; all where there is none. -->
  <xsl:function name="ed:active" as="element(sch:pattern)*" visibility="private">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:variable name="phase" as="element()?" select="ed:phase($schema)"/>
    <xsl:sequence select="
        $schema/sch:pattern[empty($phase) or @id = $phase/sch:active/@pattern][sch:rule]"/>
  </xsl:function>

  <!-- A variable of a pattern can be global, and so be used in a context, if its name is unique. -->
  <xsl:function name="ed:is-global" as="xs:boolean" visibility="private">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="
        count(root($let)//sch:let[@name = $let/@name][not(parent::sch:rule)]) = 1"/>
  </xsl:function>

  <xsl:function name="ed:mode" as="xs:string" visibility="private">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="'ed:pattern-' || count($pattern/preceding-sibling::sch:pattern)"/>
  </xsl:function>

  <!-- Patterns that need the same walk share it. In a mode of its own each can be run by itself, to see
       how long it takes. -->
  <xsl:template name="ed:entry" as="element()+">
    <xsl:param name="active" as="element(sch:pattern)*"/>
    <xsl:variable name="walks" as="xs:string*" select="distinct-values($active ! ed:walk(.))"/>
    <out:mode name="ed:schematron" on-no-match="fail"/>
    <out:template match="/" mode="ed:schematron">
      <ed:findings>
        <xsl:for-each select="$walks">
          <out:apply-templates select="." mode="{$ed:shared(.)}"/>
        </xsl:for-each>
      </ed:findings>
    </out:template>
    <xsl:sequence select="$walks ! ed:step(., $ed:shared(.))"/>
  </xsl:template>

  <!-- Over what a walk goes: the mode in which it is shared. -->
  <xsl:variable name="ed:shared" as="map(xs:string, xs:string)" visibility="private" select="map{
      '*': 'ed:elements', '@* | *': 'ed:attributes', '@* | node()': 'ed:nodes'}"/>

  <!-- The shortest walk that meets all that the rules of a pattern may match. A name before a bracket
       is a function or a kind of node. -->
  <xsl:function name="ed:walk" as="xs:string" visibility="private">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="outer" as="xs:string*"
        select="$pattern/sch:rule/@context ! ed:without-predicates(.)"/>
    <xsl:sequence select="
        if ($outer ! matches(., '[$\[]|[\w.-]\s*\(|(^|[^\w.-])\.') = true()) then '@* | node()'
        else if ($outer ! matches(., '@|attribute') = true()) then '@* | *'
        else '*'"/>
  </xsl:function>

  <xsl:function name="ed:without-predicates" as="xs:string" visibility="private">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string"
        select="replace(replace($context, '&quot;[^&quot;]*&quot;', ''), '''[^'']*''', '')"/>
    <xsl:variable name="outer" as="xs:string" select="replace($bare, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($outer ne $bare) then ed:without-predicates($outer) else $outer"/>
  </xsl:function>

  <!-- What comes behind all rules: the walk goes on, and no pattern is done with. -->
  <xsl:function name="ed:step" as="element()" visibility="private">
    <xsl:param name="walk" as="xs:string"/>
    <xsl:param name="mode" as="xs:string"/>
    <out:template match="/ | node() | @*" mode="{$mode}" priority="-1">
      <out:apply-templates select="{$walk}" mode="#current">
        <out:with-param name="ed:done" select="-1" tunnel="yes"/>
      </out:apply-templates>
    </out:template>
  </xsl:function>

  <xsl:template match="sch:pattern" mode="ed:compile" as="element()+">
    <xsl:variable name="walk" as="xs:string" select="ed:walk(.)"/>
    <xsl:sequence select="ed:step($walk, ed:mode(.))"/>
    <xsl:apply-templates select="sch:rule" mode="ed:compile">
      <xsl:with-param name="modes" select="$ed:shared($walk) || ' ' || ed:mode(.)"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- A rule, behind which come those of the next patterns; of the same pattern no other is asked. -->
  <xsl:template match="sch:rule" mode="ed:compile" as="element()">
    <xsl:param name="modes" as="xs:string"/>
    <xsl:variable name="number" as="xs:integer"
        select="count(../preceding-sibling::sch:pattern)"/>
    <out:template match="{@context}" mode="{$modes}" priority="{1
        + count(following-sibling::sch:rule | ../following-sibling::sch:pattern/sch:rule)}">
      <out:param name="ed:done" select="-1" tunnel="yes"/>
      <out:choose>
        <out:when test="$ed:done = {$number}">
          <out:next-match/>
        </out:when>
        <out:otherwise>
          <xsl:apply-templates mode="ed:compile"
              select="../sch:let[not(ed:is-global(.))], sch:let, sch:assert, sch:report"/>
          <out:next-match>
            <out:with-param name="ed:done" select="{$number}" tunnel="yes"/>
          </out:next-match>
        </out:otherwise>
      </out:choose>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let" mode="ed:compile" as="element()">
    <out:variable name="{@name}">
      <xsl:copy-of select="@as"/>
      <xsl:choose>
        <xsl:when test="@value and parent::sch:pattern and not(ed:is-global(.))">
          <xsl:attribute name="select" select="'root() ! (' || @value || ')'"/>
        </xsl:when>
        <xsl:when test="@value">
          <xsl:attribute name="select" select="@value"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="node()"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>
</xsl:stylesheet>
