<?xml version="1.0" encoding="UTF-8"?>
<!-- One volume of the whole edition: the parts that print.xsl made of each text, bound between
     front matter from the edition's own document and indexes from the registers. In: ed:volume
     with facts, registers, parts (HTML) and, once pages are known, ed:locators. Out: the page. -->
<xsl:package name="urn:editio:volume" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:print" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="private"/>
  </xsl:use-package>

  <xsl:include href="indexed.xsl"/>
  <xsl:include href="volume/front.xsl"/>
  <xsl:include href="volume/texts.xsl"/>
  <xsl:include href="volume/sides.xsl"/>
  <xsl:include href="volume/notes.xsl"/>
  <xsl:include href="volume/index.xsl"/>

  <!-- The behaviours of the edition's own document, where it has one. -->
  <xsl:param name="ed:about" as="document-node()?" select="()"/>
  <!-- The behaviours of the pages that stand before the texts. -->
  <xsl:param name="ed:front" as="document-node()*" select="()"/>
  <!-- The language of what spans texts. -->
  <xsl:param name="ed:language" as="xs:string" select="''"/>
  <xsl:variable name="ed:lang" as="xs:string"
      select="string(($ed:about/ed:document/@lang, $ed:language[.], 'en')[1])"/>

  <!-- The facts of all texts and the parts of their pages: the book. -->
  <xsl:mode name="ed:volume" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:volume" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:volume" mode="ed:volume"/>
    </xsl:variable>
    <xsl:sequence select="map{'page': ed:serialize($page)}"/>
  </xsl:template>

  <xsl:template match="ed:volume" mode="ed:volume" as="element(html)">
    <xsl:variable name="metadata" as="element(ed:metadata)?" select="$ed:about//ed:metadata"/>
    <html lang="{$ed:lang}">
      <xsl:sequence select="ed:head(ed:volume-title(.), $metadata)"/>
      <body>
        <xsl:sequence select="ed:opening-pages(.), ed:volume-contents(.), ed:introduction(),
            $ed:front/ed:document ! ed:essay(.), ed:volume-conspectus(.)"/>
        <xsl:sequence select="ed:texts(.)"/>
        <xsl:sequence select="
            ed:gathered(., 'apparatus'), ed:gathered(., 'about'), ed:indexes(.), ed:colophon()"/>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="ed:texts" as="element(section)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="signs" as="map(*)" select="ed:new-signs($volume)"/>
    <xsl:variable name="texts" as="element(section)*">
      <xsl:apply-templates select="$volume/div" mode="ed:volume"/>
    </xsl:variable>
    <xsl:apply-templates select="$texts" mode="ed:counted">
      <xsl:with-param name="signs" select="$signs" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:function name="ed:volume-title" as="xs:string">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="
        string(($ed:edition[.], $volume/ed:facts[1]/ed:field[@name = 'title'])[1])"/>
  </xsl:function>
</xsl:package>
