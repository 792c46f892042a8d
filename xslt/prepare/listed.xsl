<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of persons, places and the like in the front or back of a text, or in what its header says of its
     source: where each entry has an id they are registers (edition/registers/gathering.py) and are shown
     as such alone. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Shown as a register alone, which is read elsewhere: nothing in it is settled or counted. -->
  <xsl:template mode="ed:prepare" priority="4" match="(div | listBibl | listEvent | listNym | listObject
      | listOrg | listPerson | listPlace | listRelation)[exists(ed:listing(.))]">
    <xsl:copy>
      <xsl:call-template name="ed:identity"/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- A mark for the rules: this is a register, or a division that holds nothing else. -->
  <xsl:function name="ed:listing" as="attribute(ed:listed)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="(ed:is-list-of($element) or $element/self::div/*[ed:is-list-of(.)])
        and $element/(ancestor::front | ancestor::back | ancestor::sourceDesc) and (ed:is-listed($element) or ed:holds-lists($element))">
      <xsl:attribute name="ed:listed" select="'yes'"/>
    </xsl:if>
  </xsl:function>

  <!-- listPerson and its like. -->
  <xsl:function name="ed:is-list-of" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="starts-with(local-name($element), 'list') and not($element/self::list)"/>
  </xsl:function>
  <xsl:function name="ed:is-listed" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="entries" as="element()*" select="
        $list//(person | personGrp | place | org | event | object | nym)
          [not(ancestor::person or ancestor::place or ancestor::org or ancestor::event)]"/>
    <xsl:sequence select="
        if ($list/(self::listPerson | self::listPlace | self::listOrg | self::listEvent |
          self::listObject | self::listNym))
          then exists($entries) and empty($entries[not(@xml:id)])
        else exists($list/self::listRelation) or
          exists($list/self::listBibl/parent::back/(listPerson | listPlace | listOrg | listEvent))
          and empty($list/(bibl | biblStruct | biblFull)[not(@xml:id) or text()[normalize-space()]])"/>
  </xsl:function>

  <xsl:function name="ed:holds-lists" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="lists" as="element()*" select="$division/self::div/*[ed:is-listed(.)]"/>
    <xsl:sequence select="exists($lists except $lists/self::listRelation)
        and empty($division/* except ($division/head, $lists))
        and empty($division/text()[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
