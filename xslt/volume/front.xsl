<?xml version="1.0" encoding="UTF-8"?>
<!-- Half-title, title, imprint, contents, introduction: roman pages. And the colophon. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:opening-pages" as="element(section)+">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="title" as="xs:string" select="ed:volume-title($volume)"/>
    <xsl:variable name="metadata" as="element(ed:metadata)?" select="$ed:about//ed:metadata"/>
    <section class="half-title"><p>{$title}</p></section>
    <section class="title right">
      <xsl:for-each select="ed:author-of-all($volume)"><p class="author">{.}</p></xsl:for-each>
      <h1 data-title="{$title}" data-running="{ed:cut-short($title)}"
            data-short="{ed:cut-short(ed:short-title($title))}"><xsl:sequence select="ed:title-lines($title)"/></h1>
      <xsl:for-each select="$metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:sequence select="ed:basis($metadata)"/>
      <xsl:sequence select="ed:edited-by(ed:editors-of-all($volume), $ed:lang)"/>
      <p class="publisher">{$metadata/ed:field[@name = 'publisher'][1]}</p>
    </section>
    <section class="imprint">
      <xsl:for-each select="distinct-values(($title, $metadata/ed:field[@name = 'edition']))">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:call-template name="ed:how-to-cite"><xsl:with-param name="lang" select="$ed:lang"/></xsl:call-template>
      <p>{ed:label('pages-of-volume', $ed:lang)}</p>
      <xsl:sequence select="ed:signs-line(ed:signs-told($volume/div/@data-signs ! tokenize(., '\t')[.], $ed:lang), $ed:lang)"/>
      <xsl:variable name="rights" as="node()*" select="$ed:about/ed:document ! ed:rights(.)"/>
      <xsl:sequence select="$rights, ed:rights-of-all($volume, string-join($rights))"/>
      <p>{ed:label('set-in', $ed:lang)}</p>
    </section>
  </xsl:function>

  <!-- Rights of the texts: said once for all that have the same, and without names where all do. -->
  <xsl:function name="ed:rights-of-all" as="element()*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <!-- Those of the edition, which are not said again. -->
    <xsl:param name="said" as="xs:string"/>
    <xsl:variable name="all" as="element(div)*" select="$volume/div"/>
    <xsl:for-each-group select="$all[section[@class = 'rights']/*]"
        group-by="normalize-space(section[@class = 'rights'])">
      <xsl:variable name="is-all" as="xs:boolean" select="count(current-group()) eq count($all)"/>
      <xsl:if test="not($is-all)">
        <h2>{string-join(distinct-values(current-group()/@data-title), '; ')}</h2>
      </xsl:if>
      <xsl:copy-of select="
          section[@class = 'rights'][not($is-all and current-grouping-key() = normalize-space($said))]/*"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The editors of the edition, and those of every text; others are named with their texts. Asked
       of each text: a key finds them once. -->
  <xsl:key name="ed:edited-by" match="ed:volume" use="
      let $texts := div
      return tokenize(div[1]/@data-editors, '\|')
        [every $text in $texts satisfies . = tokenize($text/@data-editors, '\|')]"/>
  <xsl:function name="ed:editors-of-all" as="xs:string*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="$ed:about//ed:metadata ! ed:editors-named(., $ed:lang),
        tokenize($volume/div[1]/@data-editors, '\|')[exists(key('ed:edited-by', ., root($volume)))]"/>
  </xsl:function>

  <xsl:function name="ed:volume-contents" as="element(nav)">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <nav class="contents">
      <h2>{ed:label('contents', $ed:lang)}</h2>
      <ol>
        <xsl:if test="$ed:about//ed:text//ed:paragraph">
          <li><a class="roman" href="#introduction">{ed:label('introduction', $ed:lang)}</a></li>
        </xsl:if>
        <xsl:for-each select="$ed:front/ed:document">
          <li><a class="roman" href="#{ed:essay-id(.)}">{ed:field(., 'title')}</a></li>
        </xsl:for-each>
        <xsl:for-each select="$volume/div[section/@class = 'conspectus'][1]">
          <li><a class="roman" href="#conspectus">{ed:label('sigla', $ed:lang)}</a></li>
        </xsl:for-each>
        <xsl:variable name="texts" as="element()*" select="ed:bound-texts($volume)"/>
        <xsl:for-each select="$texts">
          <xsl:variable name="facts" as="element()?" select="$volume/ed:facts[@id = current()/@id]"/>
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <xsl:variable name="group" as="xs:string" select="ed:group-of($facts, $ed:edition)"/>
          <xsl:if test="$group ne ed:group-of($volume/ed:facts[@id = $texts[$at - 1]/@id], $ed:edition)">
            <xsl:where-populated><li class="part">{$group}</li></xsl:where-populated>
          </xsl:if>
          <li class="part">
            <!-- Not where the title of a letter says who wrote it. -->
            <xsl:variable name="title" as="xs:string" select="@data-title"/>
            <xsl:for-each select="ed:author-line($facts, $volume)[not(ed:wrote-letter($facts)
                and contains($title, ed:surname(.)))]">
              <span class="by">{.}</span>
            </xsl:for-each>
            <a href="#{@id}">{($facts/@called, $title)[1]}</a>
          </li>
          <xsl:for-each select="nav//li">
            <li class="level-{1 + (substring-after(@class, 'level-')[.], 1)[1] ! xs:integer(.)}">
              <xsl:copy-of select="node()"/>
            </li>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:sequence select="ed:contents-behind($volume)"/>
      </ol>
    </nav>
  </xsl:function>

  <xsl:function name="ed:contents-behind" as="element(li)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:for-each select="('apparatus', 'about')[$volume/div/section/@class = .],
        ed:index-kinds($volume) ! ('index-' || .), 'index-sources'[ed:has-proofs($volume)]">
      <li>
        <xsl:if test="position() = 1"><xsl:attribute name="class" select="'behind'"/></xsl:if>
        <a href="#{.}">{ed:label(ed:behind-label(.), $ed:lang)}</a>
      </li>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:introduction" as="element(section)?">
    <xsl:if test="$ed:about//ed:text//ed:paragraph">
      <xsl:variable name="title" as="xs:string" select="ed:label('introduction', $ed:lang)"/>
      <section class="introduction">
        <h1 id="introduction" data-title="{$title}">{$title}</h1>
        <xsl:apply-templates select="$ed:about/ed:document/ed:text/node()" mode="ed:html"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A page of the edition's own, set as the introduction is; its ids begin with its name. -->
  <xsl:function name="ed:essay" as="element(section)">
    <xsl:param name="page" as="element(ed:document)"/>
    <xsl:variable name="title" as="xs:string" select="ed:field($page, 'title')"/>
    <xsl:variable name="words" as="element(div)">
      <div><xsl:apply-templates select="$page/ed:text/node()" mode="ed:html"/></div>
    </xsl:variable>
    <xsl:variable name="untitled" as="element(div)">
      <xsl:apply-templates select="$words" mode="ed:untitled">
        <xsl:with-param name="title" tunnel="yes" select="($words//(h1 | h2))[1][ed:opens-with($page, $title)]"/>
      </xsl:apply-templates>
    </xsl:variable>
    <section class="introduction" id="{ed:essay-id($page)}" lang="{ed:lang($page)}">
      <xsl:sequence select="ed:dir($page)"/>
      <h1 data-title="{$title}">{$title}</h1>
      <xsl:for-each select="ed:names-joined($page/ed:metadata/ed:field[@name = 'author'])[.]">
        <p class="author">{.}</p>
      </xsl:for-each>
      <xsl:sequence select="ed:named($untitled, ed:essay-id($page))/node()"/>
    </section>
  </xsl:function>
  <!-- The heading that is the title stands above already; what points to it finds its place. -->
  <xsl:mode name="ed:untitled" on-no-match="shallow-copy"/>
  <xsl:template match="h1 | h2" mode="ed:untitled">
    <xsl:param name="title" as="element()?" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$title is .">
        <xsl:if test="@id"><span id="{@id}"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="." copy-namespaces="no"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:essay-id" as="xs:string">
    <xsl:param name="page" as="element(ed:document)"/>
    <xsl:sequence select="'front.' || $page/@id"/>
  </xsl:function>

  <!-- What the sigla stand for, once for all texts that have the same witnesses. -->
  <xsl:function name="ed:volume-conspectus" as="element(section)?">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="found" as="element(section)*" select="ed:bound-texts($volume)/section[@class = 'conspectus']"/>
    <xsl:variable name="title" as="xs:string" select="ed:label('sigla', $ed:lang)"/>
    <xsl:if test="exists($found)">
      <section class="conspectus">
        <h1 id="conspectus" data-title="{$title}">{$title}</h1>
        <xsl:for-each-group select="$found" group-by="string-join(.//tbody/tr/(th, td[not(@class = 'number')]), '|')">
          <xsl:if test="count($found) ne count(current-group()) or count($volume/div) gt count($found)">
            <xsl:variable name="of" as="xs:string" select="string-join(current-group()/../@data-title, '; ')"/>
            <h2 data-title="{$of}">{$of}</h2>
          </xsl:if>
          <xsl:apply-templates select="table" mode="ed:of-all">
            <xsl:with-param name="all" select="current-group()" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:function>
  <!-- How many readings a witness has is told for one text. -->
  <xsl:mode name="ed:of-all" on-no-match="shallow-copy"/>
  <xsl:template match="tr/*[3]" mode="ed:of-all">
    <xsl:param name="all" as="element(section)+" tunnel="yes"/>
    <xsl:if test="count($all) eq 1"><xsl:copy-of select="."/></xsl:if>
  </xsl:template>
  <xsl:template match="tbody/tr/th" mode="ed:of-all">
    <xsl:param name="all" as="element(section)+" tunnel="yes"/>
    <xsl:variable name="row" as="xs:integer" select="count(../preceding-sibling::tr) + 1"/>
    <th>
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="$all[position() gt 1]//tbody/tr[$row]/@id"><span id="{.}"/></xsl:for-each>
      <xsl:copy-of select="node()"/>
    </th>
  </xsl:template>

  <xsl:function name="ed:colophon" as="element(section)">
    <section class="colophon">
      <p>{ed:label('made-with', $ed:lang)}</p>
      <p>{ed:label('set-in', $ed:lang)}</p>
    </section>
  </xsl:function>
</xsl:stylesheet>
