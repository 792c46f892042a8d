<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual notes: every intervention of the editors in one table, with its place, what the source
     has, what the edition has, why, how certain, on whose authority. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The table of what the editors did. -->
  <xsl:template name="ed:apparatus" visibility="public" as="element(section)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <!-- Variants are told in the list of entries. -->
    <xsl:variable name="interventions" as="element()*"
        select="ed:interventions(.)[not(@kind = 'variant')]"/>
    <xsl:variable name="passages" as="element()*"><xsl:call-template name="ed:passages"/></xsl:variable>
    <xsl:if test="exists(($interventions, $passages))">
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'apparatus')"/>
      <section class="apparatus" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:label('apparatus', $lang)}</h2>
        <xsl:sequence select="$passages"/>
        <xsl:if test="$interventions">
          <p class="hint">
            <xsl:text>{ed:label('not-listed', $lang), ed:label('not-listed-where', $lang)[$ed:says-where]}</xsl:text>
            <xsl:if test="ed:placed-calls(ed:text//ed:note, 'reading')">
              <xsl:text> </xsl:text>
              <span class="marks">{ed:label('marks-with-notes', $lang)}</span>
            </xsl:if>
          </p>
        </xsl:if>
        <xsl:sequence select="ed:apparatus-table($interventions, $id, $lang)"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:apparatus-table" as="element(div)?">
    <xsl:param name="interventions" as="element()*"/>
    <xsl:param name="labelled" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="exists($interventions)">
      <div class="scroll" tabindex="0" role="group" aria-labelledby="{$labelled}">
        <table>
          <thead>
            <tr>
              <xsl:for-each select="'place', 'source-has', 'edition-has', 'treatment', $ed:apparatus-last">
                <th scope="col">{ed:label('apparatus-' || ., $lang)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$interventions" mode="ed:apparatus"/>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- What it leaves out is said above it. Whether the edition speaks of that where the text is described. -->
  <xsl:variable name="ed:says-where" as="xs:boolean" visibility="public" select="true()"/>

  <!-- What the last column of that table tells: authority, or another key of the labels (apparatus-…). -->
  <xsl:variable name="ed:apparatus-last" as="xs:string" visibility="public" select="'authority'"/>

  <!-- What the table lists, in the order of the text. -->
  <xsl:function name="ed:interventions" as="element()*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:text//*[@key]"/>
  </xsl:function>

  <!-- What the editors did: a row of the table. -->
  <xsl:mode name="ed:apparatus" on-no-match="fail" visibility="public"/>

  <xsl:template match="*" mode="ed:apparatus" as="element(tr)">
    <tr id="{ed:own-id(., 't-' || @key)}">
      <th scope="row"><xsl:call-template name="ed:row-place"/></th>
      <td><xsl:apply-templates select="ed:source-has(.)" mode="ed:html"/></td>
      <td>
        <xsl:variable name="has" as="node()*" select="ed:edition-has(.)"/>
        <xsl:variable name="words" as="node()*"><xsl:apply-templates select="$has" mode="ed:html"/></xsl:variable>
        <xsl:sequence select="ed:linked-as-name($words, .)"/>
        <xsl:if test="matches(string-join($has), '^\s+$')">
          <i>{ed:label('a-space', ed:lang(.))}</i>
        </xsl:if>
      </td>
      <td>{string-join((ed:treatment(.), ed:why(.)[.]), '. ')}</td>
      <td><xsl:call-template name="ed:authority"/></td>
    </tr>
  </xsl:template>

  <!-- The place in the text, at the head of a row of that table. -->
  <xsl:template name="ed:row-place" visibility="public" as="node()+">
    <a href="{ed:locus-href(.)}">{ed:locus(.)}</a>
  </xsl:template>

  <!-- Where the place is that a row of the table is about. -->
  <xsl:function name="ed:locus-href" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="'#' || $behaviour/(@about, @id, @key)[1]"/>
  </xsl:function>

  <!-- Entries that stand apart are no running text; nor is what the apparatus is made from. -->
  <xsl:template match="ed:apart | ed:witnesses | ed:apparatus" mode="ed:html"/>
  <xsl:template match="ed:note[@place = 'entry']" mode="ed:html" priority="9"/>
  <!-- Where an entry begins that stands apart is a place that it can lead back to. -->
  <xsl:key name="ed:begun" match="ed:point[@part = 'start']" use="@entry"/>
  <xsl:template match="ed:point" mode="ed:html">
    <xsl:if test="@part = 'start' or not(key('ed:begun', @entry))"><span id="{@entry}"/></xsl:if>
  </xsl:template>
  <xsl:key name="ed:told-in" match="ed:text//ed:alternate[@key]" use="@key"/>
  <xsl:template match="ed:lemma" mode="ed:html">
    <xsl:variable name="words" as="text()">{.}</xsl:variable>
    <span class="lemma">
      <xsl:sequence select="ed:linked-as-name($words, key('ed:told-in', ../../@key)[1])"/>
    </span>
  </xsl:template>
  <xsl:template match="ed:siglum" mode="ed:html">
    <span class="siglum">{.}</span>
  </xsl:template>

  <xsl:template match="ed:said" mode="ed:html"><i class="said">{.}</i></xsl:template>
  <xsl:template match="ed:words" mode="ed:html"><xsl:text>{.}</xsl:text></xsl:template>
  <xsl:template match="ed:words[@rend]" mode="ed:html"><span class="{@rend}">{.}</span></xsl:template>

  <!-- Who answers for what the editors did, and how certain it is. -->
  <xsl:template name="ed:authority" visibility="public">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:call-template name="ed:parts-joined">
      <xsl:with-param name="before" select="
          @resp ! ed:responsible(root(..)/ed:document, .),
          @cert ! ed:certainty(., $lang), ed:grounds(., $lang)"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
