<?xml version="1.0" encoding="UTF-8"?>
<!-- How a text is cited: in words, by its address, in the files of reference managers. Script adds
     the address at which a page is read, and copies. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- How to cite a text, below it. -->
  <xsl:template name="ed:citation" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'cite')"/>
    <section class="cite" aria-labelledby="{$id}"
        data-words="{ed:label('copied', $lang)}|{ed:label('copy-cited', $lang)}">
      <h2 id="{$id}">{ed:label('how-to-cite', $lang)}</h2>
      <p class="citation"><xsl:copy-of select="$ed:reference/*/node()"/></p>
      <xsl:call-template name="ed:where-cited"/>
      <p class="copies">
        <button type="button" data-copy="citation">{ed:label('copy-citation', $lang)}</button>
        <xsl:text> </xsl:text>
        <button type="button" data-copy="address">{ed:label('copy-address', $lang)}</button>
      </p>
      <p class="hint">{ed:label('cite-place', $lang), ed:label('cite-for-good', $lang)[not(
        current()/@counted)]}</p>
    </section>
  </xsl:template>

  <!-- Without an address in the edition the row is filled where the page is read. -->
  <xsl:template name="ed:where-cited" as="element(dl)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="page" as="xs:string" select="$ed:address || ed:page-of(@id, 'reading')"/>
    <dl class="addresses">
      <div>
        <xsl:if test="not($ed:address)"><xsl:attribute name="hidden"/></xsl:if>
        <dt>{ed:label('page-address', $lang)}</dt>
        <dd><a class="address" href="{$page}">{$page}</a></dd>
      </div>
      <xsl:for-each select="ed:metadata/ed:field[@name = 'idno'][upper-case(@type) = 'DOI'][1]">
        <div><dt>DOI</dt><dd><a href="https://doi.org/{replace(., '^(https?://(dx\.)?doi\.org/|doi:)', '')}">{.}</a></dd></div>
      </xsl:for-each>
      <xsl:if test="$ed:address">
        <div>
          <dt>{ed:label('archived', $lang)}</dt>
          <dd><a href="https://web.archive.org/web/*/{$page}">web.archive.org</a></dd>
        </div>
      </xsl:if>
      <xsl:sequence select="ed:reference-files(@id, $lang)"/>
    </dl>
  </xsl:template>

  <xsl:function name="ed:reference-files" as="element(div)?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="ed:is-built('citations')">
      <div>
        <dt>{ed:label('reference-files', $lang)}</dt>
        <dd>
          <a href="citations/{$id}.bib" type="application/x-bibtex">BibTeX</a>
          <xsl:text>, </xsl:text>
          <a href="citations/{$id}.ris" type="application/x-research-info-systems">RIS</a>
          <xsl:text>, </xsl:text>
          <a href="citations/{$id}.json" type="application/vnd.citationstyles.csl+json">CSL</a>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
