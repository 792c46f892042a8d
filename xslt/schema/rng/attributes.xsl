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

  <xsl:template match="attList" mode="ed:attribute" as="element()*">
    <xsl:apply-templates select="*" mode="ed:attribute"/>
  </xsl:template>
  <xsl:template match="attList[@org = 'choice']" mode="ed:attribute" as="element(rng:choice)">
    <rng:choice>
      <xsl:apply-templates select="*" mode="ed:attribute"/>
    </rng:choice>
  </xsl:template>
  <!-- Attributes that are one of the choices together. -->
  <xsl:template match="attList[@org = 'choice']/attList[not(@org = 'choice')]" mode="ed:attribute"
      priority="1" as="element(rng:group)">
    <rng:group><xsl:next-match/></rng:group>
  </xsl:template>

  <xsl:template match="attDef[not(@usage = 'req')]" mode="ed:attribute" as="element(rng:optional)">
    <rng:optional>
      <xsl:next-match/>
    </rng:optional>
  </xsl:template>

  <xsl:template match="attDef" mode="ed:attribute" priority="-1" as="element(rng:attribute)">
    <rng:attribute name="{ed:called(.)}">
      <xsl:copy-of select="@ns[not(. = 'http://www.w3.org/XML/1998/namespace')]"/>
      <a:documentation>{ed:words(., 'desc')}</a:documentation>
      <xsl:variable name="values" as="element()*" select="ed:values(.)"/>
      <xsl:sequence select="$values"/>
      <xsl:if test="empty($values)"><rng:text/></xsl:if>
    </rng:attribute>
  </xsl:template>

  <!-- A reference to attributes that a grammar from outside defines. -->
  <xsl:template match="attRef" mode="ed:attribute" as="element(rng:ref)?">
    <xsl:choose>
      <xsl:when test="ed:foreign-names(root()) = @name">
        <rng:ref name="{@name}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="if (ed:unseen(root())) then () else ed:missing(., string-join((@class, @name), '/@'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="ed:attribute" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || @org ! (' org=&quot;' || . || '&quot;') || '>')"/>
  </xsl:template>

  <!-- The values of an attribute: a closed list; a list and whatever else is of the datatype; the
       datatype alone. Each as often as the datatype says. -->
  <xsl:function name="ed:values" as="element()*">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="list" as="element(valList)?" select="$attribute/valList[@type = ('closed', 'semi')]"/>
    <xsl:variable name="type" as="element()*">
      <xsl:apply-templates select="$attribute/datatype[not($list/@type = 'closed')]/*" mode="ed:pattern"/>
    </xsl:variable>
    <xsl:variable name="value" as="element()*">
      <xsl:choose>
        <xsl:when test="$list/@type = 'semi' and exists($type)">
          <rng:choice><xsl:sequence select="ed:listed($list)/*, $type"/></rng:choice>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$list[@type = 'closed'] ! ed:listed(.), $type"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="ed:in-list($value, $attribute/datatype)"/>
  </xsl:function>

  <!-- Several values in one attribute, parted by spaces. -->
  <xsl:function name="ed:in-list" as="element()*">
    <xsl:param name="value" as="element()*"/>
    <xsl:param name="type" as="element(datatype)?"/>
    <xsl:variable name="times" as="element()*" select="ed:repeated($value, $type/@minOccurs, $type/@maxOccurs)"/>
    <xsl:choose>
      <xsl:when test="empty($value) or ($type/@maxOccurs, '1')[1] = '1'">
        <xsl:sequence select="$times"/>
      </xsl:when>
      <!-- Text has no parts. -->
      <xsl:when test="$value/descendant-or-self::rng:text">
        <rng:text/>
      </xsl:when>
      <xsl:otherwise>
        <rng:list><xsl:sequence select="$times"/></rng:list>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:listed" as="element(rng:choice)">
    <xsl:param name="list" as="element(valList)"/>
    <rng:choice>
      <xsl:for-each select="$list/valItem">
        <rng:value>{ed:called(.)}</rng:value>
        <a:documentation>{ed:words(., 'desc')}</a:documentation>
      </xsl:for-each>
      <xsl:if test="empty($list/valItem)"><rng:notAllowed/></xsl:if>
    </rng:choice>
  </xsl:function>
  <xsl:template match="valList" mode="ed:pattern" as="element(rng:choice)">
    <xsl:sequence select="ed:listed(.)"/>
  </xsl:template>
</xsl:stylesheet>
