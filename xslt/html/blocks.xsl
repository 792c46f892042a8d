<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs and what stands between them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- id, lang and direction, classes of ours, and what the source says of the element as data: a
       @type may be any word, and would meet the classes of the page. -->
  <xsl:template name="ed:attributes" visibility="public" as="attribute()*">
    <xsl:param name="class" as="xs:string*" select="()"/>
    <xsl:variable name="classes" as="xs:string*" select="
        if (empty($class) and not(@rend)) then @kind[string()] ! ed:class(.)
        else distinct-values(($class, @kind ! ed:class(.), tokenize(@rend))[.])"/>
    <xsl:if test="@id"><xsl:attribute name="id" select="@id"/></xsl:if>
    <xsl:if test="@lang">
      <xsl:attribute name="lang" select="@lang"/>
      <xsl:sequence select="ed:dir(.)"/>
    </xsl:if>
    <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes"/></xsl:if>
    <!-- The number of a verse, stanza or segment is put before it by the style, and that of a part
         which no heading names. -->
    <xsl:for-each select="@n[../@kind = ('ab', 'lg', 'seg', 'p', 'section')][empty(../ed:heading)]">
      <xsl:attribute name="data-n" select="."/>
    </xsl:for-each>
    <xsl:for-each select="@type, @subtype, @rendered, @element">
      <xsl:attribute name="data-{if (self::attribute(rendered)) then 'rend' else local-name()}" select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Names of elements that the page around the text has other uses for. -->
  <xsl:variable name="ed:reserved" as="xs:string*" select="
      'entry', 'figure', 'form', 'group', 'source', 'note', 'text'"/>
  <!-- The class of a kind of behaviour: its name, unless the page has that for itself. -->
  <xsl:function name="ed:class" as="xs:string" visibility="public">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="'tei-'[$kind = $ed:reserved] || $kind"/>
  </xsl:function>

  <!-- Phrasing content or a box? HTML allows no block inside p. -->
  <xsl:function name="ed:has-blocks" as="xs:boolean" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="exists($behaviour//(ed:block | ed:paragraph | ed:list | ed:table |
        ed:figure | ed:line | ed:verbatim | ed:text | ed:section | ed:heading)
        [not(ancestor::*[self::ed:note or @only = 'apparatus'][ancestor::* intersect $behaviour])])"/>
  </xsl:function>
  <!-- A box around words, or what stands in their line. -->
  <xsl:function name="ed:box" visibility="public" as="xs:string">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="if (ed:has-blocks($behaviour)) then 'div' else 'span'"/>
  </xsl:function>

  <xsl:template match="ed:text | ed:part" mode="ed:html">
    <div>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="local-name()"/>
      </xsl:call-template>
      <xsl:apply-templates mode="ed:html"/>
    </div>
  </xsl:template>
  <xsl:template match="ed:part[not(node())]" mode="ed:html"/>

  <xsl:template match="ed:section" mode="ed:html">
    <section>
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:section-content"/>
    </section>
  </xsl:template>
  <!-- What is in a division: its headings and blocks. -->
  <xsl:template name="ed:section-content" visibility="public">
    <xsl:apply-templates mode="ed:html"/>
  </xsl:template>

  <xsl:template match="ed:heading" mode="ed:html">
    <xsl:element name="h{ed:rank(.)}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>

  <!-- A heading is a line of words: what else stands in it is a line of its own there. -->
  <xsl:template mode="ed:html" priority="8" match="(ed:paragraph | ed:block | ed:line |
      ed:table | ed:row | ed:figure)[ancestor::ed:heading][not(ancestor::ed:note)]">
    <xsl:text> </xsl:text>
    <span>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'in-heading'"/>
      </xsl:call-template>
      <xsl:apply-templates mode="ed:html"/>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template mode="ed:html" priority="8" match="(ed:cell | ed:list | ed:item | ed:label)
      [ancestor::ed:heading][not(ancestor::ed:note)]">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="ed:html"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="ed:paragraph | ed:block" mode="ed:html">
    <xsl:element name="{if (self::ed:paragraph and not(ed:has-blocks(.))) then 'p' else 'div'}">
      <xsl:call-template name="ed:attributes"/>
      <!-- A figure divides no sentence. -->
      <xsl:apply-templates select="node() except ed:figure[@within], ed:figure[@within]" mode="ed:html"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="ed:block[@kind = ('quote', 'q', 'said')]" mode="ed:html">
    <blockquote>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="ed:figure" mode="ed:html">
    <figure>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </figure>
  </xsl:template>
  <xsl:template match="ed:graphic[ed:is-shown(.)]" mode="ed:html">
    <img src="{@src}" alt="{@alt}">
      <xsl:copy-of select="@width, @height"/>
      <xsl:call-template name="ed:attributes"/>
    </img>
  </xsl:template>
  <!-- What cannot be shown is described; without words or a caption the name of its file stands
       for it. -->
  <xsl:template match="ed:graphic" mode="ed:html">
    <xsl:variable name="words" as="xs:string?" select="
        (normalize-space(@alt), replace(@url[empty(current()/../ed:block)], '^.*/', ''))[.][1]"/>
    <xsl:if test="$words">
      <span class="no-picture">
        <xsl:copy-of select="@id"/>
        <xsl:text>[{$words}]</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>
  <!-- Whether an image can be shown by browsers. -->
  <xsl:function name="ed:is-shown" visibility="public" as="xs:boolean">
    <xsl:param name="graphic" as="element(ed:graphic)"/>
    <xsl:sequence select="$graphic/@mime =
        ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml')"/>
  </xsl:function>
  <xsl:template match="ed:verbatim" mode="ed:html">
    <pre><xsl:copy-of select="@id"/><code><xsl:apply-templates mode="ed:html"/></code></pre>
  </xsl:template>
</xsl:stylesheet>
