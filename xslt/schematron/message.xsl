<?xml version="1.0" encoding="UTF-8"?>
<!-- Assertions and what they say: each becomes a test that gives an ed:finding with the path of
     the node, the role, the message, and the diagnostics that it refers to. A test that fails
     for a reason of its own is told as a finding too, and the others go on. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:ed="urn:editio:ns"
    xmlns:out="urn:editio:out" xmlns:err="http://www.w3.org/2005/xqt-errors"
    exclude-result-prefixes="#all">

  <xsl:mode name="ed:message" visibility="private" on-no-match="fail"/>
  <xsl:key name="ed:diagnostic" match="sch:diagnostic" use="@id"/>

  <xsl:template match="sch:assert" mode="ed:compile" as="element()">
    <xsl:call-template name="ed:finding">
      <xsl:with-param name="test" select="'not(' || @test || ')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="sch:report" mode="ed:compile" as="element()">
    <xsl:call-template name="ed:finding">
      <xsl:with-param name="test" select="string(@test)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:finding" as="element()">
    <xsl:param name="test" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="string((@id, ../@id, ../../@id)[1])"/>
    <xsl:variable name="pattern" as="xs:integer"
        select="count(../../preceding-sibling::sch:pattern)"/>
    <out:try>
      <out:if test="{$test}">
        <ed:finding path="{{path({(@subject ! ('((' || . || '), .)[1]'), '.')[1]})}}"
            role="{lower-case((@role, ../@role, @flag)[1])}" rule="{$name}" see="{@see}" pattern="{$pattern}">
          <ed:message><xsl:apply-templates mode="ed:message"/></ed:message>
          <xsl:apply-templates select="ed:diagnostics(.)" mode="ed:message"/>
        </ed:finding>
      </out:if>
      <out:catch errors="*">
        <ed:finding path="{{path(.)}}" role="failed" rule="{$name}" pattern="{$pattern}">
          <ed:message><out:value-of select="$err:description"/></ed:message>
          <ed:diagnostic><xsl:value-of select="replace(@test, '(^|[^\w.:$-])ed:(' || $ed:opening || ')\(', '$1$2(')"/></ed:diagnostic>
        </ed:finding>
      </out:catch>
    </out:try>
  </xsl:template>

  <xsl:function name="ed:diagnostics" as="element(sch:diagnostic)*" visibility="private">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="
        tokenize($assertion/@diagnostics) ! key('ed:diagnostic', ., root($assertion))"/>
  </xsl:function>

  <xsl:template match="sch:diagnostic" mode="ed:message" as="element()">
    <ed:diagnostic><xsl:apply-templates mode="ed:message"/></ed:diagnostic>
  </xsl:template>

  <xsl:template match="text()" mode="ed:message" as="element()">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="ed:message" as="element()">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="ed:message" as="element()">
    <out:value-of select="{if (@path)
        then '(' || @path || ') ! (if (. instance of node()) then name(.) else string(.))'
        else 'name()'}"/>
  </xsl:template>

  <!-- XSLT that a message contains is run; of other markup the words are kept. -->
  <xsl:template match="xsl:*" mode="ed:message" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="*" mode="ed:message" as="element()*">
    <xsl:apply-templates mode="ed:message"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="ed:message"/>
</xsl:stylesheet>
