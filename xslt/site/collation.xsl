<?xml version="1.0" encoding="UTF-8"?>
<!-- What the witnesses of a text have: a table, a row an entry, a column a witness; then the text of
     each (witness.xsl). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:is-collated" as="xs:boolean">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="exists($document/@collated) or count(ed:collated($document)) gt 1"/>
  </xsl:function>

  <!-- In the parts of the text, where it has some. -->
  <xsl:template name="ed:collation-pages" as="element(html)*">
    <xsl:param name="parts" as="map(*)?"/>
    <xsl:variable name="document" as="element(ed:document)" select="."/>
    <xsl:if test="ed:is-collated(.)">
      <xsl:variable name="table" as="element(html)"><xsl:call-template name="ed:collation-page"/></xsl:variable>
      <xsl:variable name="collated" as="map(*)?" select="$parts ! ed:collated-view(., ed:rooted($table))"/>
      <xsl:variable name="parts" as="map(*)?" select="$parts ! map:put(., 'views', (?views, $collated))"/>
      <xsl:sequence select="if (exists($parts)) then ed:finished-view($parts, $collated) else $table"/>
      <xsl:variable name="had" as="map(xs:string, xs:integer)" select="ed:readings-had(.)"/>
      <xsl:for-each select="ed:with-texts(.)">
        <xsl:variable name="siglum" as="xs:string" select="."/>
        <xsl:variable name="page" as="element(html)">
          <xsl:for-each select="ed:as-in($document, $siglum, $had)/ed:document">
            <xsl:call-template name="ed:witness-page">
              <xsl:with-param name="siglum" select="$siglum"/>
              <xsl:with-param name="page" select="ed:witness-path($document, $siglum)"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="if (exists($parts)) then ed:finished-witness($parts, $page) else $page"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:finished-witness" as="element(html)+">
    <xsl:param name="parts" as="map(*)"/>
    <xsl:param name="page" as="element(html)"/>
    <xsl:variable name="view" as="map(*)" select="ed:view($parts, ed:rooted($page), ())"/>
    <xsl:sequence select="ed:finished-view(map:put($parts, 'views', ($parts?views, $view)), $view)"/>
  </xsl:function>
  <xsl:function name="ed:rooted" as="document-node()">
    <xsl:param name="page" as="element(html)"/>
    <xsl:document><xsl:sequence select="$page"/></xsl:document>
  </xsl:function>

  <!-- A name for the page of a witness: its place among them, as sigla may be any signs. -->
  <xsl:function name="ed:witness-path" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="$document/@id || '-witness-' || index-of(ed:collated($document), $siglum) || '.html'"/>
  </xsl:function>
  <xsl:template name="ed:collation-page" as="element(html)">
    <xsl:variable name="words" as="xs:string" select="ed:label('collated', ed:lang(.))"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:page-title(.) || ': ' || $words"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'collated')"/>
      <xsl:with-param name="kind" select="'text-page wide'"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:text-masthead"><xsl:with-param name="text" select="'collated'"/></xsl:call-template>
        <xsl:call-template name="ed:toolbar"><xsl:with-param name="text" select="'collated'"/></xsl:call-template>
        <p class="hint">{ed:label('collated-hint', ed:lang(.))}</p>
        <xsl:call-template name="ed:collation"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:collation" as="element(div)">
    <xsl:variable name="document" as="element(ed:document)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="sigla" as="xs:string+" select="ed:collated(.)"/>
    <xsl:variable name="texts" as="xs:string*" select="ed:with-texts(.)"/>
    <div class="scrolled" tabindex="0" role="region" aria-label="{ed:label('collated', $lang)}">
      <table class="collation">
        <thead>
          <tr>
            <th scope="col">{ed:label('line', $lang)}</th>
            <th scope="col">{ed:label('reading', $lang)}</th>
            <xsl:for-each select="$sigla">
              <th scope="col">
                <xsl:sequence select="if (. = $texts) then ed:witness-link($document, .) else ."/>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="ed:variants-told(.)[ed:reading/@wit]" mode="ed:collation">
            <xsl:with-param name="sigla" select="$sigla"/>
          </xsl:apply-templates>
        </tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:function name="ed:witness-link" as="element(a)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <a href="{ed:witness-path($document, $siglum)}" aria-label="{ed:label('witness-text', ed:lang($document))} {$siglum}">{$siglum}</a>
  </xsl:function>

  <xsl:mode name="ed:collation" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:collation" as="element(tr)">
    <xsl:param name="sigla" as="xs:string+"/>
    <xsl:variable name="entry" as="element(ed:entry)" select="."/>
    <xsl:variable name="page" as="xs:string" select="ed:page-of(root()/*/@id, 'reading')"/>
    <tr>
      <th scope="row"><a href="{$page}#{ed:own-id(., 't-' || @key)}">{ed:entry-place(.)}</a></th>
      <td>
        <xsl:if test="@tear and ed:lemma">
          <i class="said">{ed:label('app-after', ed:lang(root()/*))}</i>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="ed:lemma"/>
      </td>
      <xsl:for-each select="$sigla">
        <td><xsl:sequence select="ed:has($entry, .)"/></td>
      </xsl:for-each>
    </tr>
  </xsl:template>
  <!-- What a witness has, and where it is torn: nothing is said of one that no reading names; – of one
       that lacks the passage. -->
  <xsl:function name="ed:has" as="node()*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root($entry)/*)"/>
    <xsl:variable name="own" as="element(ed:reading)*" select="$entry/ed:reading[tokenize(@expanded) = $siglum]"/>
    <xsl:for-each select="$own">
      <xsl:if test="position() gt 1"><xsl:text>; </xsl:text></xsl:if>
      <xsl:for-each select=".[ed:words = ''][not(@kind = 'torn')] ! ed:said-for(., $lang)"><i class="said">{.}</i></xsl:for-each>
      <xsl:choose>
        <xsl:when test="@rend"><span class="{@rend}">{ed:words}</span></xsl:when>
        <xsl:otherwise><xsl:text>{ed:words}</xsl:text></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="($own/ed:torn[not(@who)], $entry/ed:reading/ed:torn[tokenize(@wit) = ed:id-of($entry, $siglum)])/.">
      <xsl:text>{' '[exists($own[normalize-space(ed:words)])]}</xsl:text>
      <i class="said">{ed:label('app-' || @kind, $lang)}</i>
    </xsl:for-each>
    <xsl:if test="empty($own) and tokenize($entry/@absent) = ed:id-of($entry, $siglum)"><xsl:text>–</xsl:text></xsl:if>
  </xsl:function>
</xsl:stylesheet>
