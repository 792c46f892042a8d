<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentary transcription (chapter PH, sourceDoc): surfaces, zones and lines as they lie on the
     page. Where there is no text beside it, it is the text: lines run on, a zone is a paragraph
     unless milestones tell the paragraphs. Where there is, it is in the diplomatic text alone. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pictures with the words that are on them, where these stand nowhere else. -->
  <xsl:function name="ed:is-written" as="xs:boolean">
    <xsl:param name="facsimile" as="element(facsimile)"/>
    <xsl:sequence select="exists($facsimile//(line | zone)[normalize-space()])
        and empty($facsimile/../(text | sourceDoc)//text()[normalize-space()])"/>
  </xsl:function>
  <xsl:template match="sourceDoc | facsimile[ed:is-written(.)]" mode="ed:rules" priority="1">
    <ed:text>
      <xsl:if test="../text"><xsl:attribute name="only" select="'diplomatic'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:text>
  </xsl:template>
  <xsl:template match="surfaceGrp" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>

  <!-- A surface is a page; one upon another is a slip, shown where it is fastened. -->
  <xsl:template match="surface" mode="ed:rules">
    <xsl:variable name="written" as="node()*">
      <xsl:if test="empty(parent::surface) and empty(ed:line-of-page(.))">
        <xsl:sequence select="ed:page-begins(.)"/>
      </xsl:if>
      <xsl:if test="parent::surface or parent::zone">
        <xsl:sequence select="ed:added('[' || ed:say('glued', .) || ']', 'diplomatic')"/>
      </xsl:if>
      <xsl:call-template name="ed:written"/>
    </xsl:variable>
    <!-- Nothing is left of it where all its lines go on from another. -->
    <xsl:if test="exists($written[self::* or normalize-space()])">
      <ed:block kind="surface">
        <xsl:call-template name="ed:common"/>
        <xsl:sequence select="$written"/>
      </ed:block>
    </xsl:if>
  </xsl:template>
  <xsl:template match="zone" mode="ed:rules">
    <xsl:call-template name="ed:written"/>
  </xsl:template>
  <xsl:template mode="ed:rules" priority="1" match="zone[@type = $ed:beside-the-text]">
    <ed:block kind="zone" zone="{@ed:id}" only="diplomatic">
      <xsl:call-template name="ed:written"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="(surface | zone)/(graphic | media | binaryObject)" mode="ed:rules"
      priority="20"/>

  <!-- Zones and slips stand apart; what is between them is lines of a paragraph. -->
  <xsl:template name="ed:written">
    <xsl:for-each-group select="node()" group-adjacent="ed:lies-apart(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="ed:rules"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each-group select="current-group()" group-starting-with="*[ed:opens-block(.)]">
            <xsl:call-template name="ed:lines">
              <xsl:with-param name="lines" select="current-group()"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>
  <xsl:function name="ed:lies-apart" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::zone | self::surface | self::graphic |
        self::media | self::p | self::ab | self::lg | self::table | self::list | self::figure))"/>
  </xsl:function>
  <xsl:function name="ed:opens-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(($element | $element/self::line/*[1][not(preceding-sibling::text()
        [normalize-space()])])/self::milestone[matches(@unit, '^(tei:)?(p|head|paragraph|lg|stanza|act|scene|sp|speaker|stage)$')])"/>
  </xsl:function>

  <!-- A page begins in its first line, unless what lies beside its text is before that; or in the line
       that goes on from another page. -->
  <xsl:function name="ed:line-of-page" as="element(line)?">
    <xsl:param name="surface" as="element()"/>
    <xsl:variable name="first" as="element(line)?" 
        select="$surface/descendant::node()[self::line or self::p or self::ab or self::lg or self::table or self::list
          or (parent::zone or parent::surface) and (ed:is-a-line-itself(.) or self::text()[normalize-space()])][1]/self::line"/>
    <xsl:sequence select="
        if (exists($first) and not(ed:is-read($first))) then ($surface//line[ed:is-read(.)])[1][@ed:joins]
        else $first"/>
  </xsl:function>
  <!-- It has an address of its own: readers of the book turn to it. -->
  <xsl:key name="ed:with-id" match="*[@ed:id]" use="@ed:id"/>
  <xsl:function name="ed:page-begins" as="element(ed:break)">
    <xsl:param name="surface" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="'page-' || $surface/@ed:id"/>
    <ed:break unit="page" id="{'ed-'[key('ed:with-id', $id, root($surface))]}{$id}">
      <xsl:copy-of select="$surface/@n[normalize-space()]"/>
      <xsl:for-each select="$surface[.//graphic]/@ed:id"><xsl:attribute name="facs" select="'#' || ."/></xsl:for-each>
    </ed:break>
  </xsl:function>

  <!-- Lines that go on with a word of another zone or page stand there. -->
  <xsl:template name="ed:lines">
    <xsl:param name="lines" as="node()*"/>
    <xsl:variable name="first" as="element(line)?" select="$lines[self::line][1]"/>
    <xsl:if test="exists($lines[normalize-space() or self::*[not(self::milestone)]])
        and not(ed:goes-over($first))">
      <ed:paragraph kind="zone">
        <xsl:apply-templates select="$lines[1]/parent::zone[node()[1] is $lines[1]]/@ed:id"
            mode="ed:common"/>
        <xsl:for-each select="$lines">
          <xsl:if test="ed:is-a-line-itself(.) and exists($lines[. &lt;&lt; current()][self::line or ed:is-a-line-itself(.)])">
            <ed:break unit="line" space="yes"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="ed:rules">
            <xsl:with-param name="ed:first" tunnel="yes"
                select="$first[empty($lines[. &lt;&lt; $first]
                  [ed:is-a-line-itself(.) or self::text()[normalize-space()]])]"/>
          </xsl:apply-templates>
        </xsl:for-each>
        <xsl:sequence select="$lines[self::line][last()] ! ed:going-over(.)"/>
      </ed:paragraph>
    </xsl:if>
  </xsl:template>
  <!-- A sign or words between two lines stand in a line of their own, as the change of a hand does. -->
  <xsl:function name="ed:is-a-line-itself" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::*[normalize-space() or self::handShift or self::gap]
        [not(self::line or self::note or ed:lies-apart(.))][empty(preceding-sibling::node()[1]/self::text()[normalize-space()])])"/>
  </xsl:function>
  <xsl:function name="ed:goes-over" as="xs:boolean">
    <xsl:param name="line" as="element(line)?"/>
    <xsl:sequence select="exists($line[@ed:joins][ed:is-read(.)]) and empty($line/preceding-sibling::line)"/>
  </xsl:function>
  <!-- Those of the next zone or page, with what they say of it, and so on. -->
  <xsl:function name="ed:going-over" as="node()*">
    <xsl:param name="last" as="element(line)"/>
    <xsl:for-each select="ed:line-after($last)[ed:goes-over(.)]">
      <xsl:variable name="end" as="element()?"
          select="following-sibling::*[ed:lies-apart(.) or ed:opens-block(.)][1]"/>
      <xsl:variable name="lines" as="node()+" select="
          preceding-sibling::node()[not(ed:lies-apart(.))], .,
          following-sibling::node()[empty($end) or . &lt;&lt; $end]"/>
      <xsl:apply-templates select="ed:breaks-before(ancestor::surface[last()])[. >> $last]" mode="ed:rules">
        <xsl:with-param name="gone-over" select="true()"/>
      </xsl:apply-templates>
      <xsl:for-each select="ancestor::*[@ed:id][not(. intersect $last/ancestor::*)]">
        <ed:anchor id="{@ed:id}"/>
      </xsl:for-each>
      <xsl:apply-templates select="$lines" mode="ed:rules"/>
      <xsl:sequence select="$lines[self::line][last()] ! ed:going-over(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Breaks between two pages stand where the second begins, be it within a word. -->
  <xsl:function name="ed:breaks-before" as="element()*">
    <xsl:param name="surface" as="element(surface)?"/>
    <xsl:sequence select="$surface/preceding-sibling::*[self::pb or self::cb or self::milestone]
        [following-sibling::*[not(self::pb or self::cb or self::milestone)][1] is $surface]"/>
  </xsl:function>
  <xsl:template match="(pb | cb | milestone)[parent::sourceDoc or parent::surfaceGrp]" mode="ed:rules"
      priority="2">
    <xsl:param name="gone-over" as="xs:boolean" select="false()"/>
    <xsl:variable name="surface" as="element()?"
        select="following-sibling::*[not(self::pb or self::cb or self::milestone)][1]/self::surface"/>
    <xsl:variable name="break" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$gone-over">
        <xsl:for-each select="$break/self::ed:break">
          <xsl:copy><xsl:copy-of select="@* except @space"/></xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="not(ed:goes-over(($surface//line[ed:is-read(.)])[1]))">
        <xsl:sequence select="$break"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="line" mode="ed:rules">
    <xsl:param name="ed:first" as="element()?" tunnel="yes" select="()"/>
    <xsl:variable name="page" as="element()?"
        select="ancestor::surface[last()][current() is ed:line-of-page(.)]"/>
    <xsl:choose>
      <xsl:when test="$page"><xsl:sequence select="ed:page-begins($page)"/></xsl:when>
      <xsl:when test="not(. is $ed:first)">
        <ed:break unit="line">
          <xsl:copy-of select="@n"/>
          <xsl:if test="ed:begins-verse(.)"><xsl:attribute name="keep" select="'yes'"/></xsl:if>
          <!-- One without words parts none; the next does. -->
          <xsl:if test="not(@ed:joins) and (normalize-space() or *)"><xsl:attribute name="space" select="'yes'"/></xsl:if>
        </ed:break>
      </xsl:when>
    </xsl:choose>
    <xsl:for-each select="@xml:id"><ed:anchor id="{.}"/></xsl:for-each>
    <xsl:call-template name="ed:content"/>
  </xsl:template>

  <!-- Lines are verses where their zone is said to be verse, or where milestones tell stanzas or verses. -->
  <xsl:variable name="ed:verse-zones" as="xs:string*" select="
      'verse', 'verses', 'l', 'lg', 'stanza', 'strophe', 'poem', 'poetry'"/>
  <xsl:key name="ed:told-blocks" match="milestone[ancestor::sourceDoc or ancestor::facsimile]"
      use="ed:plain-unit(.)[. = ('p', 'paragraph', 'head', 'lg', 'stanza', 'l', 'line', 'verse',
        'act', 'scene', 'sp', 'speaker', 'stage')] ! true()"/>
  <xsl:function name="ed:begins-verse" as="xs:boolean">
    <xsl:param name="line" as="element(line)"/>
    <xsl:variable name="told" as="element(milestone)*" select="key('ed:told-blocks', true(), root($line))"/>
    <xsl:variable name="here" as="node()" select="($line//text()[normalize-space()], $line)[1]"/>
    <xsl:variable name="marks" as="element(milestone)*" select="
        $told[. &lt;&lt; $here][ed:is-of-verses(.) or empty(ed:end-of-span(.)[. &lt;&lt; $here])]"/>
    <xsl:variable name="zone" as="element()?" select="$line/ancestor::*[self::zone or self::surface][1]"/>
    <xsl:variable name="own" as="element(milestone)*" select="$told intersect $zone//milestone"/>
    <xsl:sequence select="
        if (exists($marks intersect $own)) then ed:is-verse-of($line, $marks[last()])
        else exists($own[@spanTo][ed:is-of-verses(.)])
          or ($line, $zone, $zone/ancestor::zone)/@type ! tokenize(.) = $ed:verse-zones
          or exists($marks[last()][ed:is-verse-of($line, .)])"/>
  </xsl:function>
  <!-- A verse in several lines is what its milestone spans or, where it spans nothing, all up to the next. -->
  <xsl:function name="ed:is-verse-of" as="xs:boolean">
    <xsl:param name="line" as="element(line)"/>
    <xsl:param name="mark" as="element(milestone)"/>
    <xsl:sequence select="
        if (not(ed:is-of-verses($mark))) then ed:plain-unit($mark) = ('lg', 'stanza')
        else $line is ($mark/(ancestor::line[1], following::line)[1]) or exists(ed:end-of-span($mark)[. &lt;&lt; $line])"/>
  </xsl:function>
  <xsl:function name="ed:is-of-verses" as="xs:boolean">
    <xsl:param name="mark" as="element(milestone)"/>
    <xsl:sequence select="ed:plain-unit($mark) = ('l', 'line', 'verse')"/>
  </xsl:function>
  <xsl:function name="ed:plain-unit" as="xs:string">
    <xsl:param name="mark" as="element(milestone)"/>
    <xsl:sequence select="replace($mark/@unit, '^tei:', '')"/>
  </xsl:function>
  <xsl:function name="ed:end-of-span" as="element()?">
    <xsl:param name="mark" as="element(milestone)"/>
    <xsl:sequence select="$mark/@spanTo ! key('ed:by-id', substring-after(., '#'), root($mark))[1]"/>
  </xsl:function>

  <!-- Pictures of surfaces, and where on them zones and lines are: facts, not words. -->
  <xsl:mode name="ed:pictured" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:pictured"/>
  <xsl:template match="facsimile | sourceDoc" mode="ed:pictured">
    <xsl:if test=".//graphic or .//media or .//surface/@facs or .//zone/(@points | @ulx)">
      <ed:facsimile><xsl:apply-templates mode="ed:pictured"/></ed:facsimile>
    </xsl:if>
  </xsl:template>
  <xsl:template match="surface | zone | line[@points or @ulx]" mode="ed:pictured">
    <xsl:element name="ed:{local-name()}" namespace="urn:editio:ns">
      <xsl:for-each select="(@ed:id, @xml:id)[1]"><xsl:attribute name="id" select="."/></xsl:for-each>
      <xsl:copy-of select="@n, @type, @ulx, @uly, @lrx, @lry, @points, @rotate, @start"/>
      <xsl:for-each select="(@ed:images, @facs)[1]"><xsl:attribute name="facs" select="."/></xsl:for-each>
      <xsl:apply-templates mode="ed:pictured"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="graphic | media" mode="ed:pictured">
    <ed:graphic>
      <xsl:copy-of select="@url, @width, @height, @mimeType, @n"/>
      <xsl:for-each select="@ed:*[local-name() = ('url', 'src', 'mime', 'width', 'height', 'tiled', 'remote')]">
        <xsl:attribute name="{local-name()}" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@xml:id"><xsl:attribute name="id" select="."/></xsl:for-each>
    </ed:graphic>
  </xsl:template>
</xsl:stylesheet>
