<?xml version="1.0" encoding="UTF-8"?>
<!-- A table of what copies lack and what is restored, before the textual notes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The table of what copies lack. -->
  <xsl:template name="ed:passages" visibility="public" as="element()*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="passages" as="element(ed:passage)*" select="ed:passages(.)"/>
    <xsl:if test="exists($passages)">
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'passages')"/>
      <h3 id="{$id}">{ed:label('passages', $lang)}</h3>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="{$id}">
        <table class="passages">
          <thead>
            <tr>
              <xsl:for-each select="'place', 'words', 'lacking', 'from', 'why'">
                <th scope="col">{ed:label('passages-' || ., $lang)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$passages" mode="ed:passage">
              <xsl:with-param name="lang" tunnel="yes" select="$lang"/>
              <xsl:with-param name="document" tunnel="yes" select="."/>
            </xsl:apply-templates>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The place in the text, at the head of a row of that table. -->
  <xsl:template name="ed:passage-place" visibility="public" as="node()+">
    <a href="#{@id}">{@place}</a>
  </xsl:template>

  <!-- What a copy lacks: a row of the table. -->
  <xsl:mode name="ed:passage" on-no-match="fail" visibility="public"/>
  <xsl:template match="ed:passage" mode="ed:passage" as="element(tr)">
    <xsl:param name="lang" as="xs:string" tunnel="yes"/>
    <xsl:param name="document" as="element(ed:document)" tunnel="yes"/>
    <tr>
      <th scope="row"><xsl:call-template name="ed:passage-place"/></th>
      <td>{.}</td>
      <xsl:for-each select="@lacking, @from">
        <td>
          <xsl:for-each select="tokenize(.)">
            <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
            <xsl:sequence select="ed:source-told($document, .)"/>
          </xsl:for-each>
          <xsl:text>{ed:label('passages-here', $lang)[not(string(current()))]}</xsl:text>
        </td>
      </xsl:for-each>
      <td>{string-join((@reason ! ed:value-label('reason', ., $lang),
        @cert ! ed:certainty(., $lang)), '; ')}</td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
