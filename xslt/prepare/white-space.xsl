<?xml version="1.0" encoding="UTF-8"?>
<!-- White space, once for all outputs (TEI Guidelines, "XML Whitespace"): dropped in element-only
     content, collapsed in mixed content, trimmed at the edges of a run of text, kept under
     xml:space="preserve". A break with break="no" swallows the space around it and a soft hyphen
     before it; any other break that stands between two words carries the space (ed:space). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:set" as="map(xs:string, xs:boolean)">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="map:merge($names ! map{.: true()})"/>
  </xsl:function>

  <!-- Alternatives and groups that stand inside a run without starting one. -->
  <xsl:variable name="ed:transparent" as="map(xs:string, xs:boolean)" select="ed:set((
      'app', 'choice', 'rdgGrp', 'subst', 'substJoin'))"/>

  <!-- Elements whose content model has no text (TEI P5). -->
  <xsl:variable name="ed:element-only" as="map(xs:string, xs:boolean)" select="ed:set((
      map:keys($ed:transparent), 'additional', 'address', 'argument', 'availability', 'back',
      'biblFull',
      'biblStruct', 'body', 'castGroup', 'castList', 'category', 'citeStructure',
      'classDecl', 'correspDesc', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7',
      'docTitle', 'editionStmt', 'editorialDecl', 'encodingDesc', 'epigraph', 'event',
      'facsimile', 'figure', 'fileDesc', 'floatingText', 'front', 'group', 'handNotes', 'history',
      'imprint', 'keywords', 'langUsage', 'lg', 'list', 'listBibl', 'listChange', 'listEvent',
      'listOrg', 'listPerson', 'listPlace', 'listWit', 'monogr', 'msContents', 'msDesc',
      'msIdentifier', 'msItem', 'notesStmt', 'objectDesc', 'org', 'performance', 'person',
      'physDesc', 'place', 'postscript', 'profileDesc', 'profileDesc', 'prologue',
      'publicationStmt', 'refsDecl', 'respStmt', 'revisionDesc', 'row', 'seriesStmt', 'sourceDesc',
      'sp', 'standOff', 'supportDesc', 'surrogates', 'table', 'tagsDecl', 'taxonomy', 'TEI',
      'teiCorpus', 'teiHeader', 'text', 'textClass', 'titlePage', 'titleStmt'))"/>

  <!-- Elements that start a run of text wherever they stand. -->
  <xsl:variable name="ed:run" as="map(xs:string, xs:boolean)" select="ed:set((
      'ab', 'byline', 'cell', 'closer', 'dateline', 'desc', 'docAuthor', 'docDate', 'docEdition',
      'docImprint', 'figDesc', 'figure', 'fw', 'head', 'imprimatur', 'item', 'l', 'list', 'note',
      'opener', 'p', 'salute', 'signed', 'speaker', 'table', 'titlePart', 'trailer'))"/>

  <xsl:variable name="ed:breaks" as="map(xs:string, xs:boolean)" select="ed:set((
      'lb', 'pb', 'cb', 'gb', 'milestone'))"/>

  <!-- Empty or set apart, yet something is seen where they stand. -->
  <xsl:variable name="ed:marks" as="map(xs:string, xs:boolean)" select="ed:set((
      'formula', 'g', 'gap', 'graphic', 'note', 'ptr', 'space'))"/>

  <xsl:template match="*" mode="ed:prepare">
    <xsl:param name="ed:settled" as="map(xs:string, xs:string)" tunnel="yes" select="map{}"/>
    <xsl:copy>
      <xsl:call-template name="ed:identity"/>
      <xsl:if test="$ed:settled(generate-id()) = ' '">
        <xsl:attribute name="ed:space" select="'yes'"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*[ed:starts-run(.)]" mode="ed:prepare" priority="2">
    <xsl:next-match>
      <xsl:with-param name="ed:settled" tunnel="yes" as="map(xs:string, xs:string)"
          select="if (ancestor-or-self::*/@xml:space = 'preserve') then map{} else ed:settle(.)"/>
    </xsl:next-match>
  </xsl:template>

  <xsl:template match="text()" mode="ed:prepare">
    <xsl:param name="ed:settled" as="map(xs:string, xs:string)" tunnel="yes" select="map{}"/>
    <xsl:variable name="key" as="xs:string" select="generate-id()"/>
    <xsl:choose>
      <xsl:when test="map:contains($ed:settled, $key)">
        <xsl:value-of select="replace($ed:settled($key), '&#xAD;$', '')"/>
        <xsl:if test="ends-with($ed:settled($key), '&#xAD;')">
          <pc xmlns="http://www.tei-c.org/ns/1.0" type="softHyphen">&#xAD;</pc>
        </xsl:if>
      </xsl:when>
      <xsl:when test="ancestor::*/@xml:space = 'preserve'"><xsl:copy/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select=".[normalize-space()] ! replace(., '\s+', ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Brackets stand close to what is supplied: the space at its end moves behind it. -->
  <xsl:template match="supplied[matches(., '\S\s+$')]" mode="ed:prepare" priority="3">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="supplied[matches(., '\S\s+$')]/text()[last()]" mode="ed:prepare"
      priority="3">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>

  <xsl:function name="ed:starts-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="xs:string?" select="$element/parent::*/local-name()"/>
    <xsl:sequence select="
        $ed:run(local-name($element)) or $element/self::label[parent::note][. is ../*[1]] or
        ($parent ! $ed:element-only(.) and not($parent ! $ed:transparent(.)) and
         not($ed:breaks(local-name($element)) or $ed:transparent(local-name($element))))"/>
  </xsl:function>

  <!-- The text nodes, breaks and marks of one run, in order; nested runs are left out. -->
  <xsl:function name="ed:flow" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each select="$nodes">
      <xsl:sequence select="
          if (self::text()) then .[normalize-space() or not($ed:element-only(../local-name()))]
          else if ($ed:breaks(local-name()) or $ed:marks(local-name())) then .
          else if (self::*[not(ed:starts-run(.))]) then ed:flow(node())
          else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- For each node of the run: what is left of its text, or ' ' for a break that is a space. -->
  <xsl:function name="ed:settle" as="map(xs:string, xs:string)">
    <xsl:param name="run" as="element()"/>
    <xsl:variable name="flow" as="node()*" select="ed:flow($run/node())"/>
    <xsl:variable name="groups" as="array(node()+)*">
      <xsl:for-each-group select="$flow" group-adjacent="ed:is-gap(.)">
        <xsl:sequence select="array{current-group()}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each select="1 to count($groups)">
        <xsl:variable name="here" as="xs:integer" select="."/>
        <xsl:sequence select="
            if (ed:is-gap($groups[$here](1)))
            then ed:settle-gap($groups[$here]?*, $here = (1, count($groups)) or
              ed:is-dashed($groups[$here]?*, $groups[$here - 1]?*, $groups[$here + 1]?*))
            else ed:settle-words($groups[$here]?*)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="ed:is-gap" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node/self::text()) then not(normalize-space($node))
        else exists($ed:breaks(local-name($node)))"/>
  </xsl:function>

  <!-- A line that ends or begins with a dash, or the typewriter's two hyphens, set close to the
       words: no space is wanted. -->
  <xsl:function name="ed:is-dashed" as="xs:boolean">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()*"/>
    <xsl:param name="after" as="node()*"/>
    <xsl:sequence select="exists($gap/self::*) and (
        matches(string($before[last()]), '[^\s-](--|—)\s*$') or
        matches(string($after[1]), '^\s*(--|—)[^\s-]'))"/>
  </xsl:function>

  <!-- A stretch without words: at an edge or before break="no" it vanishes, else it is one space. -->
  <xsl:function name="ed:settle-gap" as="map(xs:string, xs:string)">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="edge" as="xs:boolean"/>
    <xsl:variable name="carrier" as="node()" select="($gap/self::*, $gap)[1]"/>
    <xsl:variable name="space" as="xs:boolean" select="not($edge or $gap/@break = 'no')"/>
    <xsl:sequence select="map:merge(
        $gap ! map{generate-id(): if ($space and . is $carrier) then ' ' else ''})"/>
  </xsl:function>

  <!-- Words: inner white space becomes one space, never doubled across element borders. -->
  <xsl:function name="ed:settle-words" as="map(xs:string, xs:string)">
    <xsl:param name="words" as="node()+"/>
    <xsl:map>
      <xsl:for-each select="$words">
        <xsl:if test="self::text()">
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <xsl:variable name="is-last" as="xs:boolean" select="position() = last()"/>
          <xsl:variable name="spaced" as="xs:boolean" select="
              if ($at = 1) then true() else exists($words[$at - 1]/self::text()[matches(., '\s$')])"/>
          <xsl:variable name="led" as="xs:string" select="
              replace(., '\s+', ' ') => ed:without-space('^ '[$spaced])"/>
          <xsl:map-entry key="generate-id()" select="
              $led => ed:without-space(' $'[$is-last])"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="ed:without-space" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string?"/>
    <xsl:sequence select="if ($pattern) then replace($text, $pattern, '') else $text"/>
  </xsl:function>
</xsl:stylesheet>
