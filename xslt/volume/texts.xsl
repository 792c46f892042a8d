<?xml version="1.0" encoding="UTF-8"?>
<!-- The texts, each from a right-hand page, and what is gathered behind them all. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="div" mode="ed:volume" as="element(section)">
    <section id="{@id}" lang="{@lang}">
      <xsl:copy-of select="@dir"/>
      <xsl:copy-of select="section[@class = 'work']/@data-title"/>
      <xsl:attribute name="class" select="'work', 'run-on'[ed:runs-on(current())],
          'faced'[ed:faces(current())],
          'first'[empty(key('ed:begins-a-page', 'yes', root(current()))[1][not(. &gt;&gt; current())])]"/>
      <xsl:choose>
        <xsl:when test="ed:joined(.)"><xsl:sequence select="ed:joined-texts(.)"/></xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="ed:text-head(.)"/>
          <xsl:apply-templates select="section[@class = 'work']/node()" mode="ed:untitled">
            <xsl:with-param name="title" tunnel="yes" select="ed:entry-heading(.)"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- Texts behind the first that do not run on; asked of each text, found once. -->
  <xsl:key name="ed:begins-a-page" use="'yes'" match="
      ed:volume/div[preceding-sibling::div[not(ed:is-joined-to(.))]][not(ed:is-joined-to(.) or ed:runs-on(.))]"/>
  <!-- Texts as the book has them: a translation behind its original. -->
  <xsl:function name="ed:bound-texts" as="element(div)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="$volume/div[not(ed:is-joined-to(.))] ! (., ed:joined(.))"/>
  </xsl:function>

  <!-- Authors, title and date of a text. -->
  <xsl:function name="ed:text-head" as="element(header)">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="facts" as="element()?" select="$part/../ed:facts[@id = $part/@id]"/>
    <xsl:variable name="title" as="xs:string" select="$part/@data-title"/>
    <header class="opening">
      <!-- A translation has no section of its own to be found by. -->
      <xsl:if test="ed:is-joined-to($part)"><xsl:copy-of select="$part/@id"/></xsl:if>
      <xsl:for-each select="ed:author-line($facts, $part/..)[not(ed:wrote-letter($facts))]">
        <p class="author">{.}</p>
      </xsl:for-each>
      <h1 data-title="{($facts/@called, $title)[1]}" data-running="{ed:cut-short($title)}"
          data-short="{ed:cut-short(ed:short-title($title))}"><xsl:sequence select="
              (ed:entry-heading($part)/node(), ed:title-lines($title)[not(ed:entry-heading($part))])"/></h1>
      <xsl:sequence select="ed:edited-by(
          tokenize($part/@data-editors, '\|')[not(. = ed:editors-of-all($part/..))], $ed:lang)"/>
      <xsl:for-each select="$facts/ed:field[@name = 'date'][1]">
        <!-- Not where the title says it, or the head of the letter, which may write it otherwise. -->
        <xsl:variable name="head" as="xs:string" select="string-join($part/section[@class = 'work']/dl)"/>
        <xsl:for-each select="ed:date(string((@when, .)[1]), $ed:lang)
            [not(contains($title, .) or contains($head, (tokenize(., '\D+')[string-length(.) = 4], .)[1]))]">
          <p class="date">{.}</p>
        </xsl:for-each>
      </xsl:for-each>
    </header>
  </xsl:function>

  <!-- The heading of an entry of a catalogue that says all its title does: it stands in its place. -->
  <xsl:function name="ed:entry-heading" as="element()?">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="$part/section[@class = 'work']/div/*[1]/*[1][@class = 'msDesc']/*[1]
        [@data-title][ends-with(@data-title, $part/@data-title)]"/>
  </xsl:function>

  <!-- The author of all texts is named on the title page, and not with each again. Asked of each text:
       a key finds it once. -->
  <xsl:key name="ed:authors" match="ed:volume" use="
      let $authors := distinct-values(for $text in div/@id return
        string(key('ed:facts-of', $text) ! ed:names-joined(ed:field[@name = 'author'])))
      return 'one'[count($authors) eq 1]"/>
  <xsl:key name="ed:facts-of" match="ed:volume/ed:facts" use="@id"/>
  <xsl:function name="ed:author-of-all" as="xs:string?">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="key('ed:authors', 'one', root($volume))
        /key('ed:facts-of', $volume/div[1]/@id) ! ed:names-joined(ed:field[@name = 'author'])[.]"/>
  </xsl:function>

  <!-- The authors of a text, where not all texts have the same. -->
  <xsl:function name="ed:author-line" as="xs:string?">
    <xsl:param name="facts" as="element()?"/>
    <xsl:param name="volume" as="element()"/>
    <xsl:sequence select="
        ed:names-joined($facts/ed:field[@name = 'author'])[.][not(ed:author-of-all($volume))]"/>
  </xsl:function>

  <!-- Whether the head of a letter says of all its authors that they sent it. -->
  <xsl:function name="ed:wrote-letter" as="xs:boolean">
    <xsl:param name="facts" as="element()?"/>
    <xsl:variable name="senders" as="xs:string*"
        select="$facts/ed:letter/ed:action[@type = 'sent']/ed:party ! normalize-space()"/>
    <xsl:sequence select="
        every $name in $facts/ed:field[@name = 'author'] satisfies normalize-space($name) = $senders"/>
  </xsl:function>

  <!-- A text of a page or two follows the one before it, where that is short too: letters and entries
       of a catalogue run on. The first of them begins a page. -->
  <xsl:function name="ed:runs-on" as="xs:boolean">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="before" as="element(div)?"
        select="$part/preceding-sibling::div[not(ed:is-joined-to(.))][1]"/>
    <xsl:sequence select="$before and (
        every $one in ($part, $before) satisfies not(ed:faces($one)) and (
          string-length(string-join($one/section[@class = 'work']//text()
            [not(ancestor::span[contains-token(@class, 'footnote')])])) lt 6000
          or $one/section[@class = 'work']/div/*/section[@class = 'msDesc']))"/>
  </xsl:function>

  <!-- Textual notes, or sources, of all texts under one heading. -->
  <xsl:function name="ed:gathered" as="element(section)?">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="found" as="element(div)*" select="ed:bound-texts($volume)[section/@class = $kind]"/>
    <xsl:variable name="title" as="xs:string"
        select="ed:label(ed:behind-label($kind), $ed:lang)"/>
    <xsl:if test="exists($found)">
      <section class="matter">
        <h1 id="{$kind}" data-title="{$title}">{$title}</h1>
        <!-- What the tables of all texts leave out is said once. -->
        <xsl:variable name="hints" as="element(p)*" select="$found/section[@class = $kind]/p[@class = 'hint']"/>
        <xsl:if test="$hints">
          <p class="hint">{string-join((ed:label('not-listed', $ed:lang),
              if ($hints/span) then ed:label('marks-with-notes', $ed:lang) else ()), ' ')}</p>
        </xsl:if>
        <xsl:for-each select="$found">
          <h2 data-title="{@data-title}">{@data-title}</h2>
          <div class="{$kind}" lang="{@lang}">
            <xsl:copy-of select="@dir"/>
            <xsl:for-each select="@data-cited[$kind = 'about'][.][ed:is-cited-alone(..)]">
              <p class="citation">{ed:label('how-to-cite', ../@lang)}: {.}</p>
            </xsl:for-each>
            <xsl:copy-of select="section[@class = $kind]/(node() except (h2, p[@class = 'hint']))"/>
          </div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- Letters and entries that run on are cited as the book is, which says so once; so is the only text. -->
  <xsl:function name="ed:is-cited-alone" as="xs:boolean">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="count($part/../div) gt 1 and not(ed:runs-on($part))
        and not($part/following-sibling::div[not(ed:is-joined-to(.))][1] ! ed:runs-on(.))"/>
  </xsl:function>

  <xsl:function name="ed:behind-label" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="if ($part = 'about') then 'list-of-sources' else $part"/>
  </xsl:function>
</xsl:stylesheet>
