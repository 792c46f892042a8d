<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of an apparatus that stand apart and name the words they are about (chapter TC): in a
     list, or among the words by the place where they end. They are never running text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="listApp" mode="ed:rules" priority="2">
    <ed:apart>
      <xsl:apply-templates select=".//app[not(ancestor::app)]" mode="ed:apart"/>
    </ed:apart>
  </xsl:template>
  <!-- A division of nothing else is no part of the text: formats list entries under a heading of
       their own. -->
  <xsl:template mode="ed:rules" priority="8"
      match="div[listApp][empty(* except (head, listApp, pb))][empty(text()[normalize-space()])]">
    <xsl:apply-templates select="listApp | pb" mode="ed:rules"/>
  </xsl:template>
  <xsl:template mode="ed:rules" priority="8" match="div[@type = 'apparatus'][.//app[ed:names-its-words(.)]]
      [empty(.//text()[normalize-space()][not(ancestor::app or parent::head)])]">
    <xsl:apply-templates select=".//(app[not(ancestor::app)] | pb)" mode="ed:rules"/>
  </xsl:template>
  <xsl:template match="app[ed:names-its-words(.)]" mode="ed:rules" priority="3">
    <ed:apart><xsl:apply-templates select="." mode="ed:apart"/></ed:apart>
  </xsl:template>

  <!-- Words that an entry names are not those it holds: by the method that the header declares, or by
       its own pointers. -->
  <xsl:function name="ed:names-its-words" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="method" as="xs:string" select="ed:method-declared(root($app))"/>
    <xsl:sequence select="not($app/ancestor::listApp or $app/ancestor::app)
        and $method ne 'parallel-segmentation'
        and ($method = ('double-end-point', 'location-referenced') or $app/@from or $app/@to
          or $app/@loc and $app/ancestor::div[@type = 'apparatus'])"/>
  </xsl:function>

  <xsl:function name="ed:method-declared" as="xs:string" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="string($root//teiHeader/encodingDesc/variantEncoding/@method)"/>
  </xsl:function>

  <!-- from, to: the ids of the first and the last place that the entry is about; loc: what it says. -->
  <xsl:mode name="ed:apart" on-no-match="fail"/>
  <xsl:template match="app" mode="ed:apart" as="element(ed:alternate)">
    <xsl:variable name="made" as="element(ed:alternate)">
      <ed:alternate kind="variant" method="apart">
        <xsl:call-template name="ed:common"/>
        <xsl:for-each select="(@type, ancestor::listApp[1]/@type)[normalize-space()][1]">
          <xsl:attribute name="layer" select="normalize-space()"/>
        </xsl:for-each>
        <xsl:for-each select="ancestor::listApp[head][1]/head[1]">
          <xsl:attribute name="head" select="ed:said-by(.)"/>
        </xsl:for-each>
        <xsl:apply-templates mode="ed:rules"/>
      </ed:alternate>
    </xsl:variable>
    <ed:alternate>
      <xsl:copy-of select="$made/(@* except (@from, @to))"/>
      <!-- Words of which one end is nowhere in the text are not known, wherever the other is. -->
      <xsl:variable name="lost" as="attribute()*"
          select="(@from, @to)[ed:leads-nowhere(.)], @to[(../@from ! ed:place-named(.))[1] >> ed:place-named(.)[1]]"/>
      <xsl:variable name="from" as="element()?" select="ed:end-point(.[not($lost)], @from)"/>
      <xsl:variable name="to" as="element()?"
          select="(ed:end-point(.[not($lost)], @to), $from[ed:is-apart-from(., current())])[1]"/>
      <xsl:copy-of select="
          $lost[1] ! ed:named('lost', string()),
          ($from, $to)[1] ! ed:named('about', (@ed:id, @xml:id)[1]),
          $to ! ed:named('until', (@ed:id, @xml:id)[1]),
          @loc[not(ed:is-pointer(.))] ! ed:named('loc', ed:passage(.))"/>
      <!-- What is said in a list of no place is said of none: not of the line that it stands behind. -->
      <xsl:if test="ancestor::listApp and not(@loc) and ($lost or not(@from or @to or .//lem))">
        <xsl:attribute name="loc" select="'–'"/>
      </xsl:if>
      <xsl:copy-of select="$made/node()"/>
    </ed:alternate>
  </xsl:template>

  <!-- Words that are named without an end, by an entry that stands elsewhere than in their passage
       (a division of entries, say): they alone are meant, not all as far as the entry. -->
  <xsl:function name="ed:is-apart-from" as="xs:boolean">
    <xsl:param name="words" as="element()"/>
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="shared" as="element()*" select="$words/ancestor::* intersect $app/ancestor::*"/>
    <xsl:sequence select="empty($app/ancestor::listApp) and empty($app/@to) and normalize-space($words)
        and empty($shared[not(matches(local-name(), '^(TEI|text|group|front|body|back|div\d?)$'))])"/>
  </xsl:function>

  <xsl:function name="ed:end-point" as="element()?">
    <xsl:param name="app" as="element(app)?"/>
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="named" as="attribute()?"
        select="$pointer, $app/@loc[ed:is-pointer(.)][empty(($pointer, ../@from))]"/>
    <xsl:sequence select="($named[$app] ! ed:place-named(.))[not(. intersect $app/ancestor-or-self::*)][1]"/>
  </xsl:function>
  <!-- An id names no line that readers know. -->
  <xsl:function name="ed:is-pointer" as="xs:boolean">
    <xsl:param name="loc" as="attribute(loc)"/>
    <xsl:sequence select="starts-with($loc, '#') or $loc castable as xs:NCName and exists(ed:place-named($loc))"/>
  </xsl:function>
  <!-- The passage that an address of CTS names: 14.1.1 of urn:cts:latinLit:stoa.stoa1:14.1.1@emensos. -->
  <xsl:function name="ed:passage" as="xs:string">
    <xsl:param name="loc" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="
        distinct-values(tokenize(replace($loc, '^urn:cts:([^:]+:){2}', ''), '-:?') ! replace(., '@.*$', ''))"/>
    <xsl:sequence select="if (starts-with($loc, 'urn:cts:')) then string-join($ends, '–') else normalize-space($loc)"/>
  </xsl:function>
  <xsl:function name="ed:leads-nowhere" as="xs:boolean">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="normalize-space($pointer) and empty(ed:place-named($pointer))"/>
  </xsl:function>
  <xsl:function name="ed:place-named" as="element()*">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="key('ed:by-id', replace($pointer, '^.*#', ''), root($pointer))
        [ancestor-or-self::text or ancestor-or-self::sourceDoc]"/>
  </xsl:function>
</xsl:stylesheet>
