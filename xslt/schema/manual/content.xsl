<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models as people read them: names with ? * + and commas or bars, classes and macros
     written out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:content" on-no-match="fail"/>

  <xsl:template match="content" mode="ed:content" as="node()*">
    <xsl:apply-templates select="*" mode="ed:content"/>
  </xsl:template>

  <xsl:template match="*[@minOccurs or @maxOccurs]" mode="ed:content" priority="5" as="node()*">
    <xsl:next-match/>
    <xsl:value-of select="
        if (@maxOccurs = 'unbounded') then (if (@minOccurs = '0') then '*' else '+')
        else if (@minOccurs = '0') then '?' else ''"/>
  </xsl:template>

  <xsl:template match="sequence" mode="ed:content" as="node()*">
    <xsl:sequence select="ed:group(*, ', ')"/>
  </xsl:template>
  <xsl:template match="alternate" mode="ed:content" as="node()*">
    <xsl:sequence select="ed:group(*, ' | ')"/>
  </xsl:template>

  <!-- In a choice of more a class needs no parentheses of its own. -->
  <xsl:template match="alternate/classRef" mode="ed:content" as="node()*">
    <xsl:sequence select="ed:list(ed:elements(ed:named(., 'classSpec')) ! ed:link(.), ' | ')"/>
  </xsl:template>
  <xsl:template match="classRef[not(parent::alternate) or @minOccurs or @maxOccurs]" mode="ed:content"
      priority="2" as="node()*">
    <xsl:text>(</xsl:text>
    <xsl:sequence select="ed:list(ed:elements(ed:named(., 'classSpec')) ! ed:link(.), ' | ')"/>
    <xsl:text>)</xsl:text>
  </xsl:template>
  <xsl:template match="elementRef" mode="ed:content" as="node()*">
    <xsl:sequence select="ed:named(., 'elementSpec') ! ed:link(.)"/>
  </xsl:template>
  <xsl:template match="macroRef" mode="ed:content" as="node()*">
    <xsl:apply-templates select="ed:named(., 'macroSpec')/content[not(. is current()/ancestor::content)]" mode="ed:content"/>
  </xsl:template>

  <xsl:template match="textNode" mode="ed:content" as="text()"><xsl:text>text</xsl:text></xsl:template>
  <xsl:template match="empty" mode="ed:content" as="text()"><xsl:text>nothing</xsl:text></xsl:template>
  <xsl:template match="dataRef" mode="ed:content" as="node()*">
    <xsl:sequence select="ed:form(.)"/>
  </xsl:template>
  <xsl:template match="valList" mode="ed:content" as="node()*">
    <xsl:value-of select="valItem ! ('“' || @ident || '”')" separator=" | "/>
  </xsl:template>
  <!-- Patterns of other languages, and elements of any name, by their names. -->
  <xsl:template match="*" mode="ed:content" priority="-9" as="node()*">
    <code>{name()}{@name ! (' ' || .)}</code>
    <xsl:if test="*"><xsl:sequence select="ed:group(*, ', ')"/></xsl:if>
  </xsl:template>

  <!-- Parts of a content model in parentheses, unless there is one alone. -->
  <xsl:function name="ed:group" as="node()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:if test="count($parts) gt 1"><xsl:text>(</xsl:text></xsl:if>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1"><xsl:value-of select="$sign"/></xsl:if>
      <xsl:apply-templates select="." mode="ed:content"/>
    </xsl:for-each>
    <xsl:if test="count($parts) gt 1"><xsl:text>)</xsl:text></xsl:if>
  </xsl:function>

  <!-- The elements of a class and of the classes in it. -->
  <xsl:function name="ed:elements" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="ed:members($class) !
        (self::elementSpec, self::classSpec ! ed:elements(.)) => ed:by-name()"/>
  </xsl:function>

  <!-- The elements that a content model, with its classes and macros, lets in. -->
  <xsl:function name="ed:let-in" as="element(elementSpec)*">
    <xsl:param name="content" as="element(content)"/>
    <xsl:sequence select="
        $content//elementRef ! ed:named(., 'elementSpec'),
        $content//classRef ! ed:named(., 'classSpec') ! ed:elements(.),
        $content//macroRef ! ed:named(., 'macroSpec') ! content ! ed:let-in(.)"/>
  </xsl:function>

  <!-- Elements by the names of those that may stand in them. -->
  <xsl:key name="ed:parent" match="elementSpec" use="content ! ed:let-in(.) ! string(@ident)"/>
  <xsl:function name="ed:parents" as="element(elementSpec)*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="ed:by-name(key('ed:parent', $spec/@ident, root($spec)))"/>
  </xsl:function>

  <xsl:function name="ed:by-name" as="element(elementSpec)*">
    <xsl:param name="specs" as="element(elementSpec)*"/>
    <xsl:perform-sort select="$specs/.">
      <xsl:sort select="lower-case(@ident)"/>
    </xsl:perform-sort>
  </xsl:function>
</xsl:stylesheet>
