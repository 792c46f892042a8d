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
        <div class="scroll" tabindex="0" role="region" aria-labelledby="apparatus">
          <table>
            <thead>
              <tr>
                <xsl:for-each select="'place', 'source-has', 'edition-has', 'treatment', 'authority'">
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

  <!-- What the table lists, in the order of the text. -->
  <xsl:function name="ed:interventions" as="element()*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:text//*[@key]"/>
  </xsl:function>

  <xsl:mode name="ed:apparatus" on-no-match="fail" visibility="public"/>

  <xsl:template match="*" mode="ed:apparatus" as="element(tr)">
    <tr id="t-{@key}">
      <th scope="row"><a href="#{(@id, @key)[1]}">{ed:place(.)}</a></th>
      <td><xsl:call-template name="ed:source-has"/></td>
      <td><xsl:call-template name="ed:edition-has"/></td>
      <td>{ed:treatment(.)}</td>
      <td><xsl:call-template name="ed:authority"/></td>
    </tr>
  </xsl:template>

  <!-- The page and line of the source where they are known, else the paragraph. -->
  <xsl:function name="ed:place" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="page" as="xs:string?" select="
        $behaviour/preceding::ed:break[@unit = 'page'][1]/@n"/>
    <xsl:variable name="line" as="xs:string?" select="
        $behaviour/preceding::ed:break[@unit = 'line'][@n][1]/@n"/>
    <xsl:sequence select="
        if (exists(($page, $line))) then string-join(($page, $line), '.')
        else string($behaviour/ancestor::*[@id][1]/@id)"/>
  </xsl:function>

  <xsl:template name="ed:source-has" visibility="public">
    <xsl:apply-templates mode="ed:words" select="
        if (self::ed:alternate) then *[not(@only = ('reading', 'apparatus'))]
        else .[not(@only = 'reading')][not(self::ed:gap)]"/>
  </xsl:template>
  <xsl:template name="ed:edition-has" visibility="public">
    <xsl:apply-templates mode="ed:words" select="
        if (self::ed:alternate[@kind = 'variant']) then *[@only = 'apparatus']
        else if (self::ed:alternate) then *[@only = 'reading']
        else .[not(@only = 'diplomatic')][not(self::ed:gap)]"/>
  </xsl:template>

  <!-- Words without notes and links, for the table; each reading with its witnesses. -->
  <xsl:mode name="ed:words" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="ed:note" mode="ed:words"/>
  <xsl:template match="ed:break[@space]" mode="ed:words"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="ed:inline[@wit]" mode="ed:words">
    <xsl:apply-templates mode="ed:words"/>
    <xsl:text> </xsl:text>
    <span class="siglum">{ed:pointers(@wit)}</span>
  </xsl:template>

  <xsl:function name="ed:treatment" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($behaviour)"/>
    <xsl:sequence select="string-join((
        ed:label('did-' || $behaviour/@kind, $lang),
        $behaviour/@ana ! tokenize(.) ! ed:label('defect-' || substring-after(., '#'), $lang),
        $behaviour/self::ed:gap/@reason ! ed:label(., $lang)), ', ')"/>
  </xsl:function>

  <xsl:template name="ed:authority" visibility="public">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:value-of separator="; " select="
        @resp ! ed:responsible(/*, .),
        @cert ! (ed:label('cert', $lang) || ' ' || ed:label('cert-' || ., $lang)),
        @source ! ed:pointers(.)"/>
  </xsl:template>

  <xsl:function name="ed:responsible" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($pointers) ! substring-after(., '#')"/>
    <xsl:variable name="names" as="xs:string*"
        select="$document/ed:metadata/ed:field[@name = 'resp'][@id = $ids]/string()"/>
    <xsl:sequence select="
        if (exists($names)) then string-join($names, ', ') else ed:pointers($pointers)"/>
  </xsl:function>

  <xsl:function name="ed:pointers" as="xs:string" visibility="public">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! replace(., '^.*#', ''), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
