<?xml version="1.0" encoding="UTF-8"?>
<!-- The last step of the rules: what editors did is numbered through the text (key="c1"), so are the
     mentions of register entries (mention="m1"), editors' notes are lettered, so that every format and every table points to the same thing. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:mode name="ed:number" on-no-match="shallow-copy"
      use-accumulators="ed:interventions ed:editorial-notes ed:mentions"/>

  <xsl:function name="ed:is-intervention" as="xs:boolean">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="exists($behaviour[
        self::ed:alternate or self::ed:gap[@kind = 'gap'] or
        self::ed:inline[@kind = ('supplied', 'surplus', 'sic', 'unclear')]
          [not(parent::ed:alternate)]])"/>
  </xsl:function>

  <xsl:accumulator name="ed:interventions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="ed:*[ed:is-intervention(.)]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="ed:editorial-notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="ed:note[@kind = 'editorial']" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="ed:mentions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="ed:*[@entries]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="@entries" mode="ed:number" as="attribute()+">
    <xsl:copy/>
    <xsl:attribute name="mention" select="'m' || ../accumulator-before('ed:mentions')"/>
  </xsl:template>

  <xsl:template match="ed:*[ed:is-intervention(.)]" mode="ed:number">
    <xsl:copy>
      <xsl:attribute name="key" select="'c' || accumulator-before('ed:interventions')"/>
      <xsl:apply-templates select="@*, node()" mode="ed:number"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="ed:note[@kind = 'editorial']" mode="ed:number">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="ed:number"/>
      <xsl:attribute name="n"
          select="format-integer(accumulator-before('ed:editorial-notes'), 'a')"/>
      <xsl:apply-templates mode="ed:number"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
