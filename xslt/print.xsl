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
      <xsl:template match="*[@only = ('diplomatic', 'apparatus')]" mode="ed:html" priority="10">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:if test="not($ed:in-note)"><xsl:call-template name="ed:variants-of-source"/></xsl:if>
      </xsl:template>
      <xsl:template match="ed:break[@unit = 'line'][not(@keep)]" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
      </xsl:template>

      <!-- Where a column or a gathering of the source begins is of no use beside its pages. -->
      <xsl:template match="ed:break[@unit = ('column', 'gathering')]" mode="ed:html" priority="2">
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="@id"><span><xsl:copy-of select="@id"/></span></xsl:if>
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

      <!-- A verse that is found by its own number has no other beside it, also where its own is not
           shown: typesetting counts lines, and looks at this. -->
      <xsl:template match="ed:line[@n][not(@shown)][not(root()/ed:document/@ed:key-by = 'line')]"
          mode="ed:html" priority="7">
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:variable name="number" as="attribute()" select="@n"/>
        <xsl:for-each select="$made">
          <xsl:copy>
            <xsl:if test="self::*"><xsl:attribute name="data-verse" select="$number"/></xsl:if>
            <xsl:copy-of select="@*, node()"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:template>

      <!-- The number comes from the data, so that no two counts can disagree. -->
      <xsl:template match="ed:note" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:variable name="beside" as="attribute()*" select="ed:in-margin(., $ed:in-note)"/>
        <a class="{ed:call-class(.), 'beside'[exists($beside)]}" id="{ed:call-id(.)}" href="#{@id}">
          <xsl:sequence select="$beside"/>
          <xsl:if test="@counted"><xsl:attribute name="data-counted" select="@counted"/></xsl:if>
          <xsl:text>{if (@called-in) then ed:call-sign(.) else ed:note-sign(.)}</xsl:text>
        </a>
        <xsl:if test="not(ed:is-endnote(.))">
          <span class="footnote {if (@kind = 'editorial') then 'editorial' else 'note'}{
              ' beside'[exists($beside)]}{' blocks'[ed:is-of-blocks(current())]}" data-id="{@id}">
            <xsl:sequence select="$beside"/>
            <xsl:for-each select="@series">
              <xsl:attribute name="data-series" select="."/>
              <xsl:attribute name="data-band" select="
                  index-of(ed:series-of-notes(root()/ed:document), ed:series-of(..))"/>
            </xsl:for-each>
            <xsl:call-template name="ed:note-said"/>
          </span>
        </xsl:if>
      </xsl:template>
      <xsl:template match="ed:note" mode="ed:note-body">
        <div class="endnote"><xsl:call-template name="ed:note-said"/></div>
      </xsl:template>
      <xsl:template match="ed:section[not(ancestor::ed:section)][$ed:notes-at = 'part'][not(ed:is-side(.))]"
          mode="ed:html" priority="3">
        <xsl:next-match/>
        <xsl:call-template name="ed:endnotes"/>
      </xsl:template>

      <!-- Formulas are drawn when the page is set (engines/paged/formulas.py). What stands for one:
           its source in TeX, the description of its figure, or its signs in a line, in which one is
           printed that cannot be drawn. -->
      <xsl:template match="ed:foreign[@kind = 'math']" mode="ed:html">
        <xsl:variable name="told" as="xs:string*" select="string(*/@alttext),
            ancestor::ed:figure[1]/ed:block[@kind = 'figDesc'] ! ed:plain(.), string(@linear)"/>
        <xsl:variable name="of" as="element(ed:foreign)" select="."/>
        <xsl:for-each select="*[*]">
          <xsl:copy copy-namespaces="no">
            <xsl:copy-of select="@* except (@alttext, @data-linear, @data-at)"/>
            <xsl:attribute name="alttext" select="$told[normalize-space()][1]"/>
            <xsl:attribute name="data-linear" select="$of/@linear"/>
            <xsl:for-each select="$of/ancestor-or-self::*[@at][1]/@at"><xsl:attribute name="data-at" select="."/></xsl:for-each>
            <xsl:copy-of select="node()" copy-namespaces="no"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:template>

      <!-- A note in the line is in the line, one between blocks a block; one in the margin is
           beside its line, or at the foot with a sign where it has no room there
           (engines/paged/beside.py). -->
      <xsl:template match="ed:note[@place = ('inline', 'block')]" mode="ed:html" priority="1">
        <xsl:element name="{if (@place = 'block' or ed:has-blocks(.)) then 'div' else 'span'}">
          <xsl:call-template name="ed:attributes">
            <xsl:with-param name="class" select="'note-' || @place"/>
          </xsl:call-template>
          <xsl:call-template name="ed:note-beside"/>
        </xsl:element>
      </xsl:template>

      <!-- Who cannot see a picture is told its caption where it has no description. The size that
           its TEI wants counts where it is less than the width of a page. Each picture of a tagged
           PDF has an alternative: without any words, that it is a picture. -->
      <xsl:template match="ed:graphic[starts-with(@mime, 'image/')]" mode="ed:html">
        <img src="{@src}" alt="{(string(@alt), ancestor::ed:figure[1]/ed:block[1]/ed:plain(.),
            ed:label('figure', ed:lang(.)))[.][1]}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:if test="number(@width) lt 480">
            <xsl:attribute name="style" select="'max-width: ' || @width || 'px'"/>
          </xsl:if>
        </img>
      </xsl:template>

      <!-- A file beside the TEI is not beside the PDF. -->
      <xsl:template match="ed:link[not(matches(@target, '^(#|[A-Za-z][A-Za-z0-9+.-]*:)'))]"
          mode="ed:html">
        <span><xsl:call-template name="ed:attributes"/><xsl:apply-templates mode="ed:html"/></span>
      </xsl:template>
      <!-- An address as it is read is not hyphenated: a hyphen would be one of it. -->
      <xsl:template match="ed:link[matches(., '^\s*(https?://|www\.)')]" mode="ed:html" priority="1">
        <span class="address"><xsl:next-match/></span>
      </xsl:template>
      <!-- A reference to another place of the text names its page: typesetting knows it. -->
      <xsl:template match="ed:link[exists(key('ed:place', substring-after(@target, '#')))]
          [starts-with(@target, '#')][not(@kind = 'note')]" mode="ed:html">
        <a href="{@target}" data-page="{translate(ed:label('page-short', ed:lang(.)), ' ', '&#xA0;')}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </a>
      </xsl:template>

      <!-- A reference among whose words notes are called, or entries told, leads nowhere on paper: HTML
           has no link within a link, and what is read of one is torn. -->
      <xsl:template match="ed:link[.//ed:note or .//ed:link or .//ed:point or .//*[@key]]" mode="ed:html" priority="4">
        <span><xsl:call-template name="ed:attributes"/><xsl:apply-templates mode="ed:html"/></span>
      </xsl:template>

      <!-- What an editor did is told at the foot, by the line of the page that it stands in. An entry in
           whose words others begin stands before these, as it begins before them. -->
      <xsl:template match="(ed:alternate | ed:inline)[@key]" mode="ed:html" priority="7">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:variable name="told" as="element(span)*">
          <xsl:if test="not($ed:in-note)"><xsl:call-template name="ed:variant"/></xsl:if>
        </xsl:variable>
        <xsl:sequence select="if (exists($told) and ed:holds-others(.)) then ed:opening-with($told, $made) else ($made, $told)"/>
      </xsl:template>
      <!-- What is left out has a place, and no words. -->
      <xsl:template match="ed:inline[@kind = 'surplus'][@key][@only]" mode="ed:html" priority="11">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <span><xsl:call-template name="ed:key"/></span>
        <xsl:if test="not($ed:in-note)"><xsl:call-template name="ed:variant"/></xsl:if>
      </xsl:template>

      <!-- Where the words begin and end that an entry is about which stands apart. -->
      <xsl:template match="ed:point" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:variable name="start" as="element(ed:point)?" select="key('ed:started', @entry)[1]"/>
        <span data-key="{@entry}">
          <xsl:if test="@part = 'start' or not($start)">
            <xsl:attribute name="id" select="@entry"/>
          </xsl:if>
        </span>
        <xsl:if test="not($ed:in-note) and @part = ('end', 'start'[$start ! ed:holds-others(.)])[last()]">
          <xsl:call-template name="ed:variant"/>
        </xsl:if>
      </xsl:template>

      <!-- HTML allows no p within p: in a note a paragraph is a span, and a paragraph that holds
           a note with lists or tables is a div. -->
      <xsl:template match="ed:paragraph" mode="ed:html">
        <xsl:param name="ed:in-note" as="xs:boolean" tunnel="yes" select="false()"/>
        <xsl:param name="ed:marks" as="element()*" tunnel="yes" select="()"/>
        <xsl:element name="{if ($ed:in-note) then 'span'
            else if (.//(ed:list | ed:table | ed:block | ed:figure | ed:line | ed:verbatim | ed:text |
                ed:section | ed:heading)) then 'div' else 'p'}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:sequence select="$ed:marks"/>
          <xsl:apply-templates select="node() except ed:figure[@within], ed:figure[@within]" mode="ed:html">
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

      <!-- Entries stand in columns, their heading above these, so that it is never alone. -->
      <xsl:template match="(ed:section | ed:part)[ed:is-lexicon(.)]" mode="ed:html" priority="2">
        <xsl:variable name="above" as="element()*" select="ed:heading[not(preceding-sibling::* except ../ed:heading)]"/>
        <xsl:element name="{if (self::ed:section) then 'section' else 'div'}">
          <xsl:call-template name="ed:attributes">
            <xsl:with-param name="class" select="local-name()[. = 'part']"/>
          </xsl:call-template>
          <xsl:apply-templates select="$above" mode="ed:html"/>
          <div class="dictionary"><xsl:apply-templates select="node() except $above" mode="ed:html"/></div>
        </xsl:element>
      </xsl:template>

      <!-- A text with its translation beside it. -->
      <xsl:template match="(ed:section | ed:text)[ed:is-beside(., 'original')]"
          mode="ed:html" priority="4">
        <xsl:call-template name="ed:parallel"/>
      </xsl:template>
      <xsl:template match="(ed:section | ed:text)[ed:is-beside(., 'translation')]"
          mode="ed:html" priority="4"/>

      <xsl:template name="ed:section-content" visibility="public">
        <xsl:variable name="twins" as="array(*)*" select=".[not($ed:parallel = 'after')] ! ed:twins(.)"/>
        <xsl:apply-templates select="if (exists($twins)) then ed:heading else node()" mode="ed:html"/>
        <xsl:for-each select="$twins">
          <div class="in-columns">
            <xsl:for-each select="ed:twin-pairs(.)">
              <xsl:variable name="ours" as="element(div)" select="ed:pair(.(1))"/>
              <div class="row">
                <xsl:sequence select="$ours"/>
                <!-- The translation of a paragraph is indented as that is. -->
                <xsl:for-each select="ed:pair(.(2))">
                  <div><xsl:copy-of select="@*, $ours/@class, node()"/></div>
                </xsl:for-each>
              </div>
            </xsl:for-each>
          </div>
        </xsl:for-each>
      </xsl:template>

      <!-- Heads for the contents, the bookmarks and the running head are plain: no note leaks in. -->
      <xsl:template match="ed:heading[not(@label)]" mode="ed:html">
        <xsl:param name="ed:marks" as="element()*" tunnel="yes" select="()"/>
        <xsl:element name="h{ed:rank(.)}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:attribute name="data-title" select="ed:heading-words(.)"/>
          <xsl:sequence select="ed:running(.)"/>
          <xsl:sequence select="$ed:marks"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <!-- A mention of register entries is found again on its page, for the indexes; a source that
           is named by a siglum at the foot has that in the list of sources. -->
      <xsl:template name="ed:attributes" visibility="public" as="attribute()*">
        <xsl:param name="class" as="xs:string*" select="()"/>
        <xsl:param name="ed:note-opening" as="element()*" tunnel="yes" select="()"/>
        <xsl:call-template name="xsl:original">
          <xsl:with-param name="class" select="$class, ed:table-dress(.), 'lexicon'[ed:is-lexicon(current())],
              'opens'[current() intersect $ed:note-opening]"/>
        </xsl:call-template>
        <xsl:sequence select="ed:guide(.), ed:running-within(.), ed:pad(.), ed:may-turn(.)"/>
        <!-- The engine does not look at @value. -->
        <xsl:if test="self::ed:item[../@kind = 'ordered'][@n castable as xs:integer]">
          <xsl:attribute name="style" select="'counter-set: list-item ' || xs:integer(@n) || '; counter-increment: none'"/>
        </xsl:if>
        <xsl:for-each select="@id[ancestor::ed:about and key('ed:sourced', '#' || .)] ! ed:siglum-in(.., .)">
          <xsl:attribute name="data-siglum" select="."/>
        </xsl:for-each>
        <xsl:if test="@entries and not(ancestor::ed:about)">
          <xsl:attribute name="data-entries" select="@entries"/>
          <xsl:if test="not(@id | @key)"><xsl:attribute name="id" select="ed:mention-id(.)"/></xsl:if>
        </xsl:if>
      </xsl:template>

      <xsl:template name="ed:key" visibility="public" as="attribute()*">
        <xsl:if test="@key and not(@id)"><xsl:attribute name="id" select="@key"/></xsl:if>
        <xsl:if test="@key"><xsl:attribute name="data-key" select="@key"/></xsl:if>
      </xsl:template>

      <xsl:template name="ed:notes" visibility="public" as="element(section)*"/>

      <!-- Who is answerable is told where it is not the edition itself. -->
      <xsl:variable name="ed:apparatus-last" visibility="public" as="xs:string" select="'certainty'"/>
      <!-- The policy of a text is not in the book. -->
      <xsl:variable name="ed:says-where" visibility="public" as="xs:boolean" select="false()"/>
      <xsl:template name="ed:authority" visibility="public">
        <xsl:variable name="document" as="element()" select="root(.)/ed:document"/>
        <xsl:call-template name="ed:parts-joined">
          <xsl:with-param name="before" select="
              @cert ! ed:value-label('cert', ., ed:lang($document)), ed:grounds(., ed:lang($document))"/>
          <xsl:with-param name="after" select="
              (@resp ! ed:responsible($document, .))[not(. = ed:field($document, 'publisher'))]"/>
        </xsl:call-template>
      </xsl:template>

      <!-- In a book a place is a page and a line of the book: typesetting knows them. -->
      <xsl:template name="ed:passage-place" visibility="public" as="node()+">
        <a class="place" href="#{@id}"/>
      </xsl:template>
      <xsl:template name="ed:row-place" visibility="public" as="node()+">
        <a class="place">
          <xsl:if test="empty(ed:verses(.))">
            <xsl:attribute name="data-key" select="@key"/>
          </xsl:if>
          <xsl:attribute name="href" select="ed:locus-href(.)"/>
        </a>
        <xsl:for-each select="string-join(ed:verses(.), '–')[.]"><xsl:text>, {.}</xsl:text></xsl:for-each>
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
            <xsl:call-template name="ed:conspectus"/>
            <section class="work" data-title="{ed:cut-short(ed:short-title(ed:field(., 'title')))}">
              <xsl:call-template name="ed:letters"/>
              <xsl:apply-templates select="ed:text" mode="ed:html"/>
              <xsl:call-template name="ed:endnotes"/>
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
      <xsl:function name="ed:interventions" visibility="public" as="element()*">
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
            ed:heading/@label = ('about-sourceDesc', 'about-notesStmt')][not(ed:is-in-conspectus(.))]"/>
        <xsl:if test="exists($kept)">
          <section class="about">
            <h2 id="{ed:own-id(., 'about')}">{ed:label('about', ed:lang(.))}</h2>
            <xsl:apply-templates select="$kept" mode="ed:html"/>
          </section>
        </xsl:if>
      </xsl:template>
      <xsl:template match="(ed:section | ed:record)[ancestor::ed:about][ed:is-in-conspectus(.)]"
          mode="ed:html" priority="8"/>
      <!-- A witness is found where it is told of. -->
      <xsl:template match="ed:witness[@id][not(key('ed:place', @id))]" mode="ed:conspectus"
          as="element(tr)">
        <xsl:variable name="row" as="element(tr)"><xsl:next-match/></xsl:variable>
        <tr id="{@id}"><xsl:copy-of select="$row/(@*, node())"/></tr>
      </xsl:template>

      <!-- The hyphen of a reading at the end of a line would look like one of the edition. -->
      <xsl:template match="*" mode="ed:apparatus" as="element(tr)">
        <xsl:variable name="row" as="element(tr)"><xsl:next-match/></xsl:variable>
        <tr>
          <xsl:copy-of select="$row/@*"/>
          <xsl:for-each select="$row/*">
            <xsl:copy>
              <xsl:if test="position() = (2, 3) and ed:is-unbroken(.)">
                <xsl:attribute name="class" select="'unbroken'"/>
              </xsl:if>
              <xsl:copy-of select="@*, node()"/>
            </xsl:copy>
          </xsl:for-each>
        </tr>
      </xsl:template>
      <xsl:template match="ed:words[not(@rend)]" mode="ed:html">
        <xsl:sequence select="ed:unbroken(.)"/>
      </xsl:template>

      <!-- What is said of a reading stands with it, in the entry. -->
      <xsl:template match="ed:note[@place = 'entry']" mode="ed:html" priority="9"/>
    </xsl:override>
  </xsl:use-package>

  <xsl:include href="cells.xsl"/>
  <xsl:include href="print/front.xsl"/>
  <xsl:include href="print/foot.xsl"/>
  <xsl:include href="print/at-words.xsl"/>
  <xsl:include href="print/endnotes.xsl"/>
  <xsl:include href="print/parts.xsl"/>
  <xsl:include href="print/tables.xsl"/>
  <xsl:include href="print/parallel.xsl"/>
  <xsl:include href="print/running.xsl"/>
  <xsl:include href="print/sides.xsl"/>

  <!-- The behaviours of a text: the page that is set. -->
  <xsl:mode name="ed:print" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> the page to be set, and its parts. -->
  <xsl:template match="/" mode="ed:print" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:document" mode="ed:html"/>
    </xsl:variable>
    <xsl:variable name="named" as="element(html)" select="ed:named(ed:at-words($page), ed:document/@id)"/>
    <xsl:sequence select="map{
        'page': ed:serialize($named),
        'parts': serialize(ed:parts(ed:document, $named), map{
            'method': 'xml', 'omit-xml-declaration': true()})}"/>
  </xsl:template>
</xsl:package>
