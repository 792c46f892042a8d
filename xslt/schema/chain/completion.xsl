<?xml version="1.0" encoding="UTF-8"?>
<!-- What is referred to and was not selected: classes, macros and datatypes are fetched, elements
     are not, so that content models lose them. Then each specification is settled. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:rng="http://relaxng.org/ns/structure/1.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:completed" as="map(xs:string, element())">
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="declared" as="element()*"/>
    <xsl:variable name="gone" as="xs:string*" select="$declared[@mode = 'delete']/@ident ! string()"/>
    <xsl:iterate select="1 to 9">
      <xsl:param name="there" as="map(xs:string, element())" select="$there"/>
      <xsl:param name="new" as="element()*" select="$there?*"/>
      <xsl:on-completion select="$there"/>
      <xsl:variable name="fetched" as="map(xs:string, element())" select="map:merge(
          $new ! ed:referred(.)[not(@ident = $gone or map:contains($there, @ident))]
          ! map:entry(ed:name(.), .), map{'duplicates': 'use-first'})"/>
      <xsl:choose>
        <xsl:when test="map:size($fetched) = 0"><xsl:break select="$there"/></xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="there" select="map:merge(($there, $fetched))"/>
            <xsl:with-param name="new" select="$fetched?*"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- What a specification refers to, in the sources. Of classes of attributes only those that the
       ODD itself names (it has places): those of the TEI depend on the modules. -->
  <xsl:function name="ed:referred" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="
        $spec//classRef ! ed:base(., 'classSpec', @key),
        $spec//macroRef ! ed:base(., 'macroSpec', @key),
        $spec//dataRef ! ed:base(., 'dataSpec', @key),
        $spec/classes/memberOf[@ed:at] ! ed:base(., 'classSpec', @key),
        $spec//rng:ref ! ed:by-old-name(.)"/>
  </xsl:function>

  <!-- What a pattern of RELAX NG in an ODD refers to, by one of the names that the TEI gave to it. -->
  <xsl:function name="ed:by-old-name" as="element()?">
    <xsl:param name="reference" as="element(rng:ref)"/>
    <xsl:sequence select="(for $name in ed:idents-of($reference/@name),
        $kind in ('macroSpec', 'dataSpec', 'classSpec') return ed:base($reference, $kind, $name))[1]"/>
  </xsl:function>

  <!-- Each specification as it is in the schema. A class that was not selected and has no element is
       none of it. -->
  <xsl:function name="ed:settled" as="map(xs:string, element())">
    <xsl:param name="all" as="map(xs:string, element())"/>
    <xsl:param name="selected" as="xs:string*"/>
    <xsl:param name="declared" as="element()*"/>
    <xsl:variable name="used" as="map(xs:string, element())" select="ed:in-use($all, $declared)"/>
    <xsl:variable name="filled" as="map(xs:string, xs:boolean)" select="ed:filled($used)"/>
    <xsl:variable name="there" as="map(xs:string, element())" select="map:remove($used,
        map:keys($used)[$used(.)/@type = 'model'][not(. = $selected or $filled(.))])"/>
    <xsl:variable name="attributes" as="map(xs:string, element(attDef)*)" select="map:merge(
        $there?*[self::classSpec/@type = 'atts'] ! map:entry(string(@ident), ed:inherited(., $there)))"/>
    <xsl:sequence select="$there?*/classes/memberOf[not(map:contains($all, @key) or ed:known(@key))]
        ! ed:no-class(.)"/>
    <xsl:map>
      <xsl:for-each select="map:keys($there)">
        <xsl:map-entry key="." select="ed:dressed($there(.), $there, $attributes) ! ed:pruned(., $there, $filled)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- Classes come and go with the versions of the TEI. -->
  <xsl:function name="ed:no-class" as="empty-sequence()">
    <xsl:param name="member" as="element(memberOf)"/>
    <xsl:sequence select="if ($ed:sources) then ed:remark($member, '“' || $member/@key
        || '” is not a class there; nothing is had from it') else ed:missing($member, $member/@key)"/>
  </xsl:function>

  <!-- The elements, and of the rest what they come to use: content refers to it, they have attributes
       from it, or a grammar from outside names it. Nothing else makes a difference. -->
  <xsl:function name="ed:in-use" as="map(xs:string, element())">
    <xsl:param name="all" as="map(xs:string, element())"/>
    <xsl:param name="declared" as="element()*"/>
    <xsl:variable name="inner" as="map(xs:string, xs:string*)" select="ed:inner-classes($all)"/>
    <xsl:iterate select="1 to 99">
      <xsl:param name="used" as="map(xs:string, element())" select="map:merge(
          map:keys($all)[$all(.)/self::elementSpec] ! map:entry(., $all(.)))"/>
      <xsl:param name="new" as="element()*" select="$used?*, $declared/self::moduleRef"/>
      <xsl:on-completion select="$used"/>
      <xsl:variable name="names" as="xs:string*" select="distinct-values(
          ($new ! ed:names-in(.), $new/classes/memberOf/@key[$all(.)/@type = 'atts'] ! string(),
          $new/self::classSpec[@type = 'model'] ! $inner(@ident)))
          [map:contains($all, .)][not(map:contains($used, .))]"/>
      <xsl:choose>
        <xsl:when test="empty($names)"><xsl:break select="$used"/></xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="used" select="map:merge(($used, $names ! map:entry(., $all(.))))"/>
            <xsl:with-param name="new" select="$names ! $all(.)"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>
  <xsl:function name="ed:names-in" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec//(classRef | macroRef | dataRef)/@key ! string(),
        $spec//(rng:ref | rng:define | attRef)/@name ! ed:idents-of(.)"/>
  </xsl:function>
  <!-- The model classes that are members of a class. -->
  <xsl:function name="ed:inner-classes" as="map(xs:string, xs:string*)">
    <xsl:param name="all" as="map(xs:string, element())"/>
    <xsl:map>
      <xsl:for-each-group select="$all?*/self::classSpec/classes/memberOf" group-by="string(@key)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()/../../@ident ! string()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The model classes in which there is an element. -->
  <xsl:function name="ed:filled" as="map(xs:string, xs:boolean)">
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:iterate select="1 to 30">
      <xsl:param name="filled" as="map(xs:string, xs:boolean)" select="map{}"/>
      <xsl:param name="new" as="xs:string*"
          select="distinct-values($there?*[self::elementSpec]/classes/memberOf/@key)"/>
      <xsl:on-completion select="$filled"/>
      <xsl:variable name="all" as="map(xs:string, xs:boolean)"
          select="map:merge(($filled, $new ! map:entry(., true())))"/>
      <xsl:choose>
        <xsl:when test="empty($new)"><xsl:break select="$filled"/></xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="filled" select="$all"/>
            <xsl:with-param name="new" select="distinct-values($new ! $there(.)/self::classSpec/classes
                /memberOf/@key)[not(map:contains($all, .))]"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
