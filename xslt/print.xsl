<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to the page of one text on paper: the web page's dress, and what paper changes.
     The reading text alone is set; notes stand at the foot, the textual notes at the end. -->
<xsl:package name="urn:editio:print" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:html" package-version="1.0">
    <xsl:override>
      <!-- The diplomatic text is not set. -->
      <xsl:template match="*[@only = ('diplomatic', 'apparatus')]" mode="ed:html" priority="9"/>
      <xsl:template match="ed:break[@unit = 'line'][not(@keep)]" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
      </xsl:template>

      <!-- The page of the source in the outer margin, a hair stroke where it begins. -->
      <xsl:template match="ed:break[@unit = 'page']" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
        <span class="source-page" id="{@id}"><span class="source-page-number">{@n}</span></span>
      </xsl:template>

      <!-- The number comes from the data, so that no two counts can disagree. -->
      <xsl:template match="ed:note" mode="ed:html">
        <a class="note-call" id="{ed:call-id(.)}" href="#{@id}">{@n}</a>
        <span class="footnote {@kind}">
          <span id="{@id}"><a class="note-number" href="#{ed:call-id(.)}">{@n}</a></span>
          <xsl:text> </xsl:text>
          <xsl:apply-templates mode="ed:html">
            <xsl:with-param name="ed:in-note" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </span>
      </xsl:template>

      <!-- HTML allows no p within p: in a note a paragraph is a span, and a paragraph that holds
           a note with lists or tables is a div. -->
      <xsl:template match="ed:paragraph" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:element name="{if ($ed:in-note) then 'span'
            else if (.//(ed:list | ed:table | ed:block | ed:figure | ed:line)) then 'div' else 'p'}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <!-- Heads for the contents, the bookmarks and the running head are plain: no note leaks in. -->
      <xsl:template match="ed:heading[not(@label)]" mode="ed:html">
        <xsl:element name="h{min((6, xs:integer(@level) + 1))}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:attribute name="data-title" select="ed:plain(.)"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <xsl:template name="ed:key" as="attribute()*">
        <xsl:if test="@key and not(@id)"><xsl:attribute name="id" select="@key"/></xsl:if>
      </xsl:template>

      <xsl:template name="ed:notes" as="element(section)*"/>

      <xsl:template name="ed:masthead" as="element()+">
        <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
        <section class="title">
          <p class="author">{string-join(ed:metadata/ed:field[@name = 'author'], ', ')}</p>
          <h1 data-title="{ed:field(., 'title')}">{ed:field(., 'title')}</h1>
          <xsl:for-each select="ed:metadata/ed:field[@name = 'subtitle']">
            <p class="subtitle">{.}</p>
          </xsl:for-each>
          <p class="publisher">{ed:field(., 'publisher')}</p>
        </section>
        <section class="imprint">
          <xsl:for-each select="$ed:edition[.], ed:field(., 'edition')[.]">
            <p>{.}</p>
          </xsl:for-each>
          <xsl:apply-templates mode="ed:html"
              select="ed:about/ed:section[ed:heading/@label = 'about-availability']/
                (* except ed:heading)"/>
          <p>{ed:label('set-in', $lang)}</p>
        </section>
      </xsl:template>

      <xsl:template name="ed:frame" as="element(html)">
        <xsl:param name="title" as="xs:string"/>
        <xsl:param name="main" as="node()*"/>
        <html lang="{ed:lang(.)}">
          <head>
            <meta charset="utf-8"/>
            <title>{$title}</title>
            <xsl:for-each select="ed:metadata/ed:field[@name = 'author']">
              <meta name="author" content="{.}"/>
            </xsl:for-each>
            <meta name="generator" content="editio"/>
          </head>
          <body>
            <div class="running-edition">{
              (string-join(ed:metadata/ed:field[@name = 'author'], ', ')[.], $ed:edition)[1]}</div>
            <xsl:sequence select="$main"/>
          </body>
        </html>
      </xsl:template>

      <!-- Only what is set can be pointed to: stamps and the like are not. -->
      <xsl:function name="ed:interventions" as="element()*">
        <xsl:param name="document" as="element(ed:document)"/>
        <xsl:sequence select="$document/ed:text//*[@key]
            [not(ancestor-or-self::*/@only = ('diplomatic', 'apparatus'))]"/>
      </xsl:function>

      <!-- The rights stand in the imprint already. -->
      <xsl:template match="ed:about/ed:section[ed:heading/@label = 'about-availability']"
          mode="ed:html" priority="3"/>
    </xsl:override>
  </xsl:use-package>

  <xsl:mode name="ed:print" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path of the PDF -> page to be set. -->
  <xsl:template match="/" mode="ed:print" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:document" mode="ed:html"/>
    </xsl:variable>
    <xsl:sequence select="map{ed:document/@id || '.pdf': ed:serialize($page)}"/>
  </xsl:template>
</xsl:package>
