<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes of an element, its own and those of its classes, with their values. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="ed:attributes" as="element()*">
    <xsl:context-item as="element(elementSpec)" use="required"/>
    <xsl:variable name="attributes" as="element(attDef)*" select="ed:attributes(.)"/>
    <xsl:if test="exists($attributes)">
      <dt>Attributes</dt>
      <dd>
        <dl class="attributes">
          <xsl:apply-templates select="$attributes" mode="ed:attribute"/>
        </dl>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- Own attributes first, then those of the classes, required ones before others. -->
  <xsl:function name="ed:attributes" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="all" as="element(attDef)*" select="ed:inherited($spec)"/>
    <xsl:sequence select="$all[@usage = 'req'], $all[not(@usage = 'req')]"/>
  </xsl:function>

  <xsl:function name="ed:inherited" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/attList//attDef,
        $spec/classes/memberOf ! ed:named(., 'classSpec')[@type = 'atts'] ! ed:inherited(.)"/>
  </xsl:function>

  <xsl:mode name="ed:attribute" on-no-match="fail"/>
  <xsl:template match="attDef" mode="ed:attribute" as="element()+">
    <dt><code>{@ident}</code>{' (required)'[current()/@usage = 'req']}</dt>
    <dd>
      <p>{ed:words(., 'desc')}</p>
      <xsl:apply-templates select="(valList[valItem], datatype)[1]" mode="ed:attribute"/>
    </dd>
  </xsl:template>
  <xsl:template match="valList" mode="ed:attribute" as="element()">
    <dl class="values">
      <xsl:for-each select="valItem">
        <dt><code>{@ident}</code></dt>
        <dd>{ed:words(., 'desc')}</dd>
      </xsl:for-each>
    </dl>
  </xsl:template>
  <xsl:template match="datatype" mode="ed:attribute" as="element()">
    <p class="form">
      <xsl:value-of select="'one or more, parted by spaces: '[current()/@maxOccurs = 'unbounded']"/>
      <xsl:sequence select="ed:form(dataRef[1])"/>
    </p>
  </xsl:template>

  <!-- The form of a value: what the ODD says of its datatype, or the name and the pattern. -->
  <xsl:function name="ed:form" as="node()*">
    <xsl:param name="reference" as="element(dataRef)?"/>
    <xsl:choose>
      <xsl:when test="$reference/@key">{ed:words(ed:named($reference, 'dataSpec'), 'desc')}</xsl:when>
      <xsl:otherwise>
        <code>{($reference/@restriction, $reference/@name)[1]}</code>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
