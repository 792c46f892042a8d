<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one register entry: what it is, under which names, where it is identified, and
     every place that mentions it. Its first part is also the card that a name in a text opens. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:entry" mode="ed:site-pages" as="element(html)+">
    <xsl:param name="ed:at" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="ed:up" select="'../'" tunnel="yes"/>
      <xsl:with-param name="title"
          select="ed:name || ' · ' || ed:register-name(../@id, ../ed:title, $lang)"/>
      <xsl:with-param name="page" select="'register/' || @id || '.html'"/>
      <xsl:with-param name="kind" select="'entry-page'"/>
      <xsl:with-param name="main" as="node()*">
        <p class="crumb">
          <a href="../{$ed:at(string(@id))}#{@id}">{ed:register-name(../@id, ../ed:title, $lang)}</a>
        </p>
        <article class="entry">
          <h1>{ed:known-as(.)}</h1>
          <xsl:call-template name="ed:entry-facts"/>
        </article>
        <xsl:call-template name="ed:entry-letters"/>
        <xsl:call-template name="ed:entry-mentions"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="ed:entry-lists"/>
  </xsl:template>

  <xsl:template name="ed:entry-facts" as="element()*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:for-each select="ed:identified(., $lang)[.]"><p class="what">{.}</p></xsl:for-each>
    <dl>
      <xsl:sequence select="
          ed:fact('birth', ed:date[@role = 'birth'] ! ed:sourced-when(., $lang), $lang),
          ed:fact('death', ed:date[@role = 'death'] ! ed:sourced-when(., $lang), $lang),
          ed:fact('floruit', ed:date[@role = 'floruit'] ! ed:sourced-when(., $lang), $lang),
          ed:fact('date', ed:with-source(ed:when(., $lang), ., $lang), $lang),
          ed:fact('within', string-join(ed:within, ', '), $lang),
          ed:fact('coordinates', ed:geo ! (@latitude || ', ' || @longitude), $lang),
          ed:fact('names', string-join(distinct-values(
            ed:form[not(@kind = 'misspelt')])[not(. = current()/ed:name)], '; '), $lang),
          ed:fact('misspelt', string-join(distinct-values(ed:form[@kind = 'misspelt']), '; '), $lang),
          ed:fact('cited-range', string-join(ed:cited, '; '), $lang),
          for $name in distinct-values(ed:statement/@name) return
            ed:fact('said-' || $name, ed:statement[@name = $name] ! ed:stated(., $lang), $lang),
          ed:fact('cert', @cert ! ed:value-label('cert', ., $lang), $lang)"/>
      <xsl:call-template name="ed:related"/>
      <xsl:call-template name="ed:identifiers"/>
    </dl>
    <xsl:for-each select="ed:note[not(@kind = 'identification')]"><p class="remark">{.}</p></xsl:for-each>
    <xsl:call-template name="ed:entry-sources"/>
  </xsl:template>

  <!-- A date of a life; one that rests on no source is marked, so that nobody cites it. -->
  <xsl:function name="ed:sourced-when" as="xs:string">
    <xsl:param name="date" as="element(ed:date)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join((
        ed:with-source(string(($date/@words, ed:when($date, $lang))[1]), $date, $lang)[.],
        $date/@place), ', ')"/>
  </xsl:function>
  <!-- painter (1900–1910); a sex in words. -->
  <xsl:function name="ed:stated" as="xs:string">
    <xsl:param name="statement" as="element(ed:statement)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="when" as="xs:string" select="ed:when($statement, $lang)"/>
    <xsl:variable name="aside" as="xs:string*" select="
        $statement[@name = ('state', 'trait', 'event')]/@type[not(. = $statement)],
        $when[not(. = ('', string($statement)))] ! ed:with-source(., $statement, $lang)"/>
    <xsl:variable name="said" as="xs:string" select="ed:statement-said($statement, $lang)"/>
    <xsl:sequence select="
        if ($said = '') then string-join($aside, ', ')
        else $said || string-join($aside, ', ')[.] ! (' (' || . || ')')"/>
  </xsl:function>
  <xsl:function name="ed:fact" as="element(div)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="said" as="xs:string*" select="$words ! string()[.]"/>
    <xsl:if test="exists($said)">
      <div><dt>{if (starts-with($key, 'said-')) then ed:statement-name(substring($key, 6), $lang)
          else ed:label($key, $lang)}</dt><dd>{string-join($said, '; ')}</dd></div>
    </xsl:if>
  </xsl:function>

  <!-- Entries that this one points to: authors and journals of a work, what it is part of. -->
  <xsl:template name="ed:related" as="element(div)*">
    <xsl:variable name="site" as="document-node()" select="root(.)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($site/ed:site)"/>
    <xsl:for-each-group select="(ed:part/ed:field | ed:relation)[key('ed:entry', @entry)]"
        group-by="string-join((@entry, self::ed:relation ! (@name, @side, ed:relation-aside(., $lang))), ' ')">
      <div>
        <!-- From the other side a relation is read against its name. -->
        <dt>{'← '[current()/@side = 'passive']}{
          if (self::ed:relation) then ed:relation-name(@name, $lang)
          else ed:label(string((@name[not(. = 'title')], 'published-in')[1]), $lang)}</dt>
        <dd><a href="{@entry}.html">{key('ed:entry', @entry, $site)[1]/ed:name}</a>{
          self::ed:relation ! ed:relation-aside(., $lang)}{
          ' (?)'[current()[self::ed:field]/@cert = ('low', 'medium', 'unknown')]}</dd>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Identifiers, each a link where its authority has pages. -->
  <xsl:template name="ed:identifiers" as="element(div)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:if test="ed:idno[not(ed:is-internal(@type))]">
      <div>
        <dt>{ed:label('identifiers', $lang)}</dt>
        <dd>
          <xsl:for-each select="ed:idno[not(ed:is-internal(@type))]">
            <xsl:variable name="words" as="xs:string" select="ed:identifier(., $lang)"/>
            <xsl:choose>
              <xsl:when test="@uri ne ''"><a class="out" href="{@uri}">{$words}</a></xsl:when>
              <xsl:otherwise>{$words}</xsl:otherwise>
            </xsl:choose>
            <xsl:if test="position() ne last()">; </xsl:if>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- GND 118609807, however type and number are written; an address of no authority without http://. -->
  <xsl:function name="ed:identifier" as="xs:string">
    <xsl:param name="idno" as="element(ed:idno)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="given" as="xs:string" select="string($idno/@type)"/>
    <xsl:variable name="type" as="xs:string" select="ed:number-kind($given)"/>
    <xsl:variable name="authority" as="xs:string?" select="
        (($given, lower-case($given), upper-case($given)) ! ed:labelled('idno-' || ., $lang),
         $ed:numbers(lower-case($given)))[.][1]"/>
    <xsl:variable name="is-address" as="xs:boolean" select="matches($idno, '^\s*https?://')"/>
    <xsl:variable name="bare" as="xs:string" select="replace(normalize-space($idno), '^https?://(www\.)?|/$', '')"/>
    <xsl:sequence select="
        if ($is-address and $authority) then $authority || ' ' || tokenize($bare, '[/:]')[last()]
        else string-join((($authority, $type[not(starts-with($bare, .))])[.][1], $bare), ' ')"/>
  </xsl:function>

  <!-- Where the statements of the entry come from. -->
  <xsl:template name="ed:entry-sources" as="element(details)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:variable name="ids" as="xs:string*" select="distinct-values((@source, *//@source, */@source) ! tokenize(.))"/>
    <xsl:variable name="sources" as="element()*" select="../ed:source[@id = $ids]"/>
    <xsl:if test="$sources">
      <details class="sources" open="open">
        <summary>{ed:label('sources', $lang)}</summary>
        <ul><xsl:apply-templates select="$sources" mode="ed:entry-source"/></ul>
      </details>
    </xsl:if>
  </xsl:template>
  <xsl:mode name="ed:entry-source" on-no-match="fail"/>
  <xsl:template match="ed:source" mode="ed:entry-source" as="element(li)">
    <li>
      <xsl:text>{.}</xsl:text>
      <xsl:for-each select="tokenize(@web)">
        <xsl:text> </xsl:text><a class="out" href="{.}">{replace(., '^https?://(www\.)?|/$', '')}</a>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- A mention with the words around it; its link leads to the paragraph. -->
  <xsl:mode name="ed:kwic" on-no-match="fail"/>
  <xsl:template match="ed:mention" mode="ed:kwic" as="element(li)">
    <xsl:variable name="text" as="xs:string" select="
        if (@only = 'diplomatic') then 'diplomatic' else 'reading'"/>
    <xsl:variable name="place" as="xs:string"
        select="if (@only = 'apparatus') then 'apparatus' else @in"/>
    <li lang="{../@lang}">
      <a href="../{ed:page-of(../@id, $text)}#{$place}">{@in}</a>
      <xsl:text> {ed:before}</xsl:text>
      <b>{ed:form}</b>
      <xsl:text>{ed:after}</xsl:text>
      <xsl:if test="@cert"> ({ed:certainty(@cert, ../@lang)})</xsl:if>
    </li>
  </xsl:template>

  <!-- Author, “Chapter”, in: Book (series), Place: Publisher, date -->
  <xsl:function name="ed:published" as="xs:string">
    <xsl:param name="work" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="in" as="element()?" select="$work/ed:part[@level = 'monogr'][1]"/>
    <xsl:variable name="article" as="element()?" select="$work/ed:part[@level = 'analytic'][1]"/>
    <xsl:sequence select="string-join((
        string-join(($article, $in)[1]/ed:field[@name = 'author'] ! ed:of-work(., $lang), ', ')[.],
        $in[$article]/ed:field[@name = 'title'][not(@type)][string()][1] ! (ed:label('in', $lang) || ' ' || ed:of-work(., $lang)),
        $in/ed:field[@name = 'editor'][1] ! (ed:label('ed-by', $lang) || ' ' || ed:of-work(., $lang)),
        $in/ed:field[@name = 'edition'] ! ed:of-work(., $lang),
        $work/ed:part[@level = 'series']/string-join(ed:field[@name = ('title', 'biblScope')][. ne ''] ! ed:of-work(., $lang), ' ')[.],
        $in/ed:field[@name = 'biblScope'] ! ed:of-work(., $lang)[.],
        string-join(($in/ed:field[@name = 'pubPlace'][1], $in/ed:field[@name = 'publisher'][1]) ! ed:of-work(., $lang)[.], ': ')[.],
        $in/ed:field[@name = 'date'][normalize-space()][1] ! ed:of-work(., $lang)), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
