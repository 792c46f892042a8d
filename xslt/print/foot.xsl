<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual notes at the foot, by the line of the page (typesetting puts its number before them),
     and marks for the pages of the source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- line  lemma] what the source has, or what was done. Long readings are named by their first
       and last words here; the table behind the text has them whole. -->
  <xsl:template name="ed:variant" as="element(span)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <!-- A witness that has the corrected words stands with them, before the bracket. -->
    <xsl:variable name="confirmed" as="attribute()?" select="self::ed:alternate/@source"/>
    <!-- A witness that reads what the editors corrected to is named with the correction. -->
    <xsl:variable name="told" as="xs:boolean" select="
        @kind = 'variant' and *[@only = 'apparatus'] = ed:plain(.)"/>
    <xsl:if test="normalize-space() and not($told) and
        not(ancestor::*/@only = ('diplomatic', 'apparatus'))">
      <span class="footnote variant" data-key="{@key}">
        <a class="line-key" href="#{(@id, @key)[1]}"/>
        <xsl:text>&#xA0;</xsl:text>
        <xsl:for-each select="ed:lemma(.)[.]">
          <span class="lemma">{.}</span>
          <xsl:if test="$confirmed">
            <xsl:text> </xsl:text>
            <xsl:sequence select="ed:sigla($confirmed)"/>
          </xsl:if>
          <xsl:text>] </xsl:text>
        </xsl:for-each>
        <xsl:sequence select="ed:against(., $lang)"/>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The words of the edition; none where something was left out. -->
  <xsl:function name="ed:lemma" as="xs:string">
    <xsl:param name="intervention" as="element()"/>
    <xsl:sequence select="
        if ($intervention/@kind = 'surplus') then '' else ed:brief(ed:plain($intervention))"/>
  </xsl:function>

  <!-- What stands against the lemma. -->
  <xsl:function name="ed:against" as="node()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="other" as="node()*" select="
        if ($intervention/@kind = 'variant') then ed:edition-has($intervention)
        else if ($intervention/self::ed:alternate or $intervention/@kind = 'surplus')
          then ed:source-has($intervention)
        else ()"/>
    <xsl:variable name="words" as="xs:string" select="
        string-join($other/descendant-or-self::text()[not(ancestor::ed:siglum)]) => normalize-space()"/>
    <xsl:variable name="kind" as="xs:string"
        select="if (ed:lemma($intervention)) then $intervention/@kind else 'surplus'"/>
    <xsl:if test="not($kind = ('correction', 'variant'))">
      <i class="did">{ed:label('did-' || $kind, $lang)}</i>
      <xsl:text>{if ($words) then ' ' else ''}</xsl:text>
    </xsl:if>
    <xsl:text>{ed:brief($words)}</xsl:text>
    <xsl:for-each select="$other/descendant-or-self::ed:siglum,
        $intervention[not(self::ed:alternate)]/@source">
      <xsl:text> </xsl:text>
      <xsl:sequence select="ed:sigla(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:sigla" as="element(span)">
    <xsl:param name="pointers" as="node()"/>
    <span class="siglum">{ed:pointers(string($pointers))}</span>
  </xsl:function>

  <xsl:function name="ed:brief" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="each" as="xs:string*" select="tokenize($words)"/>
    <xsl:sequence select="
        if (count($each) le 6) then $words
        else string-join(($each[position() le 2], '…', $each[last() - 1], $each[last()]), ' ')"/>
  </xsl:function>

  <xsl:key name="ed:sourced" match="ed:text//*[@source or @wit]"
      use="tokenize(string-join((@source, @wit), ' '))"/>

  <!-- Places that a reference can name the page of: what is set, and has its id there. -->
  <xsl:key name="ed:place" use="@id" match="
      ed:text//*[self::ed:section or self::ed:heading or self::ed:paragraph or self::ed:block or
      self::ed:line or self::ed:list or self::ed:item or self::ed:table or self::ed:figure or
      self::ed:anchor][not(ancestor::ed:note)]
      [not(ancestor-or-self::*/@only = ('diplomatic', 'apparatus'))]"/>

  <!-- Breaks between blocks, by the block that they are shown in. -->
  <xsl:key name="ed:page-before" match="ed:break[@unit = 'page'][not(ed:is-among-words(.))]"
      use="ed:next-block(.) ! generate-id(.)"/>

  <xsl:function name="ed:is-among-words" as="xs:boolean">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="exists($break/ancestor::*[self::ed:heading or self::ed:paragraph or
        self::ed:line or self::ed:item or self::ed:cell or self::ed:block[not(ed:has-blocks(.))]])"/>
  </xsl:function>

  <xsl:function name="ed:next-block" as="element()?">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="$break/following::*[self::ed:heading or self::ed:paragraph or
        self::ed:line or self::ed:block[not(ed:has-blocks(.))]]
        [not(ancestor-or-self::*/@only = 'diplomatic')][not(ancestor::ed:note)][1]"/>
  </xsl:function>

  <xsl:function name="ed:page-mark" as="element(span)">
    <xsl:param name="break" as="element(ed:break)"/>
    <span class="source-page" data-n="{$break/@n}">
      <xsl:copy-of select="$break/@id"/>
    </span>
  </xsl:function>

  <xsl:function name="ed:mention-id" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="number" as="xs:string">
      <xsl:number select="$mention" level="any" count="*[@entries]"/>
    </xsl:variable>
    <xsl:sequence select="'m' || $number"/>
  </xsl:function>
</xsl:stylesheet>
