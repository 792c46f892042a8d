<?xml version="1.0" encoding="UTF-8"?>
<!-- Images beside the text: what the viewer needs to know, as data in the page, and a link to each
     image where its page begins. A page without images has nothing of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:image-data" as="element(script)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="ed:image-data-of($document, ed:images($document))"/>
  </xsl:function>
  <xsl:function name="ed:image-data-of" as="element(script)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="leaves" as="element(ed:leaf)*"/>
    <xsl:if test="exists($leaves)">
      <script type="application/json" class="images"
          data-words="{ed:label('image-words', ed:lang($document))}">
        <xsl:value-of select="replace(serialize(array{$leaves ! ed:image-map(.)},
            map{'method': 'json', 'use-character-maps': map{'/': '/'}}), '&lt;', '\\u003c')"/>
      </script>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:image-map" as="map(xs:string, item())">
    <xsl:param name="leaf" as="element(ed:leaf)"/>
    <xsl:map>
      <xsl:for-each select="$leaf/(@* except @key)">
        <xsl:map-entry key="local-name()" select="string()"/>
      </xsl:for-each>
      <xsl:if test="$leaf/ed:zone">
        <xsl:map-entry key="'zones'" select="array{$leaf/ed:zone ! map:merge(@* ! map{local-name(): string()})}"/>
      </xsl:if>
    </xsl:map>
  </xsl:function>

  <!-- The manifest of a text with images; its names need the address of the site. -->
  <xsl:function name="ed:manifest-link" as="element(a)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:if test="$ed:address and ed:images($document)[@src or @iiif or matches(@url, $ed:shown-image, 'i')]">
      <a href="iiif/{$document/@id}.json"
          type="application/ld+json;profile=&quot;http://iiif.io/api/presentation/3/context.json&quot;">{
        ed:label('format-iiif', ed:lang($document))}</a>
    </xsl:if>
  </xsl:function>
  <xsl:variable name="ed:shown-image" as="xs:string" select="'\.(jpe?g|png|gif|webp|tif|svg)(\?.*)?$'"/>

  <!-- Where the image itself is. -->
  <xsl:function name="ed:image-home" as="xs:string">
    <xsl:param name="leaf" as="element(ed:leaf)"/>
    <xsl:sequence select="string($leaf/(@src, @url)[1])"/>
  </xsl:function>

  <!-- Surfaces that name the place where their page begins. -->
  <xsl:key name="ed:begun-by" match="ed:surface[@start]" use="substring-after(@start, '#')"/>
  <xsl:function name="ed:image-link" as="element(a)?">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:for-each select="(tokenize($break/@facs) ! ed:leaf-of($break, .),
        $break/@id ! key('ed:begun-by', ., root($break)) ! ed:drawn-leaf(.))[1]">
      <a class="to-image" href="{ed:image-home(.)}"
          aria-label="{normalize-space(ed:label('image-of', ed:lang($break)) || ' ' || $break/@n)}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
