<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual notes: every intervention of the editors in one table, with its place, what the source
     has, what the edition has, why, how certain, on whose authority. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:apparatus" visibility="public" as="element(section)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="interventions" as="element()*" select="ed:interventions(.)"/>
    <xsl:if test="exists($interventions)">
      <section class="apparatus" aria-labelledby="apparatus">
        <h2 id="apparatus">{ed:label('apparatus', $lang)}</h2>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="apparatus">
          <table>
            <thead>
              <tr>
                <xsl:for-each select="'place', 'source-has', 'edition-has', 'treatment',
                    $ed:apparatus-last">
                  <th scope="col">{ed:label('apparatus-' || ., $lang)}</th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="$interventions" mode="ed:apparatus"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="ed:apparatus-last" as="xs:string" visibility="public" select="'authority'"/>

  <!-- What the table lists, in the order of the text. -->
  <xsl:function name="ed:interventions" as="element()*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:text//*[@key]"/>
  </xsl:function>

  <xsl:mode name="ed:apparatus" on-no-match="fail" visibility="public"/>

  <xsl:template match="*" mode="ed:apparatus" as="element(tr)">
    <tr id="t-{@key}">
      <th scope="row"><xsl:call-template name="ed:row-place"/></th>
      <td><xsl:apply-templates select="ed:source-has(.)" mode="ed:html"/></td>
      <td>
        <xsl:variable name="has" as="node()*" select="ed:edition-has(.)"/>
        <xsl:apply-templates select="$has" mode="ed:html"/>
        <xsl:if test="matches(string-join($has), '^\s+$')">
          <i>{ed:label('a-space', ed:lang(.))}</i>
        </xsl:if>
      </td>
      <td>{string-join((ed:treatment(.), ed:why(.)[.]), '. ')}</td>
      <td><xsl:call-template name="ed:authority"/></td>
    </tr>
  </xsl:template>

  <xsl:template name="ed:row-place" visibility="public" as="node()+">
    <a href="{ed:locus-href(.)}">{ed:locus(.)}</a>
  </xsl:template>

  <!-- Where the place is that a row of the table is about. -->
  <xsl:function name="ed:locus-href" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="'#' || $behaviour/(@id, @key)[1]"/>
  </xsl:function>

  <xsl:template match="ed:siglum" mode="ed:html">
    <span class="siglum">{.}</span>
  </xsl:template>

  <xsl:template name="ed:authority" visibility="public">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:value-of separator="; " select="
        @resp ! ed:responsible(root(..)/ed:document, .),
        @cert ! (ed:label('cert', $lang) || ' ' || ed:label('cert-' || ., $lang)),
        @source ! ed:pointers(.)"/>
  </xsl:template>
</xsl:stylesheet>
