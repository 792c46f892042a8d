<?xml version="1.0" encoding="UTF-8"?>
<!-- What words on a text page lead to: names to register entries, what editors did to its textual
     note, paragraphs to themselves. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- To the entry of a source below the reading text; words alone where it has none there. -->
  <xsl:function name="ed:source-link" as="node()">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="ed:source-name($at, $id)"/>
    <xsl:choose>
      <xsl:when test="ed:source-entry($at, $id)">
        <a href="{root($at)/*/@id}.html#{$id}">{$name}</a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:web-link" as="element(a)?">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="entry" as="xs:string?"
        select="tokenize($behaviour/@entries)[. = $ed:known][1]"/>
    <xsl:choose>
      <!-- Where nothing is left to read, or a space alone, there is nothing to point at. -->
      <!-- What a witness has that reads as the text does is told in the tables alone. -->
      <xsl:when test="$behaviour/@kind = 'variant' and ed:entry-of($behaviour)/@silent"/>
      <xsl:when test="$behaviour[@key][self::ed:gap or ed:plain(.)]
          [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]">
        <a class="c{ed:layer-class($behaviour)}" href="{root($behaviour)/*/@id}.html#{
            ed:own-id($behaviour, 't-' || $behaviour/@key)}"/>
      </xsl:when>
      <xsl:when test="$entry"><a class="n" href="register/{$entry}.html"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- A sign that leads to an entry: of what stands apart, or of no words (a witness adds some, breaks off
       or goes on). -->
  <xsl:template name="ed:entry-call" as="element(a)?">
    <xsl:for-each select="ed:entry-of(.)[not(@silent)]">
      <a class="c entry-call{ed:layer-class(.)}" role="doc-noteref"
          href="{root(current())/*/@id}.html#{ed:own-id(., 't-' || @key)}"
          aria-label="{ed:label('app-entries', ed:lang(.))} {ed:entry-place(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Of several layers, which an entry is of: a reader may leave it out. -->
  <xsl:function name="ed:layer-class" as="xs:string">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="layers" as="element(ed:layer)*" select="root($behaviour)/ed:document ! ed:layers(.)"/>
    <xsl:variable name="own" as="xs:string?" select="$layers[2] ! ed:entry-of($behaviour)/@layer"/>
    <xsl:sequence select="string-join($own ! (' l' || index-of($layers/@name, .)))"/>
  </xsl:function>

  <!-- other.xml#p3 -> other.html#p3, where other.xml is a text of the edition. -->
  <xsl:function name="ed:page-named" as="xs:string?">
    <xsl:param name="target" as="xs:string"/>
    <xsl:variable name="file" as="xs:string" select="replace($target, '^.*/|#.*$', '')"/>
    <xsl:variable name="place" as="xs:string" select="substring-after($target, '#')"/>
    <xsl:sequence select="
        $ed:around/ed:text[@file = $file]/@id ! (. || '.html' || '#'[$place] || $place)"/>
  </xsl:function>

  <!-- Which text alone has what a link leads to; none where both have it. -->
  <xsl:function name="ed:text-of-target" as="xs:string?">
    <xsl:param name="link" as="element(ed:link)"/>
    <xsl:variable name="aim" as="element()?" select="
        $link[starts-with(@target, '#')]/key('ed:page-id', substring(@target, 2))[1]"/>
    <xsl:sequence select="$aim/ancestor-or-self::*/@only[. = ('reading', 'diplomatic')]/string() => head()"/>
  </xsl:function>

  <!-- Kinds of words that are read like those around them. -->
  <xsl:variable name="ed:unmarked" as="xs:string*" select="
      'persName', 'placeName', 'orgName', 'eventName', 'name', 'rs', 'date', 'time', 'idno', 'num',
      'measure', 'stamp', 'author', 'editor', 'publisher', 'pubPlace', 'biblScope', 'citedRange',
      'label', 'quote', 'mentioned', 'soCalled', 'corr', 'lem', 'seg', 'surplus', 'bibl', 'cit',
      'forename', 'surname', 'title', 'term', 'foreign', 'c', 'cl', 'm', 'pc', 'phr', 's', 'w'"/>
  <xsl:function name="ed:is-unmarked" as="xs:boolean">
    <xsl:param name="inline" as="element(ed:inline)"/>
    <xsl:sequence select="$inline/@kind = $ed:unmarked
        and empty($inline/(@id | @lang | @rend | @rendered | @key | self::*[@kind = 'seg']/(@type, @n))) and not(ed:has-blocks($inline))"/>
  </xsl:function>

  <!-- Classes that the edition gave by its own wish. -->
  <xsl:function name="ed:own-classes" as="xs:string*">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="tokenize($behaviour/@rend)[starts-with(., 'own-')]"/>
  </xsl:function>

  <!-- Words that an editor settled: the link carries the id, unless something nearer is linked. -->
  <xsl:template name="ed:treated">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:choose>
      <xsl:when test="$ed:shown = 'reading'">
        <xsl:element name="{ed:box(.)}">
          <xsl:attribute name="id" select="(@id, @key)[1]"/>
          <xsl:attribute name="class" select="@kind, ed:own-classes(.)"/>
          <xsl:call-template name="ed:words"/>
          <!-- The page of one witness has its reading alone. -->
          <xsl:if test="@kind = 'variant' and */@kind = 'rdg' and not(ed:plain(.))">
            <xsl:call-template name="ed:entry-call"/>
          </xsl:if>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{ed:box(.)}">
          <xsl:attribute name="id" select="(@id, @key)[1]"/>
          <xsl:for-each select="string-join(ed:own-classes(.), ' ')[.]"><xsl:attribute name="class" select="."/></xsl:for-each>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Supplied words may be many and hold links: their brackets lead to the note. -->
  <xsl:template name="ed:bracketed" as="element()">
    <xsl:variable name="link" as="element(a)?" select="ed:web-link(.)"/>
    <xsl:variable name="words" as="xs:string"
        select="ed:label('did-supplied', ed:lang(.)) || ' ' || @key"/>
    <xsl:element name="{ed:box(.)}">
      <xsl:attribute name="class" select="'supplied', ed:own-classes(.)"/>
      <xsl:attribute name="id" select="(@id, @key)[1]"/>
      <xsl:sequence select="@lang, @lang/ed:dir(..)"/>
      <xsl:if test="ed:opening(.)">
        <a class="c" href="{($link/@href, '#' || @key)[1]}" aria-label="{ed:opening(.)} {$words}">{ed:opening(.)}</a>
      </xsl:if>
      <xsl:apply-templates mode="ed:html"/>
      <xsl:text>{ed:closing(.)}</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template name="ed:gap-link">
    <xsl:variable name="link" as="element(a)?" select="ed:web-link(.)"/>
    <span class="{@kind, ed:own-classes(.)}">
      <xsl:for-each select="(@id, @key)[1]"><xsl:attribute name="id" select="."/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="$link"><a class="c" href="{$link/@href}">{ed:shown-gap(.)}</a></xsl:when>
        <xsl:otherwise>{ed:shown-gap(.)}</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template name="ed:permalink" as="element(a)?">
    <xsl:if test="@id and not(ancestor::ed:note or ancestor::ed:about)">
      <a class="pl" href="#{@id}">
        <xsl:if test="string-length(@id) gt 5">
          <xsl:attribute name="aria-label" select="'¶ ' || replace(ed:place-told(.), '^¶ ?', '')"/>
        </xsl:if>
        <xsl:text>{if (string-length(@id) gt 5) then '¶' else @id}</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
