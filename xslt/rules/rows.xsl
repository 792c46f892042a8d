<?xml version="1.0" encoding="UTF-8"?>
<!-- Rows of the tables that a genre has of its own (formats/genres.py): one ed:row a row, with an
     ed:value for each column that is not empty. Nothing of it is shown on a page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="rows/language.xsl"/>
  <xsl:include href="rows/sentences.xsl"/>
  <xsl:include href="rows/sources.xsl"/>
  <xsl:include href="rows/speeches.xsl"/>

  <xsl:mode name="ed:rows" on-no-match="shallow-skip"/>
  <xsl:template match="text() | teiHeader/encodingDesc | teiHeader/profileDesc | egXML | *[@ed:listed]" mode="ed:rows"/>

  <xsl:function name="ed:rows" as="element(ed:rows)?">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="rows" as="element(ed:row)*">
      <xsl:apply-templates select="$document" mode="ed:rows"/>
      <xsl:sequence select="ed:sentences($document)"/>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <ed:rows><xsl:sequence select="$rows"/></ed:rows>
    </xsl:if>
  </xsl:function>

  <!-- The base forms of words, place by place, from the nearest around them: search finds them. -->
  <xsl:template match="text[.//w/@lemma]" mode="ed:rows" priority="1">
    <xsl:for-each-group select=".//w[normalize-space(@lemma)]" group-by="string-join(reverse(ancestor::*/@ed:id), '|')">
      <xsl:sequence select="ed:row('lemmas', map{
          'places': current-grouping-key(), 'lemmas': distinct-values(current-group()/@lemma ! normalize-space(.))})"/>
    </xsl:for-each-group>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="ed:row" as="element(ed:row)">
    <xsl:param name="table" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, item()*)"/>
    <ed:row table="{$table}">
      <xsl:for-each select="sort(map:keys($values))">
        <xsl:variable name="words" as="xs:string"
            select="string-join($values(.) ! normalize-space(.)[. ne ''], '|')"/>
        <xsl:if test="$words"><ed:value name="{.}"><xsl:value-of select="$words"/></ed:value></xsl:if>
      </xsl:for-each>
    </ed:row>
  </xsl:function>

  <!-- The id that leads to an element on its page: its own, or that of what it stands in. -->
  <xsl:function name="ed:place-of" as="xs:string">
    <xsl:param name="element" as="node()"/>
    <xsl:sequence select="string($element/ancestor-or-self::*[@ed:id][1]/@ed:id)"/>
  </xsl:function>
  <!-- The words of an element without notes and what was left behind. -->
  <xsl:function name="ed:row-words" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="normalize-space(string-join($elements//(text() | (lb | pb | cb)[not(@break = 'no' or ancestor::w)])
        [not(ancestor::note or ancestor::fw or ancestor::sic[parent::choice] or ancestor::orig[parent::choice]
          or ancestor::abbr[parent::choice] or ancestor::index
          or ancestor::del[parent::subst or parent::mod] intersect $elements//del)] ! string((self::text(), ' ')[1])))"/>
  </xsl:function>
  <xsl:function name="ed:word-count" as="xs:integer">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="count(tokenize(string-join($elements ! ed:row-words(.), ' '))[matches(., '[\p{L}\p{N}]')])"/>
  </xsl:function>
  <xsl:function name="ed:ids" as="xs:string*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointers) ! replace(., '^#', '')"/>
  </xsl:function>
</xsl:stylesheet>
