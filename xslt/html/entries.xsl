<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus of a text as a list: an entry an item, by layer, linked with its words both ways;
     and the list of its witnesses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The entries of the apparatus below the text, layer by layer, and the list of sigla. -->
  <xsl:template name="ed:entries" visibility="public" as="element(section)*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="entries" as="element(ed:entry)*" select="ed:told-entries(.)"/>
    <xsl:if test="exists($entries)">
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'entries')"/>
      <section class="entries" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:label('app-entries', $lang)}</h2>
        <xsl:for-each select="ed:layers(.)">
          <xsl:call-template name="ed:layer"><xsl:with-param name="entries" select="$entries"/></xsl:call-template>
        </xsl:for-each>
      </section>
    </xsl:if>
    <xsl:call-template name="ed:conspectus"/>
  </xsl:template>

  <xsl:template name="ed:layer" as="element(div)">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:variable name="own" as="element(ed:entry)*" select="$entries[@layer = current()/@name]"/>
    <div class="layer l{1 + count(preceding-sibling::ed:layer)}" data-layer="{@name}">
      <xsl:if test="@headed or count(../ed:layer) gt 1"><h3>{@title}</h3></xsl:if>
      <ol><xsl:apply-templates select="$own" mode="ed:entry"/></ol>
    </div>
  </xsl:template>

  <!-- An entry of the apparatus: an item of its list. -->
  <xsl:mode name="ed:entry" on-no-match="fail" visibility="public"/>
  <xsl:template match="ed:entry" mode="ed:entry" as="element(li)">
    <li id="{ed:own-id(., 't-' || @key)}">
      <a class="entry-key" href="#{ed:entry-target(.)}">{ed:entry-place(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="ed:entry-words(.)" mode="ed:html"/>
      <xsl:for-each select="ed:grounds-of-readings(.)">
        <xsl:text> </xsl:text>
        <small class="grounds">{.}</small>
      </xsl:for-each>
    </li>
  </xsl:template>
  <!-- What the source says of the kind of its readings and why they differ, in its words: sea: mishearing.
       What was told with the reading is not said again. -->
  <xsl:function name="ed:grounds-of-readings" as="xs:string?">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="$entry/ed:reading" group-adjacent="string-join(ed:grounds-of-reading(.), ', ')">
        <xsl:variable name="whose" as="xs:string*" select="current-group()
            ! (ed:words[normalize-space()], translate((@sigla, @source, @resp)[1], '&#xA0;', ' '))[1]"/>
        <xsl:if test="current-grouping-key()">
          <xsl:sequence select="string-join((string-join($whose[.], ', ')[.], current-grouping-key()), ': ')"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($said, '; ')[.]"/>
  </xsl:function>
  <xsl:function name="ed:grounds-of-reading" as="xs:string*">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:variable name="type" as="attribute()?" select="$reading[@kind = ('lemma', 'reading', 'addition')]/@type"/>
    <xsl:sequence select="distinct-values(($type, $reading/(@group-type, @cause)) ! tokenize(.)
        ! translate(replace(., '^#', ''), '-_', '  '))[not(. = ('', tokenize($reading/@said)))]"/>
  </xsl:function>
  <!-- The words that an entry is about, or the place that they stand in. -->
  <xsl:key name="ed:pointed" match="ed:point" use="@entry"/>
  <!-- The id of the words to which an entry leads. -->
  <xsl:function name="ed:entry-target" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="
        if ($entry/@apart and not(key('ed:pointed', $entry/@key, root($entry))))
        then string(($entry/@in, root($entry)/*/@id)[1])
        else string($entry/(@shown-at, @id[not($entry/@apart)], @key)[1])"/>
  </xsl:function>

  <!-- Conspectus siglorum: siglum, what it stands for, date and place, how many readings it has. -->
  <xsl:template name="ed:conspectus" visibility="public" as="element(section)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="listed" as="element(ed:witness)*"
        select="ed:witnesses//ed:witness[ed:words/text() or @date or @place or ed:witness]"/>
    <xsl:if test="exists($listed) and exists(ed:told-entries(.))">
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'sigla')"/>
      <xsl:variable name="counted" as="xs:boolean" select="$listed ! ed:readings-of(.) > 0"/>
      <section class="conspectus" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:label('sigla', $lang)}</h2>
        <table>
          <thead>
            <tr>
              <xsl:for-each select="'siglum', 'witness', 'readings'[$counted]">
                <th scope="col">{ed:label('sigla-' || ., $lang)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="$listed" mode="ed:conspectus">
              <xsl:with-param name="ed:counted" select="$counted" tunnel="yes"/>
            </xsl:apply-templates></tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>
  <!-- A witness: a row of the list of sigla. -->
  <xsl:mode name="ed:conspectus" on-no-match="fail" visibility="public"/>
  <xsl:key name="ed:had-by" match="ed:entry/ed:reading[not(@kind = ('lemma', 'torn'))]" use="tokenize(@wit)"/>
  <!-- The faults of a witness that editors corrected are readings that it alone has. -->
  <xsl:key name="ed:had-by" match="ed:text//ed:alternate/ed:inline[@kind = 'sic'][normalize-space()]" use="
      (@source, ancestor::ed:inline[@kind = 'lem'][@wit][1]/@wit)[1] ! tokenize(.) ! replace(., '^.*#', '')"/>
  <xsl:function name="ed:readings-of" as="xs:integer">
    <xsl:param name="witness" as="element(ed:witness)"/>
    <xsl:sequence select="count($witness/(@id, @siglum)[1] ! key('ed:had-by', ., root()))"/>
  </xsl:function>
  <xsl:template match="ed:witness" mode="ed:conspectus" as="element(tr)">
    <xsl:param name="ed:counted" as="xs:boolean" tunnel="yes"/>
    <xsl:variable name="count" as="xs:integer" select="ed:readings-of(.)"/>
    <tr>
      <xsl:if test="@kind = 'group'"><xsl:attribute name="class" select="'group'"/></xsl:if>
      <th scope="row"><span class="siglum">{@siglum[not(../@kind = 'group') or $count]}</span></th>
      <td>{ed:witness-words(.)}</td>
      <xsl:if test="$ed:counted"><td class="number">{$count[. gt 0]}</td></xsl:if>
    </tr>
  </xsl:template>
</xsl:stylesheet>
