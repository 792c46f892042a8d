<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a text: the reading text with its apparatus, the diplomatic text, and both side by
     side. The same ids stand on all three, so that a place can be looked up on each. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:document" mode="ed:text-pages" as="element(html)+">
    <xsl:call-template name="ed:reading-page"/>
    <xsl:call-template name="ed:diplomatic-page"/>
    <xsl:call-template name="ed:comparison-page"/>
  </xsl:template>

  <!-- Where the pages of a text are. -->
  <xsl:function name="ed:page-of" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$id || (if ($text = 'reading') then '' else '-' || $text) || '.html'"/>
  </xsl:function>

  <xsl:template name="ed:reading-page" as="element(html)">
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:field(., 'title')"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'reading')"/>
      <xsl:with-param name="kind" select="'text-page'"/>
      <xsl:with-param name="head" as="node()*">
        <xsl:call-template name="ed:text-metadata"/>
      </xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:masthead"/>
        <xsl:call-template name="ed:toolbar"/>
        <xsl:call-template name="ed:contents"/>
        <article data-pagefind-body="">
          <xsl:apply-templates select="ed:text" mode="ed:html"/>
          <xsl:call-template name="ed:notes"/>
        </article>
        <xsl:call-template name="ed:apparatus"/>
        <xsl:apply-templates select="ed:about" mode="ed:html"/>
        <xsl:call-template name="ed:citation"/>
        <xsl:call-template name="ed:neighbours"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:diplomatic-page" as="element(html)">
    <xsl:variable name="words" as="xs:string" select="ed:label('diplomatic', ed:lang(.))"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:field(., 'title') || ': ' || $words"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'diplomatic')"/>
      <xsl:with-param name="kind" select="'text-page diplomatic'"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:text-masthead">
          <xsl:with-param name="text" select="'diplomatic'"/>
        </xsl:call-template>
        <xsl:apply-templates select="ed:text" mode="ed:html">
          <xsl:with-param name="ed:shown" select="'diplomatic'" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:call-template name="ed:notes">
          <xsl:with-param name="ed:shown" select="'diplomatic'" tunnel="yes"/>
        </xsl:call-template>
        <xsl:call-template name="ed:neighbours"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:text-masthead" as="element()+">
    <xsl:param name="text" as="xs:string" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <header class="masthead" data-pagefind-ignore="all">
      <h1>
        <!-- The title page that the heading stands for keeps its address. -->
        <xsl:copy-of select="(ed:text//ed:block[ed:is-title(.)]//@id)[1][$text = 'reading']"/>
        <xsl:text>{ed:field(., 'title')}</xsl:text>
      </h1>
      <xsl:for-each select="ed:metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <p class="byline">{ed:byline(ed:metadata, $lang)}</p>
      <xsl:if test="ed:field(., 'source')">
        <p class="byline">
          <xsl:text>{ed:label('text-source', $lang)}: {ed:field(., 'source')} · </xsl:text>
          <a href="{ed:page-of(@id, 'reading')[$text ne 'reading']}#about">{
            ed:label('about', $lang)}</a>
        </p>
      </xsl:if>
    </header>
    <xsl:call-template name="ed:views">
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <!-- From one form of the text to the others, and to its other formats. -->
  <xsl:template name="ed:views" as="element(nav)">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <nav class="views" aria-label="{ed:label('text-shown', $lang)}" data-pagefind-ignore="all">
      <xsl:variable name="id" as="xs:string" select="@id"/>
      <ul>
        <xsl:for-each select="'reading', 'diplomatic', 'comparison'">
          <li>
            <a href="{ed:page-of($id, .)}">
              <xsl:if test=". = $text">
                <xsl:attribute name="aria-current" select="'page'"/>
              </xsl:if>
              <xsl:text>{ed:label(., $lang)}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:call-template name="ed:downloads"/>
    </nav>
  </xsl:template>

  <!-- Central Intelligence Agency · 17 April 1964 -->
  <xsl:function name="ed:byline" as="xs:string">
    <xsl:param name="fields" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join((
        string-join($fields/ed:field[@name = 'author'], ', ')[.],
        $fields/ed:field[@name = 'date'][1] ! ed:date(string((@when, .)[1]), $lang)), ' · ')"/>
  </xsl:function>

  <!-- Comforts for reading; without script there is nothing to press and nothing is missing. -->
  <xsl:template name="ed:toolbar" as="element(div)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <div class="toolbar" role="group" aria-label="{ed:label('toolbar', $lang)}"
        data-pagefind-ignore="all">
      <xsl:for-each select="'marks', 'names', 'pages', 'lines'[current()//ed:break[@unit = 'line']],
          'side'[current()//ed:note]">
        <button type="button" data-option="{.}" aria-pressed="{not(. = 'lines')}">{
          ed:label('show-' || ., $lang)}</button>
      </xsl:for-each>
      <a href="#cite">{ed:label('cite-this', $lang)}</a>
    </div>
  </xsl:template>

  <xsl:template name="ed:downloads" as="element(p)?">
    <xsl:variable name="id" as="xs:string" select="@id"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="files" as="element(a)*" select="ed:files($id, $lang)"/>
    <xsl:if test="exists($files)">
      <p class="downloads">
        <xsl:text>{ed:label('downloads', $lang)}: </xsl:text>
        <xsl:for-each select="$files">
          <xsl:sequence select="."/>
          <xsl:if test="position() ne last()">, </xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The other formats of a text that are built beside the site. -->
  <xsl:function name="ed:files" as="element(a)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="formats" as="xs:string*" select="tokenize($ed:around/@formats)"/>
    <xsl:if test="$formats = 'pdf'">
      <a href="../pdf/{$id}.pdf" type="application/pdf">{ed:label('format-pdf', $lang)}</a>
    </xsl:if>
    <xsl:if test="$formats = 'tei'">
      <a href="../tei/{$id}.xml" type="application/tei+xml">{ed:label('format-tei', $lang)}</a>
    </xsl:if>
    <xsl:if test="$formats = 'text'">
      <xsl:for-each select="'reading', 'diplomatic'">
        <a href="../text/{.}/{$id}.txt" type="text/plain">{
          ed:label('format-text-' || ., $lang)}</a>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:template name="ed:citation" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <section class="cite" aria-labelledby="cite" data-pagefind-ignore="all">
      <h2 id="cite">{ed:label('how-to-cite', $lang)}</h2>
      <p class="citation"><xsl:copy-of select="$ed:reference/*/node()"/></p>
      <p class="hint">{ed:label('cite-place', $lang)}</p>
    </section>
  </xsl:template>

  <xsl:template name="ed:neighbours" as="element(nav)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:if test="$ed:around/(ed:previous | ed:next)">
      <nav class="neighbours" aria-label="{ed:label('texts', $lang)}" data-pagefind-ignore="all">
        <xsl:for-each select="$ed:around/(ed:previous | ed:next)">
          <a rel="{if (self::ed:next) then 'next' else 'prev'}" href="{@id}.html">
            <span>{ed:label(local-name(), $lang)}</span>
            <xsl:text> {@title}</xsl:text>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
