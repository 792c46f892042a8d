<?xml version="1.0" encoding="UTF-8"?>
<!-- A chain of ODDs to one that is complete in itself: what is taken from the TEI, or from another
     ODD, is fetched from the documents that are handed in, and the changes are made to it. Files are
     not opened here. Schema, rules and manual are made from the result. -->
<xsl:package name="urn:editio:odd-chain" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:xi="http://www.w3.org/2001/XInclude" exclude-result-prefixes="xsl xs map xi"
    expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:odd" package-version="1.0"/>

  <xsl:include href="chain/selection.xsl"/>
  <xsl:include href="chain/change.xsl"/>
  <xsl:include href="chain/completion.xsl"/>
  <xsl:include href="chain/attributes.xsl"/>
  <xsl:include href="chain/content.xsl"/>

  <!-- Each is an ed:source; @uri is what the ODD calls it, and nothing for the TEI itself. -->
  <xsl:param name="ed:sources" as="document-node()*" select="()"/>

  <xsl:mode name="ed:chain" visibility="public" on-no-match="shallow-copy"/>

  <!-- In: an ODD. Out: the same, complete. -->
  <xsl:template match="/" mode="ed:chain" as="document-node()">
    <xsl:variable name="declared" as="element()*" select="ed:schema(.) ! ed:declared(.)"/>
    <xsl:variable name="settled" as="map(xs:string, element())"
        select="ed:merged($declared) ! ed:settled(ed:completed(., $declared), map:keys(.), $declared)"/>
    <xsl:document>
      <xsl:apply-templates mode="ed:chain">
        <xsl:with-param name="declared" as="element()*" select="$declared" tunnel="yes"/>
        <xsl:with-param name="settled" as="map(xs:string, element())" select="$settled" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>

  <!-- In: a complete ODD. Out: path -> the same as a file, without our marks. -->
  <xsl:mode name="ed:written" visibility="public" on-no-match="shallow-copy"/>
  <xsl:template match="/" mode="ed:written" as="map(xs:string, xs:string)">
    <xsl:variable name="clean" as="document-node()">
      <xsl:document><xsl:apply-templates mode="ed:written"/></xsl:document>
    </xsl:variable>
    <xsl:sequence select="map{'edition.compiled.odd': serialize($clean, map{'indent': true(),
        'omit-xml-declaration': false(), 'suppress-indentation': $ed:as-it-stands}) || '&#xA;'}"/>
  </xsl:template>
  <xsl:variable name="ed:as-it-stands" as="xs:QName+" select="
      ('desc', 'gloss', 'p', 'head', 'exemplum', 'title') ! QName('http://www.tei-c.org/ns/1.0', .),
      QName('http://purl.oclc.org/dsdl/schematron', 'assert')"/>
  <xsl:template match="*" mode="ed:written" as="element()">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:copy-of select="@* except (@ed:*, @xml:base, @predeclare, @xml:id[ed:is-spec(..)])"/>
      <xsl:apply-templates mode="ed:written"/>
    </xsl:element>
  </xsl:template>
  <!-- What the TEI says of its definitions stands in its Guidelines. -->
  <xsl:template match="listRef | remarks[@versionDate] | desc[@versionDate] | gloss[@versionDate]" mode="ed:written"/>
  <xsl:template match="/*" mode="ed:written" as="node()+">
    <xsl:comment> Made from edition.odd and the TEI by “editio schema”. Change the ODD, not this file. </xsl:comment>
    <xsl:next-match/>
  </xsl:template>
  <!-- The schema of a document; of several the first, as elsewhere. -->
  <xsl:function name="ed:schema" as="element(schemaSpec)?">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:variable name="all" as="element(schemaSpec)*" select="$odd//schemaSpec"/>
    <xsl:sequence select="$all[2] ! ed:remark(.,
        'only the first of ' || count($all) || ' schemas in this file is compiled')"/>
    <xsl:sequence select="if ($all) then $all[1]
        else ed:report($odd/*, 'there is no schemaSpec in this file, so that nothing is specified')"/>
  </xsl:function>

  <xsl:template match="schemaSpec" mode="ed:chain" as="element(schemaSpec)">
    <xsl:param name="declared" as="element()*" tunnel="yes"/>
    <xsl:param name="settled" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:variable name="placed" as="xs:string*" select="$declared[ed:is-spec(.)] ! ed:name(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @source"/>
      <xsl:apply-templates mode="ed:chain"/>
      <xsl:for-each select="map:keys($settled)[not(. = $placed)]">
        <xsl:sort select="($ed:positions(.), 0)[1]"/>
        <xsl:sort select="."/>
        <xsl:sequence select="$settled(.)"/>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="schemaSpec[preceding::schemaSpec]" mode="ed:chain" priority="2"/>

  <!-- A specification of the ODD, where it stands: complete, if it is still there. -->
  <xsl:template match="elementSpec | classSpec | dataSpec | macroSpec" mode="ed:chain"
      as="element()?">
    <xsl:param name="declared" as="element()*" tunnel="yes"/>
    <xsl:param name="settled" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:variable name="same" as="element()*"
        select="$declared[@ident = current()/@ident][ed:is-spec(.)][ed:name(.) = ed:name(current())]"/>
    <xsl:sequence select="if ($same[1] is .) then $settled(ed:name(.)) else ()"/>
  </xsl:template>

  <!-- What is fetched stands at the end of the schema. -->
  <xsl:template match="moduleRef[@key] | (schemaSpec | specGrp)/(elementRef | classRef | macroRef | dataRef)"
      mode="ed:chain"/>
  <xsl:template match="moduleRef[@url]" mode="ed:chain" as="element(moduleRef)">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <ed:grammar><xsl:copy-of select="ed:source-called(@url)/ed:source/*"/></ed:grammar>
      <xsl:copy-of select="content"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="specGrpRef[not(starts-with(@target, '#'))]" mode="ed:chain" as="element()*">
    <xsl:param name="settled" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:sequence select="ed:declared(.)[ed:is-spec(.)] ! $settled(ed:name(.)), ed:declared(.)[self::constraintSpec]"/>
  </xsl:template>
  <xsl:template match="(schemaSpec | specGrp)/(text() | xi:include)" mode="ed:chain"/>
</xsl:package>
