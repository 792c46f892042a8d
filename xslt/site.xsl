<?xml version="1.0" encoding="UTF-8"?>
<!-- The web site: the pages of one text (behaviours to pages), and the pages that span texts (facts
     and registers to pages). What HTML on the web and on paper share is in html.xsl; what a page
     has around its text, and what names and corrections lead to, is here. -->
<xsl:package name="urn:editio:site" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What the stylesheets of an edition may override (docs/own-rules.md). -->
  <xsl:expose component="template" names="ed:site-header ed:site-footer ed:masthead ed:citation
      ed:home-foot" visibility="public"/>
  <xsl:use-package name="urn:editio:html" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
    <xsl:override>
      <xsl:template name="ed:frame" as="element(html)">
        <xsl:param name="title" as="xs:string"/>
        <xsl:param name="main" as="node()*"/>
        <xsl:param name="page" as="xs:string" select="''"/>
        <xsl:param name="head" as="node()*" select="()"/>
        <xsl:param name="kind" as="xs:string" select="'page'"/>
        <xsl:call-template name="ed:site-frame">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="main" select="$main"/>
          <xsl:with-param name="page" select="$page"/>
          <xsl:with-param name="head" select="$head"/>
          <xsl:with-param name="kind" select="$kind"/>
        </xsl:call-template>
      </xsl:template>

      <xsl:template name="ed:masthead" as="element()+">
        <xsl:call-template name="ed:text-masthead"/>
      </xsl:template>

      <!-- A name leads to its register entry, what an editor did to its textual note. -->
      <xsl:function name="ed:link-of" visibility="public" as="element(a)?">
        <xsl:param name="behaviour" as="element()"/>
        <xsl:sequence select="ed:web-link($behaviour)"/>
      </xsl:function>

      <!-- A source leads to its entry among the sources of the text. -->
      <xsl:function name="ed:source-told" visibility="public" as="node()">
        <xsl:param name="at" as="element()"/>
        <xsl:param name="id" as="xs:string"/>
        <xsl:sequence select="ed:source-link($at, $id)"/>
      </xsl:function>

      <xsl:function name="ed:locus-href" visibility="public" as="xs:string">
        <xsl:param name="behaviour" as="element()"/>
        <xsl:sequence select="
            ed:page-of(root($behaviour)/*/@id, 'diplomatic')[$behaviour/@only = 'diplomatic']
            || '#' || $behaviour/(@about, @id, @key)[1]"/>
      </xsl:function>

      <!-- The table after the reading text leaves out what happened in stamps and records. -->
      <xsl:function name="ed:interventions" visibility="public" as="element()*">
        <xsl:param name="document" as="element(ed:document)"/>
        <xsl:sequence select="$document/ed:text//*[@key]
            [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]"/>
      </xsl:function>

      <xsl:template match="*[@only]" mode="ed:html" priority="9">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:if test="@only = $ed:shown"><xsl:next-match/></xsl:if>
      </xsl:template>

      <xsl:template match="(ed:paragraph | ed:line | ed:item)[$ed:is-proof]" mode="ed:html" priority="12">
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:sequence select="ed:with-number($made, ed:numbers(ancestor::ed:text[last()])(generate-id()))"/>
      </xsl:template>

      <!-- Elements that look like the words around them need no tag of their own. -->
      <xsl:template mode="ed:html" match="ed:inline[ed:is-unmarked(.)]">
        <xsl:call-template name="ed:words"/>
      </xsl:template>

      <xsl:template match="ed:alternate" mode="ed:html">
        <xsl:call-template name="ed:treated"/>
      </xsl:template>
      <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:html">
        <xsl:call-template name="ed:bracketed"/>
      </xsl:template>
      <!-- Where the words end that an entry is about which stands apart: a sign that leads to it. -->
      <xsl:template match="ed:point" mode="ed:html" priority="1">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:next-match/>
        <xsl:if test="$ed:shown = 'reading' and @part = 'end'"><xsl:call-template name="ed:entry-call"/></xsl:if>
      </xsl:template>
      <!-- A witness is described among the sources of the text: siglum -> id. -->
      <xsl:template match="ed:siglum" mode="ed:html">
        <xsl:param name="ed:described" as="map(xs:string, xs:string)" tunnel="yes" select="map{}"/>
        <xsl:variable name="id" as="xs:string?" select="$ed:described(string())"/>
        <xsl:choose>
          <xsl:when test="$id"><a class="siglum" href="#{$id}">{.}</a></xsl:when>
          <xsl:otherwise><xsl:next-match/></xsl:otherwise>
        </xsl:choose>
      </xsl:template>
      <xsl:template match="ed:gap" mode="ed:html">
        <xsl:call-template name="ed:gap-link"/>
      </xsl:template>

      <!-- A translation stands beside what it translates (site/parallel.xsl). -->
      <xsl:template match="(ed:section | ed:text)[ed:is-sided(., 'original')]" mode="ed:html" priority="2">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:choose>
          <xsl:when test="ed:sides(.)/@only != $ed:shown"><xsl:next-match/></xsl:when>
          <xsl:otherwise><xsl:call-template name="ed:in-columns"/></xsl:otherwise>
        </xsl:choose>
      </xsl:template>
      <xsl:template match="(ed:section | ed:text)[ed:is-sided(., 'translation')]" mode="ed:html" priority="3"/>

      <xsl:template name="ed:section-content" visibility="public">
        <xsl:variable name="twins" as="array(*)*" select="ed:twins(.)"/>
        <xsl:apply-templates select="if (exists($twins)) then ed:heading else node()" mode="ed:html"/>
        <xsl:for-each select="$twins"><xsl:call-template name="ed:twins"/></xsl:for-each>
      </xsl:template>

      <!-- A heading that the editors supplied is none in the diplomatic text. -->
      <xsl:template mode="ed:html" priority="1" match="ed:heading[not(@label)]
          [not(.//text()[normalize-space()][not(ancestor::*/@only = 'reading' or ancestor::ed:note)])]">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:choose>
          <xsl:when test="$ed:shown = 'reading'"><xsl:next-match/></xsl:when>
          <xsl:otherwise>
            <div><xsl:copy-of select="@id"/><xsl:apply-templates mode="ed:html"/></div>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:template>

      <xsl:template match="ed:paragraph" mode="ed:html">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:element name="{if (ed:has-blocks(.)) then 'div' else 'p'}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:call-template name="ed:permalink"/>
          <xsl:variable name="last" as="element()*" select="ed:figure[@within][$ed:shown = 'reading']"/>
          <xsl:apply-templates select="node() except $last, $last" mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <xsl:template match="ed:break[@unit = 'line'][not(@numbered)]" mode="ed:html">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
        <xsl:choose>
          <!-- Not wbr: within a word a line must not end here. -->
          <xsl:when test="$ed:shown = 'reading' and not(@keep)"><i><xsl:sequence select="ed:own-class(.)"/></i></xsl:when>
          <!-- A block begins on a new line anyway. -->
          <xsl:when test="parent::ed:inline or ed:follows-words(.)"><br><xsl:sequence select="ed:own-class(.)"/></br></xsl:when>
        </xsl:choose>
        <xsl:for-each select="self::*[starts-with(@facs, '#')]/ed:place-id(.)"><span id="{.}"/></xsl:for-each>
        <!-- Each fifth line is told, and what has a name of its own. -->
        <xsl:if test="$ed:shown = 'diplomatic'">
          <xsl:for-each select="@n[matches(., '(^1|[05]|^\d*\D.*)$')]"><span class="source-n" data-n="{.}"/></xsl:for-each>
        </xsl:if>
      </xsl:template>

      <!-- A picture of a server that the settings allow. Books ask no server for anything. -->
      <xsl:template match="ed:link[@remote]" mode="ed:html" priority="2">
        <a href="{@target}">
          <xsl:call-template name="ed:attributes"/>
          <img src="{@target}" alt="{.[empty(ed:inline[@kind = 'added'])]}" loading="lazy"
              referrerpolicy="no-referrer"/>
        </a>
      </xsl:template>

      <xsl:template match="ed:break[@unit = 'page'][@facs or key('ed:begun-by', @id)]" mode="ed:html">
        <xsl:next-match/>
        <xsl:sequence select="ed:image-link(.)"/>
      </xsl:template>

      <!-- What one of the two texts has alone is on the page of that text. -->
      <xsl:template match="ed:link[not(@kind = 'note')][ed:text-of-target(.)]" mode="ed:html">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:variable name="text" as="xs:string" select="ed:text-of-target(.)"/>
        <a href="{ed:page-of(root()/*/@id, $text)[$text ne $ed:shown]}{@target}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </a>
      </xsl:template>

      <!-- Another text of the edition is another page. A file beside the TEI is not on the site:
           its name stays, the link goes. -->
      <xsl:template match="ed:link[not(matches(@target, '^(#|[a-z]+:|media/)'))]" mode="ed:html">
        <xsl:variable name="page" as="xs:string?" select="ed:page-named(@target)"/>
        <xsl:element name="{if ($page) then 'a' else 'span'}">
          <xsl:if test="$page"><xsl:attribute name="href" select="$page"/></xsl:if>
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <!-- Its size keeps its place while it is loaded. -->
      <xsl:template match="ed:graphic[ed:is-shown(.)]" mode="ed:html">
        <img src="{@src}" alt="{@alt}" loading="lazy">
          <xsl:copy-of select="@width, @height"/>
          <xsl:call-template name="ed:attributes"/>
        </img>
      </xsl:template>
      <xsl:template match="ed:graphic[matches(@mime, '^(audio|video)/')]" mode="ed:html">
        <xsl:element name="{substring-before(@mime, '/')}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:attribute name="src" select="@src"/>
          <xsl:attribute name="controls"/>
          <xsl:attribute name="preload" select="'none'"/>
          <xsl:for-each select="@alt[.]">
            <xsl:attribute name="aria-label" select="."/>
          </xsl:for-each>
        </xsl:element>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>

  <!-- What is around a text or a page in the edition: ed:surroundings. -->
  <xsl:param name="ed:surroundings" as="document-node()?" select="()"/>
  <!-- How the text, or the edition, is cited, as a citation processor has it. -->
  <xsl:param name="ed:reference" as="document-node()?" select="()"/>
  <!-- Whether there is an index to search. -->
  <xsl:param name="ed:searched" as="xs:string" select="''"/>
  <!-- The behaviours of the edition's own document, where it has one. -->
  <xsl:param name="ed:about" as="document-node()?" select="()"/>

  <xsl:include href="site/frame.xsl"/>
  <xsl:include href="site/own.xsl"/>
  <xsl:include href="site/metadata.xsl"/>
  <xsl:include href="site/links.xsl"/>
  <xsl:include href="site/text.xsl"/>
  <xsl:include href="site/neighbours.xsl"/>
  <xsl:include href="site/tools.xsl"/>
  <xsl:include href="site/cite.xsl"/>
  <xsl:include href="site/images.xsl"/>
  <xsl:include href="site/parallel.xsl"/>
  <xsl:include href="site/indexes.xsl"/>
  <xsl:include href="site/parts.xsl"/>
  <xsl:include href="site/proof.xsl"/>
  <xsl:include href="site/parted.xsl"/>
  <xsl:include href="site/part-page.xsl"/>
  <xsl:include href="site/comparison.xsl"/>
  <xsl:include href="site/collation.xsl"/>
  <xsl:include href="site/witness.xsl"/>
  <xsl:include href="site/home.xsl"/>
  <xsl:include href="site/lists.xsl"/>
  <xsl:include href="site/texts.xsl"/>
  <xsl:include href="site/calendar.xsl"/>
  <xsl:include href="site/rooms.xsl"/>
  <xsl:include href="site/registers.xsl"/>
  <xsl:include href="site/entry.xsl"/>
  <xsl:include href="site/whereabouts.xsl"/>
  <xsl:include href="site/figures.xsl"/>
  <xsl:include href="site/interventions.xsl"/>
  <xsl:include href="site/search.xsl"/>
  <xsl:include href="site/about.xsl"/>
  <xsl:include href="data/page.xsl"/>

  <!-- The behaviours of a text: its pages. -->
  <xsl:mode name="ed:text-pages" visibility="public" on-no-match="fail"/>
  <!-- Facts of all texts, registers, pages of one's own: the pages besides those of texts. -->
  <xsl:mode name="ed:site-pages" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> page. -->
  <xsl:template match="/" mode="ed:text-pages" as="map(xs:string, xs:string)">
    <xsl:variable name="pages" as="element(html)*">
      <xsl:apply-templates select="ed:document" mode="ed:text-pages"/>
    </xsl:variable>
    <xsl:map>
      <xsl:sequence select="ed:bound($pages), ed:places-file($pages, ed:document/@id)"/>
    </xsl:map>
  </xsl:template>

  <!-- In: ed:site with the facts of all texts and all registers; where it is `apart`, the pages of
       entries are made by themselves. Out: path -> page. -->
  <xsl:template match="/" mode="ed:site-pages" as="map(xs:string, xs:string)">
    <xsl:variable name="texts" as="map(*)" select="ed:texts-list(ed:site)"/>
    <xsl:variable name="headwords" as="map(*)" select="ed:headword-list(ed:site)"/>
    <xsl:variable name="pages" as="element(html)*">
      <xsl:apply-templates select="ed:site" mode="ed:site-pages">
        <xsl:with-param name="ed:texts" select="$texts" tunnel="yes"/>
        <xsl:with-param name="ed:headwords" select="$headwords" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="map:merge((ed:bound($pages), ed:list-file($texts)[count($texts?lines) gt $ed:most-cards],
        ed:list-file($headwords), ed:site/ed:register ! ed:list-file(ed:register-list(.))))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- In: ed:site with an ed:wanted for each entry whose pages are asked for, all registers, and facts
       with the mentions of these entries. Out: id of the entry, line end, path -> page. -->
  <xsl:template match="document-node()[ed:site/ed:wanted]" mode="ed:site-pages" as="map(xs:string, xs:string)">
    <xsl:variable name="pages" as="map(xs:string, xs:string)*">
      <xsl:apply-templates select="ed:site/ed:register" mode="ed:entries-apart"/>
    </xsl:variable>
    <xsl:sequence select="map:merge($pages)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- A page carries its path to here in data-page, and loses it: from its text, as a copy of a page
       takes longer. Of entries with one id, which the checks refuse, the first has the page. -->
  <xsl:function name="ed:bound" as="map(xs:string, xs:string)">
    <xsl:param name="pages" as="element(html)*"/>
    <xsl:map>
      <xsl:for-each-group select="$pages" group-by="string(@data-page)">
        <xsl:variable name="page" as="xs:string" select="ed:serialize(.)"/>
        <xsl:variable name="path" as="xs:string" select="' data-page=&quot;'"/>
        <xsl:map-entry key="current-grouping-key()" select="
            substring-before($page, $path) || substring-after(substring-after($page, $path), '&quot;')"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:package>
