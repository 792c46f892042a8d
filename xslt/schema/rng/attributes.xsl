<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes, attribute classes and lists of values to patterns. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:attribute" on-no-match="fail"/>

  <!-- A model class gives no attributes, but has to be there all the same. -->
  <xsl:template match="memberOf" mode="ed:attribute" as="element(rng:ref)?">
    <xsl:variable name="class" as="element()?" select="ed:named(., 'classSpec')"/>
    <xsl:if test="$class/@type = 'atts'">
      <rng:ref name="{@key}.attributes"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attList[not(@org = 'choice')]" mode="ed:attribute" as="element()*">
    <xsl:apply-templates select="*" mode="ed:attribute"/>
  </xsl:template>

  <xsl:template match="attDef[not(@usage = 'req')]" mode="ed:attribute" as="element(rng:optional)">
    <rng:optional>
      <xsl:next-match/>
    </rng:optional>
  </xsl:template>

  <xsl:template match="attDef" mode="ed:attribute" priority="-1" as="element(rng:attribute)">
    <xsl:sequence select="(@mode[not(. = 'add')], @ns) ! ed:unknown(.., name() || '=&quot;' || . || '&quot;')"/>
    <rng:attribute name="{@ident}">
      <a:documentation>{ed:words(., 'desc')}</a:documentation>
      <xsl:apply-templates select="(valList, datatype)[1]" mode="ed:values"/>
      <xsl:if test="empty((valList, datatype))"><rng:text/></xsl:if>
    </rng:attribute>
  </xsl:template>

  <xsl:template match="*" mode="ed:attribute" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || @org ! (' org=&quot;' || . || '&quot;') || '>')"/>
  </xsl:template>

  <xsl:mode name="ed:values" on-no-match="fail"/>

  <!-- Where its datatype asks for several values, a list is left to the template of the unknown. -->
  <xsl:template match="valList[@type = 'closed'][not(../datatype/(@minOccurs, @maxOccurs) != '1')]"
      mode="ed:values" as="element(rng:choice)">
    <rng:choice>
      <xsl:for-each select="valItem">
        <rng:value>{@ident}</rng:value>
        <a:documentation>{ed:words(., 'desc')}</a:documentation>
      </xsl:for-each>
    </rng:choice>
  </xsl:template>

  <xsl:template match="datatype" mode="ed:values" as="element()*">
    <xsl:apply-templates select="dataRef" mode="ed:pattern"/>
  </xsl:template>

  <!-- Several values in one attribute, parted by spaces. -->
  <xsl:template match="datatype[@maxOccurs = 'unbounded'][not(@minOccurs = '0')]" mode="ed:values"
      as="element(rng:list)">
    <rng:list>
      <rng:oneOrMore>
        <xsl:apply-templates select="dataRef" mode="ed:pattern"/>
      </rng:oneOrMore>
    </rng:list>
  </xsl:template>

  <xsl:template match="valList | datatype[not(dataRef)] | datatype[(@minOccurs, @maxOccurs) != '1']
      [@minOccurs = '0' or not(@maxOccurs = 'unbounded')]" mode="ed:values" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || string-join((name(), @type,
        ../datatype/(@minOccurs, @maxOccurs)), ' ') || '>')"/>
  </xsl:template>
</xsl:stylesheet>
