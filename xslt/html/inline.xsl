<?xml version="1.0" encoding="UTF-8"?>
<!-- Words: inline behaviours, breaks, gaps, links. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:inline" mode="ed:html">
    <xsl:element name="{ed:tag(.)}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:call-template name="ed:words"/>
    </xsl:element>
  </xsl:template>

  <!-- HTML's own word for what is marked, where it has one. -->
  <xsl:variable name="ed:tags" as="map(xs:string, xs:string)" select="map{
      'emph': 'em', 'foreign': 'i', 'title': 'cite', 'term': 'dfn', 'code': 'code', 'del': 'del',
      'add': 'ins', 'abbr': 'abbr', 'quote': 'span', 'ruby': 'ruby', 'hi': 'span'}"/>
  <!-- The element of HTML around words in the line. -->
  <xsl:function name="ed:tag" as="xs:string" visibility="public">
    <xsl:param name="inline" as="element(ed:inline)"/>
    <xsl:sequence select="
        if (ed:has-blocks($inline)) then 'div'
        else if (tokenize($inline/@rend) = 'superscript') then 'sup'
        else if (tokenize($inline/@rend) = 'subscript') then 'sub'
        else ($ed:tags($inline/@kind), 'span')[1]"/>
  </xsl:function>

  <!-- In brackets where a reading system does not know better. -->
  <xsl:template match="ed:inline[@kind = 'rt']" mode="ed:html">
    <rp> (</rp>
    <rt><xsl:apply-templates mode="ed:html"/></rt>
    <rp>)</rp>
  </xsl:template>

  <xsl:template match="ed:alternate" mode="ed:html">
    <xsl:element name="{ed:box(.)}">
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'alternate'"/>
      </xsl:call-template>
      <xsl:call-template name="ed:key"/>
      <xsl:call-template name="ed:words"/>
    </xsl:element>
  </xsl:template>

  <!-- What an editor did can be pointed to. -->
  <xsl:template name="ed:key" visibility="public" as="attribute()*">
    <xsl:if test="@key and not(@id)"><xsl:attribute name="id" select="@key"/></xsl:if>
  </xsl:template>

  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:html">
    <xsl:element name="{ed:box(.)}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:text>{ed:opening(.)}</xsl:text>
      <xsl:apply-templates mode="ed:html"/>
      <xsl:text>{ed:closing(.)}</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- Something is missing: what, how much and why, as far as the encoding says. -->
  <xsl:template match="ed:gap" mode="ed:html">
    <span>
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:text>{ed:shown-gap(.)}</xsl:text>
    </span>
  </xsl:template>

  <!-- As many blanks as letters would have had room there. -->
  <xsl:function name="ed:shown-gap" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element(ed:gap)"/>
    <xsl:sequence select="
        if ($gap[@kind = 'space'][not(@sign)][starts-with(@unit, 'char')][@quantity castable as xs:positiveInteger])
        then string-join((1 to min((80, xs:integer($gap/@quantity)))) ! '&#xA0;') else ed:gap-words($gap)"/>
  </xsl:function>

  <xsl:template match="ed:break" mode="ed:html">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template match="ed:break[@unit = 'line']" mode="ed:html">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:next-match/>
    <xsl:if test="$ed:shown = 'diplomatic'"><br><xsl:sequence select="ed:own-class(.)"/></br></xsl:if>
  </xsl:template>
  <!-- The class that an edition gives to a sign, which has none by itself. -->
  <xsl:function name="ed:own-class" as="attribute()?" visibility="final">
    <xsl:param name="sign" as="element()"/>
    <xsl:variable name="own" as="xs:string*" select="tokenize($sign/@rend)[starts-with(., 'own-')]"/>
    <xsl:if test="exists($own)"><xsl:attribute name="class" select="$own"/></xsl:if>
  </xsl:function>
  <!-- A line with its number, which is seen and is none of the words; so is the hyphen before it. -->
  <xsl:template match="ed:break[@numbered]" mode="ed:html" priority="3">
    <xsl:if test="@divides"><span class="divides"/></xsl:if>
    <xsl:if test="parent::ed:inline or ed:follows-words(.)"><br/></xsl:if>
    <span class="source-line">
      <xsl:sequence select="@id"/>
      <xsl:if test="string(@n)"><xsl:attribute name="data-n" select="@n"/></xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="ed:break[@keep]" mode="ed:html" priority="1">
    <br><xsl:sequence select="ed:own-class(.)"/></br>
  </xsl:template>
  <!-- A break with a number shows it; one without is a place that can be pointed to. -->
  <xsl:template match="ed:break[@unit ne 'line']" mode="ed:html" priority="0.4">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="@id or ed:break-words(.) or exists(ed:own-class(.))">
      <span>
        <xsl:call-template name="ed:attributes">
          <xsl:with-param name="class" select="'break'[ed:break-words(current())]"/>
        </xsl:call-template>
        <!-- Its number is put there by the style: it is no word of the text. -->
        <xsl:for-each select="ed:break-words(.)">
          <xsl:attribute name="title" select="."/>
          </xsl:for-each>
        <xsl:for-each select="@n"><xsl:attribute name="data-n" select="."/></xsl:for-each>
      </span>
      <xsl:if test="ed:break-words(.)"><xsl:sequence select="ed:blank-behind(.)"/></xsl:if>
    </xsl:if>
  </xsl:template>
  <!-- What is shown of a break is none of the word behind it, unless it divides that word. -->
  <xsl:function name="ed:blank-behind" as="text()?">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:if test="$break/@space or ($break/parent::*[self::ed:paragraph or self::ed:line]
        and not(ed:follows-words($break)))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>
  <xsl:template match="ed:break[@unit = 'page']" mode="ed:html">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
    <span role="doc-pagebreak">
      <!-- Who does not see the break is told of it, also where it has no number. -->
      <xsl:attribute name="title" select="string-join((ed:label('page', ed:lang(.)), @n[string()]), ' ')"/>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'page-break'"/>
      </xsl:call-template>
      <xsl:text>{@n ! ed:without-brackets(.)}</xsl:text>
    </span>
    <xsl:if test="string(@n)"><xsl:sequence select="ed:blank-behind(.)"/></xsl:if>
  </xsl:template>

  <!-- Formulas and drawings are known to browsers and reading systems. -->
  <xsl:template match="ed:foreign" mode="ed:html">
    <xsl:apply-templates select="*" mode="ed:known"/>
  </xsl:template>
  <xsl:template match="ed:foreign[@kind = 'music']" mode="ed:html">
    <span class="no-picture">{@alt}</span>
  </xsl:template>
  <xsl:mode name="ed:known" on-no-match="shallow-copy"/>
  <xsl:template match="ed:foreign/*" mode="ed:known">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@*"/>
      <xsl:if test="../@kind = 'math' and not(@alttext)">
        <xsl:attribute name="alttext" select="../@alt"/>
      </xsl:if>
      <xsl:if test="../@kind = 'svg'">
        <xsl:attribute name="role" select="'img'"/>
        <xsl:if test="string(../@alt)"><xsl:attribute name="aria-label" select="../@alt"/></xsl:if>
      </xsl:if>
      <xsl:copy-of select="node()" copy-namespaces="no"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="ed:link" mode="ed:html">
    <a href="{@target}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </a>
  </xsl:template>
  <!-- Where notes are called among its words, or other links lead somewhere, the words around them are
       linked piece by piece. -->
  <xsl:template match="ed:link[ed:holds-links(.)]" mode="ed:html" priority="1">
    <span>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html">
        <xsl:with-param name="ed:link" as="element(a)" tunnel="yes"><a href="{@target}"/></xsl:with-param>
      </xsl:apply-templates>
    </span>
  </xsl:template>
  <!-- A note called a second time. -->
  <xsl:template match="ed:link[@kind = 'note']" mode="ed:html" priority="2">
    <a class="{ed:call-class(.)}" role="doc-noteref" id="{ed:again-id(.)}" href="{@target}">{ed:call-sign(.)}</a>
  </xsl:template>
  <xsl:template match="ed:link[@kind = 'note'][@called-in]" mode="ed:html" priority="3">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:if test="@called-in = $ed:shown"><xsl:next-match/></xsl:if>
  </xsl:template>
  <xsl:template match="ed:anchor" mode="ed:html">
    <span id="{@id}"><xsl:sequence select="ed:own-class(.)"/></span>
  </xsl:template>
</xsl:stylesheet>
