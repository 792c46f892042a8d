<?xml version="1.0" encoding="UTF-8"?>
<!-- What a printed text opens with: head of the page, title, imprint. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What PDF readers and catalogues are told. The date is that of the edition: no clock. -->
  <xsl:function name="ed:head" as="element(head)" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="metadata" as="element(ed:metadata)?"/>
    <xsl:variable name="date" as="xs:string?"
        select="($metadata/ed:field[@name = 'published']/@when[. castable as xs:date])[1]"/>
    <head>
      <meta charset="utf-8"/>
      <title>{$title}</title>
      <xsl:for-each select="$metadata/ed:field[@name = 'author']">
        <meta name="author" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="($metadata/ed:field[@name = ('subtitle', 'source')])[1]">
        <meta name="description" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$metadata/ed:field[@name = ('term', 'item')]">
        <meta name="keywords" content="{translate(., ',', ';')}"/>
      </xsl:for-each>
      <meta name="generator" content="editio"/>
      <meta name="dcterms.created" content="{($date, '1970-01-01')[1]}"/>
      <meta name="dcterms.modified" content="{($date, '1970-01-01')[1]}"/>
    </head>
  </xsl:function>

  <!-- A title in two lines where a colon divides it, which the break makes needless. -->
  <xsl:function name="ed:title-lines" as="node()+" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize($title, ': ')"/>
    <xsl:choose>
      <xsl:when test="count($parts) eq 2">
        <span class="title-line">{$parts[1]}</span>
        <xsl:text> </xsl:text>
        <span class="title-line rest">{$parts[2]}</span>
      </xsl:when>
      <xsl:otherwise><xsl:text>{$title}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <!-- A title up to its first colon, for heads of pages. -->
  <xsl:function name="ed:short-title" as="xs:string" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="tokenize($title, ': ')[1]"/>
  </xsl:function>

  <!-- Whether the list of sigla says all that is said here of a witness, or of all witnesses of a
       list: it is not told twice. -->
  <xsl:function name="ed:is-in-conspectus" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="known" as="element(ed:witness)*" select="
        root($one)/ed:document[exists(ed:told-entries(.))]/ed:witnesses//ed:witness[@id = $one/@id]"/>
    <xsl:sequence select="
        if ($one/self::ed:record[@label = 'witness']) then exists($known) and
          string-length(ed:plain($one)) le 20 + sum(($known/descendant-or-self::ed:witness) !
            (1.1 * string-length(ed:plain(.)) + string-length(@siglum)))
        else if ($one/self::ed:section) then empty($one/text()[normalize-space()]) and
          exists($one//ed:record) and (every $part in $one/(* except ed:heading) satisfies
            ed:is-in-conspectus($part) or empty($part//text()[normalize-space()]))
        else false()"/>
  </xsl:function>

  <xsl:function name="ed:title-page" as="element(section)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="title" as="xs:string" select="ed:field($document, 'title')"/>
    <section class="title">
      <xsl:for-each select="ed:names-joined($document/ed:metadata/ed:field[@name = 'author'])[.]">
        <p class="author">{.}</p>
      </xsl:for-each>
      <h1 data-title="{$title}" data-running="{ed:cut-short($title)}"
          data-short="{ed:cut-short(ed:short-title($title))}"><xsl:sequence select="ed:title-lines($title)"/></h1>
      <xsl:for-each select="$document/ed:metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:sequence select="ed:basis($document/ed:metadata)"/>
      <xsl:sequence select="
          ed:edited-by($document/ed:metadata ! ed:editors-named(., ed:lang($document)), ed:lang($document))"/>
      <p class="publisher">{ed:field($document, 'publisher')}</p>
    </section>
  </xsl:function>

  <!-- The editors that a header names; who did something else after what it is called and a tab. -->
  <xsl:function name="ed:editors-named" as="xs:string*" visibility="public">
    <xsl:param name="metadata" as="element(ed:metadata)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="$metadata/ed:field[@name = 'editor']
        ! (@role[. ne 'editor'] ! (ed:role-label(., $lang) || '&#9;') || .)"/>
  </xsl:function>
  <!-- Who edited it, where the header says so; who translated it, and the like. -->
  <xsl:function name="ed:edited-by" as="element(p)*" visibility="public">
    <xsl:param name="editors" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="ed:names-joined($editors[not(contains(., '&#9;'))])[.]">
      <p class="editors">{ed:label('edited-by', $lang)} {.}</p>
    </xsl:for-each>
    <xsl:for-each-group select="$editors[contains(., '&#9;')]" group-by="substring-before(., '&#9;')">
      <p class="editors">{current-grouping-key()}: {ed:names-joined(current-group() ! substring-after(., '&#9;'))}</p>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Names, each once. With the surname first they have commas of their own. -->
  <xsl:function name="ed:names-joined" as="xs:string" visibility="public">
    <xsl:param name="names" as="item()*"/>
    <xsl:variable name="each" as="xs:string*"
        select="distinct-values($names ! normalize-space())[.]"/>
    <xsl:sequence select="string-join($each, if (contains(string-join($each), ',')) then '; ' else ', ')"/>
  </xsl:function>

  <!-- The back of the title: edition, rights, and what the type is. -->
  <xsl:function name="ed:imprint" as="element(section)">
    <xsl:param name="document" as="element(ed:document)"/>
    <section class="imprint">
      <xsl:for-each select="distinct-values(($ed:edition, ed:field($document, 'edition'))[.])">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:call-template name="ed:how-to-cite">
        <xsl:with-param name="lang" select="ed:lang($document)"/>
      </xsl:call-template>
      <p>{ed:label('pages-of-offprint', ed:lang($document))}</p>
      <xsl:sequence select="ed:signs-line(ed:signs-told(ed:signs-in-print($document), ed:lang($document)), ed:lang($document))"/>
      <xsl:sequence select="ed:rights($document)"/>
      <p>{ed:label('set-in', ed:lang($document))}</p>
    </section>
  </xsl:function>

  <!-- The signs of a text, the stroke where a page of the source begins, and what parts textual notes. -->
  <xsl:function name="ed:signs-in-print" as="xs:string*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="ed:signs-of($document, 'reading'),
        ($document/ed:text//ed:break[@unit = 'page'][normalize-space(@n)][not(ancestor-or-self::*/@only = 'diplomatic')])[1]
          ! '| = sign-page',
        ed:interventions($document)[not(ancestor::ed:note)][2] ! '‖ = sign-notes'"/>
  </xsl:function>

  <!-- What is said of rights and licence, for the imprint. -->
  <xsl:function name="ed:rights" as="node()*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:apply-templates mode="ed:html" select="
        $document/ed:about/ed:section[ed:heading/@label = 'about-availability']/
          (* except ed:heading)"/>
  </xsl:function>
</xsl:stylesheet>
