<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus as formats find them: by what they are about, in their layers. What
     an entry says was settled by apparatus.xsl; here is how it is read. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:entry" match="ed:apparatus/ed:entry" use="@key"/>
  <xsl:function name="ed:entry-of" as="element(ed:entry)?" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="
        root($behaviour)[self::document-node()] ! key('ed:entry', $behaviour/(@entry, @key)[1], .)[1]"/>
  </xsl:function>

  <!-- Entries that say something: those whose witnesses agree with the text are data alone. -->
  <xsl:function name="ed:told-entries" as="element(ed:entry)*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:apparatus/ed:entry[not(@silent)]"/>
  </xsl:function>

  <!-- Layers that are known not to be variants of the text, by their names. -->
  <xsl:variable name="ed:other-layers" visibility="public" as="map(xs:string, xs:string)" select="map{
      'testimonia': 'testimonia', 'testimonium': 'testimonia', 'sources': 'sources',
      'source': 'sources', 'fontes': 'sources', 'parallels': 'parallels', 'parallel': 'parallels',
      'similia': 'parallels', 'loci': 'parallels', 'loci-similes': 'parallels',
      'loci-paralleli': 'parallels', 'bible': 'sources', 'biblical': 'sources',
      'fontium': 'sources', 'commentary': 'commentary', 'explanatory': 'commentary'}"/>
  <xsl:function name="ed:is-of-variants" as="xs:boolean" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="not(map:contains($ed:other-layers, lower-case($entry/@layer)))"/>
  </xsl:function>
  <!-- What witnesses have instead of the words of the text. -->
  <xsl:function name="ed:variants-told" as="element(ed:entry)*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="ed:told-entries($document)[ed:is-of-variants(.)]"/>
  </xsl:function>

  <!-- Where the words are that an entry is about, as pages say it. -->
  <xsl:function name="ed:entry-place" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="
        (string-join(($entry/@from, $entry/@to), '–')[.], string($entry/@place))[1]"/>
  </xsl:function>

  <!-- What a witness is: what its list says, the place and the date unless they are told so. -->
  <xsl:function name="ed:witness-words" as="xs:string" visibility="public">
    <xsl:param name="witness" as="element(ed:witness)"/>
    <xsl:sequence select="$witness ! string-join((ed:words[text()],
        (@place, @date)[not(contains(../ed:words, .))]), ', ')"/>
  </xsl:function>

  <!-- What stands after the key: the lemma, its bracket, who has what instead. -->
  <xsl:function name="ed:entry-words" as="node()*" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="$entry/ed:told/node()"/>
  </xsl:function>

  <!-- The same without the lemma and its bracket. -->
  <xsl:function name="ed:against" as="node()*" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)?"/>
    <xsl:variable name="bracket" as="text()?"
        select="$entry/ed:told[ed:lemma]/text()[ends-with(., '] ')][1]"/>
    <xsl:sequence select="
        $entry/ed:told/node()[not(self::ed:lemma)][not($bracket) or . >> $bracket]"/>
  </xsl:function>

  <!-- The layers of a text, in their order, each with what it is called. -->
  <xsl:function name="ed:layers" as="element(ed:layer)*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:apparatus/ed:layer"/>
  </xsl:function>

  <!-- What is said of a reading of a kind, unless the source says it in its own words. -->
  <xsl:variable name="ed:said-of" as="map(xs:string, xs:string)" select="map{
      'omission': 'app-omission', 'addition': 'app-addition', 'transposition': 'app-transposition',
      'illegible': 'reason-illegible', 'lost': 'reason-lost', 'space': 'a-space'}"/>
  <xsl:function name="ed:said-for" as="xs:string?" visibility="public">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="($reading/@said, $ed:said-of($reading/@kind) ! ed:label(., $lang))[1]"/>
  </xsl:function>
</xsl:stylesheet>
