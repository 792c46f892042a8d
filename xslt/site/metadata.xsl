<?xml version="1.0" encoding="UTF-8"?>
<!-- A text for machines that read its page: Highwire (scholarly search, Zotero), Dublin Core, Open
     Graph, schema.org, signposting links. A fact that the header lacks has no tag. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:text-metadata" as="element()*">
    <xsl:variable name="page" as="xs:string" select="ed:page-of(@id, 'reading')"/>
    <xsl:variable name="pairs" as="map(xs:string, xs:string*)" select="
        map:merge((ed:citation-pairs(., $page), ed:dublin-core(., $page)))"/>
    <xsl:for-each select="sort(map:keys($pairs))">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:for-each select="$pairs($name)[.]"><meta name="{$name}" content="{.}"/></xsl:for-each>
    </xsl:for-each>
    <xsl:call-template name="ed:open-graph"/>
    <xsl:call-template name="ed:signposts"/>
    <xsl:call-template name="ed:linked-data"/>
  </xsl:template>

  <xsl:function name="ed:citation-pairs" as="map(xs:string, xs:string*)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="fields" as="element(ed:field)*" select="$document/ed:metadata/ed:field"/>
    <xsl:variable name="authors" as="xs:string*" select="$fields[@name = 'author']/string()"/>
    <xsl:sequence select="map{
        'citation_title': ed:field($document, 'title'), 'citation_author': $authors,
        'author': $authors, 'citation_editor': $fields[@role = 'editor']/string(),
        'citation_book_title': $ed:edition, 'citation_publisher': ed:field($document, 'publisher'),
        'citation_language': ed:text-lang($document),
        'citation_doi': $fields[@name = 'idno'][upper-case(@type) = 'DOI'][1]/string(),
        'citation_publication_date': translate(ed:issued($document), '-', '/'),
        'citation_keywords': $fields[@name = 'term']/string(),
        'description': ed:description($document),
        'citation_public_url': $ed:address[.] ! (. || $page),
        'citation_pdf_url':
          ed:absolute('pdf/' || $document/@id || '.pdf')[ed:is-built('pdf')]}"/>
  </xsl:function>

  <xsl:function name="ed:dublin-core" as="map(xs:string, xs:string*)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="fields" as="element(ed:field)*" select="$document/ed:metadata/ed:field"/>
    <xsl:sequence select="map{
        'DC.title': ed:field($document, 'title'),
        'DC.creator': $fields[@name = 'author']/string(),
        'DC.contributor': distinct-values($fields[@name = ('editor', 'resp')]/string()),
        'DC.publisher': ed:field($document, 'publisher'),
        'DC.language': ed:text-lang($document),
        'DC.subject': $fields[@name = 'term']/string(),
        'DC.date': $fields[@name = 'date'][1]/@when/string(),
        'DC.issued': ed:issued($document), 'DC.type': 'Text',
        'DC.source': ed:field($document, 'source'),
        'DC.rights': $fields[@name = ('licence', 'rights-statement')]/(@target, .)[1]/string(),
        'DC.identifier': $ed:address[.] ! (. || $page),
        'DC.isPartOf': distinct-values(($ed:edition, $fields[@name = 'series']/string()))}"/>
  </xsl:function>

  <xsl:function name="ed:is-built" as="xs:boolean">
    <xsl:param name="format" as="xs:string"/>
    <xsl:sequence select="tokenize($ed:around/@formats) = $format"/>
  </xsl:function>

  <!-- An address seen from the site's root, in full where the edition says where the site stands. -->
  <xsl:function name="ed:absolute" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="if ($ed:address) then string(resolve-uri($path, $ed:address)) else $path"/>
  </xsl:function>

  <!-- The day on which the edition was published. -->
  <xsl:function name="ed:issued" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="string(
        ($document/ed:metadata/ed:field[@name = 'published']/(@when, .)[1], '')[1])"/>
  </xsl:function>
  <!-- Of the text: a header may state several, and a statement of rights counts among them. -->
  <xsl:function name="ed:licence" as="xs:string*">
    <xsl:param name="fields" as="element()"/>
    <xsl:sequence select="distinct-values($fields/ed:field[@name = ('licence', 'rights-statement')]/@target/string())"/>
  </xsl:function>
  <xsl:function name="ed:description" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="string((
        ($document/ed:metadata/ed:field[@name = ('abstract', 'subtitle')]/string())[.], '')[1])"/>
  </xsl:function>

  <xsl:template name="ed:open-graph" as="element(meta)+">
    <meta property="og:type" content="article"/>
    <meta property="og:title" content="{ed:field(., 'title')}"/>
    <xsl:if test="$ed:edition"><meta property="og:site_name" content="{$ed:edition}"/></xsl:if>
    <xsl:if test="ed:description(.)">
      <meta property="og:description" content="{ed:description(.)}"/>
    </xsl:if>
    <xsl:if test="$ed:address">
      <meta property="og:url" content="{$ed:address}{ed:page-of(@id, 'reading')}"/>
    </xsl:if>
    <!-- A locale has a territory; a language alone is none. -->
    <xsl:for-each select="ed:text-lang(.)[matches(., '^[a-z]{2,3}-[A-Z]{2}$')]">
      <meta property="og:locale" content="{translate(., '-', '_')}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Signposting (signposting.org, level 1) in links, since a plain host sends no Link headers. -->
  <xsl:template name="ed:signposts" as="element(link)*">
    <xsl:for-each select="ed:licence(ed:metadata)"><link rel="license" href="{.}"/></xsl:for-each>
    <xsl:if test="$ed:address">
      <link rel="cite-as" href="{$ed:address}{ed:page-of(@id, 'reading')}"/>
    </xsl:if>
    <link rel="type" href="https://schema.org/Chapter"/>
    <link rel="collection" href="index.html"/>
    <xsl:for-each select="ed:metadata/ed:field[@name = 'author']/@uri">
      <link rel="author" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="ed:files(@id, ed:lang(.)), ed:manifest-link(.)">
      <link rel="alternate" href="{@href}" type="{@type}" title="{.}"/>
      <link rel="item" href="{@href}" type="{@type}"/>
    </xsl:for-each>
    <xsl:if test="ed:is-built('citations')">
      <link rel="describedby" href="citations/{@id}.bib" type="application/x-bibtex"/>
      <link rel="describedby" href="citations/{@id}.json" type="application/vnd.citationstyles.csl+json"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:linked-data" as="element(script)">
    <xsl:variable name="fields" as="element(ed:metadata)" select="ed:metadata"/>
    <xsl:variable name="statements" as="map(*)" select="map{
        '@context': 'https://schema.org', '@type': 'Chapter', 'name': ed:field(., 'title'),
        'author': array{$fields/ed:field[@name = 'author'] ! ed:stated-agent(.)},
        'editor': array{$fields/ed:field[@role = 'editor'] ! ed:stated-agent(.)},
        'translator': array{$fields/ed:field[@role = 'translator'] ! ed:stated-agent(.)},
        'abstract': ed:field(., 'abstract'),
        'keywords': array{$fields/ed:field[@name = 'term']/string()},
        'inLanguage': ed:text-lang(.),
        'dateCreated': string($fields/ed:field[@name = 'date'][1]/@when),
        'datePublished': ed:issued(.),
        'license': if (count(ed:licence($fields)) gt 1) then array{ed:licence($fields)} else string(ed:licence($fields)),
        'publisher': ed:field(., 'publisher'),
        'isPartOf': map{'@type': 'Book', 'name': $ed:edition},
        'url': ed:absolute(ed:page-of(@id, 'reading')),
        'encoding': array{ed:files(@id, ed:lang(.)) ! map{
          '@type': 'MediaObject', 'contentUrl': ed:absolute(@href),
          'encodingFormat': string(@type)}}}"/>
    <script type="application/ld+json">
      <xsl:value-of select="replace(serialize(ed:said($statements),
          map{'method': 'json', 'use-character-maps': map{'/': '/'}}), '&lt;', '\\u003c')"/>
    </script>
  </xsl:template>

  <!-- A person or a body where the header says which, else a name and no more. -->
  <xsl:function name="ed:stated-agent" as="item()">
    <xsl:param name="field" as="element(ed:field)"/>
    <xsl:variable name="type" as="xs:string?" select="
        $field/@agent ! map{'person': 'Person', 'organisation': 'Organization'}(string(.))"/>
    <xsl:sequence select="
        if (empty($type)) then string($field)
        else map:merge((map{'@type': $type, 'name': string($field)},
          $field/@uri ! map{'@id': string(.)}))"/>
  </xsl:function>

  <!-- A statement without a value says nothing. -->
  <xsl:function name="ed:said" as="map(*)">
    <xsl:param name="statements" as="map(*)"/>
    <xsl:sequence select="map:merge(map:for-each($statements, function($name, $value) {
        if ($value instance of xs:string and $value = '') then ()
        else if ($value instance of array(*) and array:size($value) = 0) then ()
        else map{$name: $value}}))"/>
  </xsl:function>
</xsl:stylesheet>
