<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as one of its witnesses has it, where entries of the apparatus stand at their words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Witnesses that have a reading of their own here, in the order of the lists. -->
  <xsl:function name="ed:collated" visibility="public" as="xs:string*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="had" as="xs:string*" select="distinct-values(
        ed:variants-told($document)/ed:reading ! tokenize(@expanded))"/>
    <xsl:variable name="listed" as="xs:string*" select="
        $document/ed:witnesses//ed:witness[not(@kind = 'group')]/@siglum/string()"/>
    <xsl:sequence select="distinct-values($listed[. = $had]), sort($had[not(. = $listed)])"/>
  </xsl:function>
  <!-- Whose text is shown: of one that fewer than one entry in twenty names, such as an editor with
       conjectures or a later hand, too little is known. -->
  <xsl:function name="ed:with-texts" visibility="public" as="xs:string*" cache="yes">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="entries" as="element(ed:entry)*" select="ed:variants-told($document)"/>
    <xsl:variable name="named" as="map(xs:string, xs:integer)" select="
        fold-left($entries ! distinct-values(ed:reading ! tokenize(@expanded)), map{},
          function($so-far, $siglum) {map:put($so-far, $siglum, ($so-far($siglum), 0)[1] + 1)})"/>
    <xsl:sequence select="ed:collated($document)[exists($document/ed:text//ed:alternate[@kind = 'variant']
        [not(@method)])][. = $document/ed:witnesses//ed:witness/@siglum][20 * $named(.) ge count($entries)]"/>
  </xsl:function>

  <xsl:mode name="ed:as-in" on-no-match="shallow-copy"/>
  <!-- The text as a witness has it: its own readings in the place of those of the edition. -->
  <xsl:function name="ed:as-in" visibility="public" as="document-node()">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="had" as="map(xs:string, xs:integer)"/>
    <xsl:document>
      <xsl:for-each select="$document">
        <xsl:copy>
          <xsl:attribute name="collated" select="'yes'"/>
          <xsl:attribute name="witness" select="$siglum"/>
          <xsl:copy-of select="@*, node() except ed:text"/>
          <xsl:apply-templates select="ed:text" mode="ed:as-in">
            <xsl:with-param name="siglum" select="$siglum" tunnel="yes"/>
            <xsl:with-param name="had" select="$had" tunnel="yes"/>
            <xsl:with-param name="torn" select="ed:torn-in(., $siglum)" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:copy>
      </xsl:for-each>
    </xsl:document>
  </xsl:function>
  <!-- Which reading of an entry a witness has: "A" and the id of the entry -> place of the reading. -->
  <xsl:function name="ed:readings-had" visibility="public" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="map:merge(
        for $entry in $document/ed:apparatus//ed:entry[ed:is-of-variants(.)], $n in reverse(1 to count($entry/ed:reading)),
          $siglum in tokenize($entry/ed:reading[$n]/@expanded)
        return map{$siglum || ' ' || generate-id($entry): $n}, map{'duplicates': 'use-last'})"/>
  </xsl:function>
  <!-- Entries at which a witness breaks off or goes on, and which of both. -->
  <xsl:function name="ed:torn-in" as="element(ed:alternate)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="$document[ed:apparatus//ed:torn]/ed:text//ed:alternate[@kind = 'variant']
        [not(@method)][exists(ed:torn-as(., $siglum))]"/>
  </xsl:function>
  <xsl:function name="ed:torn-as" as="xs:string?">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:for-each select="ed:entry-of($one)">
      <xsl:sequence select="(ed:reading/ed:torn[tokenize((@wit, ../@wit)[1]) = ed:id-of(current(), $siglum)])
          [last()]/@kind/string()"/>
    </xsl:for-each>
  </xsl:function>
  <!-- Words, and what stands for words or shows where pages and pictures are. -->
  <xsl:template match="text()[normalize-space()] | ed:gap | ed:break | ed:figure" mode="ed:as-in">
    <xsl:param name="siglum" as="xs:string" tunnel="yes"/>
    <xsl:param name="torn" as="element(ed:alternate)*" tunnel="yes"/>
    <xsl:variable name="last" as="element(ed:alternate)?" select="$torn[. &lt;&lt; current()][last()]"/>
    <xsl:variable name="lacks" as="xs:boolean" select="
        if ($last) then ed:torn-as($last, $siglum) = ('lacunaStart', 'witEnd') and not($last intersect ancestor::*)
        else exists($torn[1][ed:torn-as(., $siglum) = ('lacunaEnd', 'witStart')])
          and not(ancestor::* intersect $torn)"/>
    <xsl:if test="not($lacks)">
      <xsl:copy><xsl:apply-templates select="@*, node()" mode="#current"/></xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- Words that the editors supply from a witness are its own there, and lost in another. -->
  <xsl:template match="ed:inline[@kind = 'supplied'][tokenize(@source) ! replace(., '^.*#', '') = //ed:witness/@id]"
      mode="ed:as-in" priority="1">
    <xsl:param name="siglum" as="xs:string" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="tokenize(@source) ! replace(., '^.*#', '')
          = ($siglum, key('ed:witness-by-siglum', $siglum)/@id)">
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
      <xsl:when test="matches(@reason, '^omi') or preceding-sibling::node()[1][self::ed:gap][not(@only)]"/>
      <xsl:otherwise>[…]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- A fault of its own, which the editors correct, stands. -->
  <xsl:template mode="ed:as-in" match="ed:inline[@kind = ('lem', 'rdg')][@wit]//ed:alternate
      [ed:inline[@kind = 'sic'][@only = 'diplomatic'][not(@source)]]">
    <xsl:apply-templates select="ed:inline[@kind = 'sic']/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="ed:alternate[@kind = 'variant'][not(@method)]" mode="ed:as-in">
    <xsl:param name="siglum" as="xs:string" tunnel="yes"/>
    <xsl:param name="had" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:param name="torn" as="element(ed:alternate)*" tunnel="yes"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="ed:entry-of(.)"/>
    <xsl:variable name="rank" as="xs:integer?" select="$entry ! $had($siglum || ' ' || generate-id())"/>
    <xsl:variable name="own" as="element()?" select="ed:inline[@kind = ('lem', 'rdg')][position() = $rank]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:choose>
        <xsl:when test="empty($own) and tokenize($entry/@absent) = $entry ! ed:id-of(., $siglum)"/>
        <xsl:otherwise>
          <xsl:variable name="kind" as="xs:string" select="string($entry/ed:reading[$rank]/@kind)"/>
          <xsl:if test="not($kind = ('omission', 'illegible', 'lost'))">
            <xsl:apply-templates select="($own, ed:inline[@kind = ('lem', 'rdg')][not(@only)])[1]" mode="ed:as-in"/>
          </xsl:if>
          <xsl:if test="$kind = ('illegible', 'lost')"><xsl:text>[…]</xsl:text></xsl:if>
          <xsl:if test="$torn[. is current()] ! ed:torn-as(., $siglum) = ('lacunaStart', 'witEnd')"><xsl:text> […]</xsl:text></xsl:if>
          <!-- An addition stands where the text has one blank. -->
          <xsl:if test="$own/text() and not(normalize-space(ed:plain(.)))"><xsl:text> </xsl:text></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="ed:inline[@kind = ('lem', 'rdg')]" mode="ed:as-in">
    <ed:inline kind="lem"><xsl:apply-templates mode="ed:as-in"/></ed:inline>
  </xsl:template>
  <xsl:template match="ed:note" mode="ed:as-in"/>
  <!-- What has no words in this witness is not there: no empty heading, no empty link. -->
  <xsl:template match="(ed:heading | ed:paragraph | ed:block | ed:link | ed:inline)[normalize-space()]" mode="ed:as-in">
    <xsl:variable name="made" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:if test="normalize-space($made)"><xsl:sequence select="$made"/></xsl:if>
  </xsl:template>

  <xsl:key name="ed:witness-by-siglum" match="ed:witness" use="@siglum"/>
  <!-- By what a witness may be named: its siglum, its id. -->
  <xsl:function name="ed:id-of" visibility="public" as="xs:string*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="$siglum, key('ed:witness-by-siglum', $siglum, root($entry))/@id/string()"/>
  </xsl:function>
</xsl:stylesheet>
