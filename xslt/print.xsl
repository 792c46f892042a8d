<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to the page of one text on paper: what the web has in common with it, and what paper
     changes. The reading text alone is set. At the foot stand its notes and, above them, the
     textual notes; behind it the table of textual notes and its sources. The page is for the
     offprint; its parts, as XML, are for the volume (volume.xsl). -->
<xsl:package name="urn:editio:print" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:html" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
    <xsl:override>
      <!-- The diplomatic text is not set. -->
      <xsl:template match="*[@only = ('diplomatic', 'apparatus')]" mode="ed:html" priority="10"/>
      <xsl:template match="ed:break[@unit = 'line'][not(@keep)]" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
      </xsl:template>

      <!-- The page of the source: a stroke where it begins, its number in the margin. A break
           between blocks is shown where the next block begins. -->
      <xsl:template match="ed:break[@unit = 'page']" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="ed:is-among-words(.)"><xsl:sequence select="ed:page-mark(.)"/></xsl:if>
      </xsl:template>
      <xsl:template match="ed:heading | ed:paragraph | ed:line | ed:block[not(ed:has-blocks(.))]"
          mode="ed:html" priority="6">
        <xsl:next-match>
          <xsl:with-param name="ed:marks" tunnel="yes"
              select="key('ed:page-before', generate-id(.)) ! ed:page-mark(.)"/>
        </xsl:next-match>
      </xsl:template>

      <!-- The number comes from the data, so that no two counts can disagree. -->
      <xsl:template match="ed:note" mode="ed:html">
        <a class="note-call" id="{ed:call-id(.)}" href="#{@id}">{@n}</a>
        <span class="footnote {if (@kind = 'editorial') then 'editorial' else 'note'}"
            data-id="{@id}">
          <xsl:sequence select="@lang, @lang/ed:dir(..)"/>
          <span id="{@id}"><a class="note-number" href="#{ed:call-id(.)}">{@n}</a></span>
          <xsl:text> </xsl:text>
          <xsl:apply-templates mode="ed:html">
            <xsl:with-param name="ed:in-note" tunnel="yes" select="true()"/>
            <xsl:with-param name="ed:marks" tunnel="yes" select="()"/>
          </xsl:apply-templates>
        </span>
      </xsl:template>

      <!-- A file beside the TEI is not beside the PDF. -->
      <xsl:template match="ed:link[not(matches(@target, '^(#|[A-Za-z][A-Za-z0-9+.-]*:)'))]"
          mode="ed:html">
        <span><xsl:call-template name="ed:attributes"/><xsl:apply-templates mode="ed:html"/></span>
      </xsl:template>
      <!-- A reference to another place of the text names its page: typesetting knows it. -->
      <xsl:template match="ed:link[exists(key('ed:place', substring-after(@target, '#')))]
          [starts-with(@target, '#')][not(@kind = 'note')]" mode="ed:html">
        <a href="{@target}" data-page="{ed:label('page-short', ed:lang(.))}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </a>
      </xsl:template>

      <!-- What an editor did is told at the foot, by the line of the page that it stands in. -->
      <xsl:template match="(ed:alternate | ed:inline)[@key]" mode="ed:html" priority="7">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:next-match/>
        <xsl:if test="not($ed:in-note)"><xsl:call-template name="ed:variant"/></xsl:if>
      </xsl:template>
      <!-- What is left out has a place, and no words. -->
      <xsl:template match="ed:inline[@kind = 'surplus'][@key]" mode="ed:html" priority="11">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <span><xsl:call-template name="ed:key"/></span>
        <xsl:if test="not($ed:in-note)"><xsl:call-template name="ed:variant"/></xsl:if>
      </xsl:template>

      <!-- HTML allows no p within p: in a note a paragraph is a span, and a paragraph that holds
           a note with lists or tables is a div. -->
      <xsl:template match="ed:paragraph" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:param name="ed:marks" as="element()*" tunnel="yes" select="()"/>
        <xsl:element name="{if ($ed:in-note) then 'span'
            else if (.//(ed:list | ed:table | ed:block | ed:figure | ed:line)) then 'div' else 'p'}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:sequence select="$ed:marks"/>
          <xsl:apply-templates mode="ed:html">
            <xsl:with-param name="ed:marks" tunnel="yes" select="()"/>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:template>
      <xsl:template match="ed:block[not(ed:has-blocks(.))]" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:param name="ed:marks" as="element()*" tunnel="yes" select="()"/>
        <xsl:element name="{if ($ed:in-note) then 'span'
            else if (@kind = ('quote', 'q', 'said')) then 'blockquote' else 'div'}">
          <xsl:call-template name="ed:attributes">
            <xsl:with-param name="class" select="'block'"/>
          </xsl:call-template>
          <xsl:sequence select="$ed:marks"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <!-- Heads for the contents, the bookmarks and the running head are plain: no note leaks in. -->
      <xsl:template match="ed:heading[not(@label)]" mode="ed:html">
        <xsl:param name="ed:marks" as="element()*" tunnel="yes" select="()"/>
        <xsl:element name="h{min((6, xs:integer(@level) + 1))}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:attribute name="data-title" select="ed:plain(.)"/>
          <xsl:sequence select="$ed:marks"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <!-- A mention of register entries is found again on its page, for the indexes; a source that
           is named by a siglum at the foot has that in the list of sources. -->
      <xsl:template name="ed:attributes" as="attribute()*">
        <xsl:param name="class" as="xs:string*" select="()"/>
        <xsl:call-template name="xsl:original">
          <xsl:with-param name="class" select="$class"/>
        </xsl:call-template>
        <xsl:if test="ancestor::ed:about and key('ed:sourced', '#' || @id)">
          <xsl:attribute name="data-siglum" select="@id"/>
        </xsl:if>
        <xsl:if test="@entries and not(ancestor::ed:about)">
          <xsl:attribute name="data-entries" select="@entries"/>
          <xsl:if test="not(@id | @key)"><xsl:attribute name="id" select="ed:mention-id(.)"/></xsl:if>
        </xsl:if>
      </xsl:template>

      <xsl:template name="ed:key" as="attribute()*">
        <xsl:if test="@key and not(@id)"><xsl:attribute name="id" select="@key"/></xsl:if>
        <xsl:if test="@key"><xsl:attribute name="data-key" select="@key"/></xsl:if>
      </xsl:template>

      <xsl:template name="ed:notes" as="element(section)*"/>

      <!-- Who is answerable is told where it is not the edition itself. -->
      <xsl:variable name="ed:apparatus-last" as="xs:string" select="'certainty'"/>
      <xsl:template name="ed:authority">
        <xsl:variable name="document" as="element()" select="root(.)/ed:document"/>
        <xsl:value-of separator="; " select="
            @cert ! ed:label('cert-' || ., ed:lang($document)), @source ! ed:pointers(.),
            (@resp ! ed:responsible($document, .))[not(. = ed:field($document, 'publisher'))]"/>
      </xsl:template>

      <!-- In a book a place is a page and a line of the book: typesetting knows them. -->
      <xsl:template name="ed:row-place" as="node()+">
        <a class="place" data-key="{@key}" href="{ed:locus-href(.)}"/>
        <xsl:for-each select="ancestor::ed:note[1]">n{@n}</xsl:for-each>
      </xsl:template>

      <xsl:template name="ed:masthead" as="element()+">
        <xsl:sequence select="ed:title-page(.), ed:imprint(.)"/>
      </xsl:template>

      <xsl:template match="ed:document" mode="ed:html" as="element(html)">
        <xsl:call-template name="ed:frame">
          <xsl:with-param name="title" select="ed:field(., 'title')"/>
          <xsl:with-param name="main" as="node()*">
            <xsl:call-template name="ed:masthead"/>
            <xsl:call-template name="ed:contents"/>
            <section class="work" data-title="{ed:short-title(ed:field(., 'title'))}">
              <xsl:apply-templates select="ed:text" mode="ed:html"/>
            </section>
            <xsl:call-template name="ed:apparatus"/>
            <xsl:apply-templates select="ed:about" mode="ed:html"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:template>

      <xsl:template name="ed:frame" as="element(html)">
        <xsl:param name="title" as="xs:string"/>
        <xsl:param name="main" as="node()*"/>
        <html lang="{ed:lang(.)}">
          <xsl:sequence select="self::*/ed:dir(.)"/>
          <xsl:sequence select="ed:head($title, descendant-or-self::ed:metadata[1])"/>
          <body><xsl:sequence select="$main"/></body>
        </html>
      </xsl:template>

      <!-- What is left out with what is around it was never set. -->
      <xsl:function name="ed:interventions" as="element()*">
        <xsl:param name="document" as="element(ed:document)"/>
        <xsl:sequence select="$document/ed:text//*[@key]
            [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]
            [@kind = 'surplus' or not(@only = 'diplomatic')]"/>
      </xsl:function>

      <!-- In print: where the text comes from, and remarks on it. The rights stand in the imprint;
           the history and the rules of the encoding are for those who open the TEI, which is
           attached to the PDF. -->
      <xsl:template match="ed:about" mode="ed:html">
        <xsl:variable name="kept" as="element(ed:section)*" select="ed:section[
            ed:heading/@label = ('about-sourceDesc', 'about-notesStmt')]"/>
        <xsl:if test="exists($kept)">
          <section class="about">
            <h2 id="about">{ed:label('about', ed:lang(.))}</h2>
            <xsl:apply-templates select="$kept" mode="ed:html"/>
          </section>
        </xsl:if>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>

  <xsl:include href="print/front.xsl"/>
  <xsl:include href="print/foot.xsl"/>
  <xsl:include href="print/parts.xsl"/>

  <xsl:mode name="ed:print" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> the page to be set, and its parts. -->
  <xsl:template match="/" mode="ed:print" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:document" mode="ed:html"/>
    </xsl:variable>
    <xsl:variable name="named" as="element(html)" select="ed:named($page, ed:document/@id)"/>
    <xsl:sequence select="map{
        'page': ed:serialize($named),
        'parts': serialize(ed:parts(ed:document, $named), map{
            'method': 'xml', 'omit-xml-declaration': true()})}"/>
  </xsl:template>
</xsl:package>
