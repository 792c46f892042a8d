<?xml version="1.0" encoding="UTF-8"?>
<!-- The tools of a text page, in one line: contents, form of the text, what is shown, files, how to
     cite. Menus open without script; what needs one is not there without. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:toolbar" as="element(nav)">
    <xsl:param name="text" as="xs:string" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <nav class="toolbar" aria-label="{ed:label('toolbar', $lang)}">
      <xsl:if test="not($text = ('comparison', 'collated'))">
        <xsl:variable name="contents" as="element(nav)?">
          <xsl:call-template name="ed:contents">
            <xsl:with-param name="ed:shown" tunnel="yes" select="('diplomatic'[. = $text], 'reading')[1]"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:sequence select="ed:menu('contents', ed:label('contents', $lang), $contents)"/>
      </xsl:if>
      <xsl:sequence select="ed:menu('views', ed:label($text, $lang), ed:views(., $text))"/>
      <xsl:if test="$text = 'reading'">
        <xsl:sequence select="ed:menu('show', ed:label('show', $lang), ed:switches(.))"/>
      </xsl:if>
      <xsl:if test="not($text = ('comparison', 'collated')) and ed:images(.)">
        <button type="button" class="tool" data-pane="image" aria-pressed="false">
          <xsl:sequence select="ed:icon('image')"/>
          <span>{ed:label('image', $lang)}</span>
        </button>
      </xsl:if>
      <xsl:sequence select="ed:menu('files', ed:label('downloads', $lang), ed:downloads(.))"/>
      <xsl:if test="$text = 'reading'">
        <a class="tool" href="#{ed:own-id(., 'cite')}">
          <xsl:sequence select="ed:icon('cite')"/>
          <span>{ed:label('cite-this', $lang)}</span>
        </a>
      </xsl:if>
    </nav>
  </xsl:template>

  <!-- Something to open, where there is something in it. -->
  <xsl:function name="ed:menu" as="element(details)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:if test="exists($content)">
      <details class="menu menu-{$name}">
        <summary class="tool"><xsl:sequence select="ed:icon($name)"/><span>{$words}</span></summary>
        <div class="panel"><xsl:sequence select="$content"/></div>
      </details>
    </xsl:if>
  </xsl:function>

  <!-- From one form of the text to the others. -->
  <xsl:function name="ed:views" as="element(ul)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:if test="$document/ed:text and not(ed:describes-alone($document))">
      <ul class="views" data-beside="{ed:label('beside', ed:lang($document))}">
        <xsl:if test="$document/@ed:versions">
          <xsl:attribute name="data-across" select="ed:across($document)"/>
        </xsl:if>
        <xsl:for-each select="'reading', 'diplomatic', 'comparison'[ed:is-compared($document)],
            'collated'[ed:is-collated($document)]">
          <li>
            <a href="{ed:page-of($document/@id, .)}">
              <xsl:if test=". = $text"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:text>{ed:label(., ed:lang($document))}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
        <!-- Its translations, or what it translates, are other texts. -->
        <xsl:for-each select="tokenize($document/@ed:versions)">
          <li>
            <a href="{ed:page-of(tokenize(., '\|')[1], 'reading')}">{
              ed:version-name(., $document)}</a>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>
  <!-- What a version is called: of several translations, with its language, or its name. -->
  <xsl:function name="ed:version-name" as="xs:string">
    <xsl:param name="version" as="xs:string"/>
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($document)"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($version, '\|')"/>
    <xsl:variable name="alike" as="xs:string*" select="
        tokenize($document/@ed:versions)[tokenize(., '\|')[2] = $parts[2]]"/>
    <xsl:variable name="language" as="xs:string?" select="
        ed:labelled('language-' || $parts[3], $lang)[count($alike[ends-with(., '|' || $parts[3])]) eq 1]"/>
    <xsl:sequence select="ed:label('text-' || $parts[2], $lang) || (
        if (count($alike) gt 1) then ' (' || ($language, $parts[1])[1] || ')' else '')"/>
  </xsl:function>
  <!-- Own id, id in another file; and so on. -->
  <xsl:function name="ed:across" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:text//*[@id][@across] ! (for $there in tokenize(@across) return (@id, $there))
        => string-join(' ')"/>
  </xsl:function>

  <!-- What a reader may leave out, as far as the text has it. -->
  <xsl:function name="ed:switches" as="element(button)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="text" as="element()*" select="$document/ed:text"/>
    <xsl:for-each select="'marks'[$text//@key], 'names'[$text//@entries],
        'pages'[$text//ed:break[@unit = 'page']], 'lines'[$text//ed:break[@unit = 'line']],
        'side'[$text//ed:note or exists(ed:told-entries($document))][not(ed:has-sides($document))], 'parallel'[ed:has-sides($document)]">
      <button type="button" data-option="{.}" aria-pressed="{ed:shown(.)}">{
        ed:label('show-' || ., ed:lang($document))}</button>
    </xsl:for-each>
    <!-- Of three columns and more, which. -->
    <xsl:for-each-group select="$text[ed:has-sides($document)]/descendant-or-self::*[self::ed:section or self::ed:text][ed:sides(.)[2]] ! (., ed:sides(.))" group-by="ed:lang(.)">
      <button type="button" data-option="column{replace(current-grouping-key(), '\W', '')}" data-side="{current-grouping-key()}" aria-pressed="true">{
        (ed:labelled('language-' || tokenize(current-grouping-key(), '-')[1], ed:lang($document)), current-grouping-key())[1]}</button>
    </xsl:for-each-group>
    <xsl:for-each select="ed:layers($document)[count(../ed:layer) gt 1]">
      <button type="button" data-option="layer{position()}" aria-pressed="true">{@title}</button>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether it is shown before the reader chooses: as the edition says, else all but line ends. -->
  <xsl:function name="ed:shown" as="xs:boolean">
    <xsl:param name="option" as="xs:string"/>
    <xsl:variable name="show" as="attribute(show)?" select="$ed:around/ed:look/@show"/>
    <xsl:sequence select="if ($show) then $option = tokenize($show) else $option ne 'lines'"/>
  </xsl:function>
  <xsl:function name="ed:first-shown" as="attribute()*">
    <xsl:if test="$ed:around/ed:look/@show">
      <xsl:for-each select="'marks', 'names', 'pages', 'lines', 'side', 'parallel', 'image', 'diplomatic'">
        <xsl:attribute name="data-{.}" select="if (ed:shown(.)) then 'on' else 'off'"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:downloads" as="element(ul)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:where-populated>
      <ul class="downloads">
        <xsl:for-each select="ed:files($document/@id, ed:lang($document)), ed:manifest-link($document)">
          <li><xsl:sequence select="."/></li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- What stands after the text is folded: its heading opens it, and so does a link into it. -->
  <xsl:function name="ed:folded" as="element()*">
    <xsl:param name="sections" as="element()*"/>
    <xsl:for-each select="$sections">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <details class="fold">
          <summary><xsl:copy-of select="h2[1]"/></summary>
          <xsl:copy-of select="node() except h2[1]"/>
        </details>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- Drawn in lines of one weight, 24 units wide. -->
  <xsl:variable name="ed:icons" as="map(xs:string, xs:string)" select="map{
      'contents': 'M4 6h16M4 12h16M4 18h10',
      'views': 'M12 6C10 4.5 7 4 3.5 4v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4C17 4 14 4.5 12 6zM12 6v14',
      'show': 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
      'image': 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
      'files': 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
      'cite': 'M10 7H5v5h4c0 3-1 4-3 5M20 7h-5v5h4c0 3-1 4-3 5',
      'theme': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7.5l5 2.5M12 12.5l7 3'}"/>
  <xsl:function name="ed:icon" as="element(svg)">
    <xsl:param name="name" as="xs:string"/>
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{$ed:icons($name)}"/></svg>
  </xsl:function>
</xsl:stylesheet>
