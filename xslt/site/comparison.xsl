<?xml version="1.0" encoding="UTF-8"?>
<!-- Source and edition side by side: line by line where the encoding has the lines of the source,
     else block by block. Between them stand the stages of a text whose header names some. The tree is flattened to pieces of text with marks between them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:comparison-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="words" as="xs:string" select="ed:label('comparison', $lang)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:page-title(.) || ': ' || $words"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'comparison')"/>
      <xsl:with-param name="kind" select="'text-page wide'"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:text-masthead">
          <xsl:with-param name="text" select="'comparison'"/>
        </xsl:call-template>
        <xsl:call-template name="ed:toolbar">
          <xsl:with-param name="text" select="'comparison'"/>
        </xsl:call-template>
        <p class="hint">
          <xsl:text>{ed:label('comparison-hint', $lang)} </xsl:text>
          <a href="interventions.html">{ed:label('interventions', $lang)}</a>
        </p>
        <xsl:variable name="table" as="element(table)"><xsl:call-template name="ed:comparison-table"/></xsl:variable>
        <!-- Several stages need more room than a phone has. -->
        <xsl:choose>
          <xsl:when test="$table/thead/tr/th[5]">
            <div class="scroll" tabindex="0" role="group" aria-label="{$words}"><xsl:sequence select="$table"/></div>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="$table"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:comparison-table" as="element(table)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="id" as="xs:string" select="@id"/>
    <xsl:variable name="pieces" as="element()*"><xsl:call-template name="ed:pieces"/></xsl:variable>
    <xsl:variable name="stages" as="element(ed:field)*"
        select="ed:metadata/ed:field[@name = 'stage'][$pieces/(@written, @deleted)]"/>
    <table class="comparison">
      <thead>
        <tr>
          <th scope="col">{ed:label(if ($pieces/self::ed:l/@n) then 'line' else 'apparatus-place', $lang)}</th>
          <th scope="col">{ed:label('diplomatic', $lang)}</th>
          <xsl:for-each select="$stages"><th scope="col">{.}</th></xsl:for-each>
          <th scope="col">{ed:label('reading', $lang)}</th>
        </tr>
      </thead>
      <xsl:for-each-group select="$pieces" group-starting-with="ed:p">
        <tbody>
          <xsl:for-each select="self::ed:p">
            <tr><th scope="rowgroup" colspan="{3 + count($stages)}">{ed:label('page', $lang)} {@n}</th></tr>
          </xsl:for-each>
          <xsl:for-each-group select="current-group()[not(self::ed:p)]" group-starting-with="ed:l">
            <xsl:call-template name="ed:compared">
              <xsl:with-param name="pieces" select="current-group()"/>
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="stages" select="count($stages)"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </tbody>
      </xsl:for-each-group>
    </table>
  </xsl:template>

  <!-- The text as one row of pieces and marks; the notes of the author follow it. -->
  <xsl:template name="ed:pieces" as="element()*">
    <xsl:variable name="flat" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="ed:text" mode="ed:flat"/>
        <xsl:for-each select="ed:text//ed:note[not(@kind = 'editorial')]
            [not(ancestor::*[ed:is-translation(.)]/@only)]">
          <ed:l in="{@id}" place="{ed:place-told(.)}"/>
          <ed:t>{@n}. </ed:t>
          <xsl:apply-templates mode="ed:flat"/>
        </xsl:for-each>
      </xsl:document>
    </xsl:variable>
    <!-- Where a line and a block begin at once, it is the line that counts. -->
    <xsl:sequence select="
        $flat/*[not(self::ed:l[not(@n)]
          [preceding-sibling::*[not(ed:is-blank(.))][1][self::ed:l/@n] or
           following-sibling::*[not(ed:is-blank(.))][1][self::ed:l/@n]])]"/>
  </xsl:template>

  <xsl:template name="ed:compared" as="element(tr)?">
    <xsl:param name="pieces" as="element()*"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="stages" as="xs:integer"/>
    <xsl:variable name="words" as="element(ed:t)*" select="$pieces[self::ed:t]"/>
    <xsl:variable name="source" as="element(ed:t)*"
        select="$words[not(@only = ('reading', 'neither'))]"/>
    <xsl:variable name="edition" as="element(ed:t)*"
        select="$words[not(@only = ('diplomatic', 'neither'))]"/>
    <xsl:if test="exists(($source, $edition)[not(ed:is-blank(.))])">
      <tr>
        <!-- The block that begins here has its address here, too. -->
        <xsl:for-each select="$pieces[self::ed:l]/@in[1][.]"><xsl:attribute name="id" select="."/></xsl:for-each>
        <xsl:variable name="said" as="xs:string" select="string($pieces[self::ed:l][1]/(@n, @place)[1])"/>
        <xsl:element name="{if ($said) then 'th' else 'td'}">{$said}</xsl:element>
        <td><xsl:sequence select="ed:pieced($source, $id)"/></td>
        <xsl:for-each select="1 to $stages"><td><xsl:sequence select="ed:as-at($source, .)"/></td></xsl:for-each>
        <td><xsl:sequence select="ed:pieced($edition, $id)"/></td>
      </tr>
    </xsl:if>
  </xsl:template>
  <!-- What stood there after a stage; what that added is marked. What was deleted in no stage that is
       named was so at once. -->
  <xsl:function name="ed:as-at" as="node()*">
    <xsl:param name="words" as="element(ed:t)*"/>
    <xsl:param name="stage" as="xs:integer"/>
    <xsl:for-each-group group-adjacent="string(.[@written = $stage] ! 'ins')" select="
        $words[not(@written &gt; $stage)][if (@deleted) then @deleted &gt; $stage else not(@changed = 'del')]">
      <xsl:choose>
        <xsl:when test="current-grouping-key() and normalize-space(string-join(current-group()))">
          <ins>{string-join(current-group())}</ins>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="current-group()" separator=""/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="ed:is-blank" as="xs:boolean">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="exists($piece[self::ed:t][not(normalize-space())])"/>
  </xsl:function>
  <xsl:function name="ed:pieced" as="node()*">
    <xsl:param name="words" as="element(ed:t)*"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:for-each-group select="$words" group-adjacent="string(@key)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() and normalize-space(string-join(current-group()))">
          <a href="interventions.html#{$id}-{current-grouping-key()}"><xsl:sequence select="ed:as-changed(current-group())"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:as-changed(current-group())"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>
  <!-- What a hand deleted or added looks so: the words touch. -->
  <xsl:function name="ed:as-changed" as="node()*">
    <xsl:param name="words" as="element(ed:t)*"/>
    <xsl:for-each-group select="$words" group-adjacent="string(@changed)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() and normalize-space(string-join(current-group()))">
          <xsl:element name="{current-grouping-key()}">{string-join(current-group())}</xsl:element>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="current-group()" separator=""/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- ed:t: a piece of text, of one text alone (only) or of both; ed:l: a line begins; ed:p: a page. -->
  <xsl:mode name="ed:flat" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:flat" as="element(ed:t)">
    <xsl:param name="only" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="key" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="changed" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="stages" as="attribute()*" tunnel="yes" select="()"/>
    <ed:t>
      <xsl:sequence select="$stages"/>
      <xsl:if test="$changed"><xsl:attribute name="changed" select="$changed"/></xsl:if>
      <xsl:if test="$only"><xsl:attribute name="only" select="$only"/></xsl:if>
      <xsl:if test="$key"><xsl:attribute name="key" select="$key"/></xsl:if>
      <xsl:value-of select="ed:collapsed(.)"/>
    </ed:t>
  </xsl:template>
  <xsl:template match="*[@only = 'apparatus'] | *[@only][ed:is-translation(.)] | ed:note | ed:metadata
      | ed:apart" mode="ed:flat" priority="9"/>
  <xsl:template match="*[@only or @key]" mode="ed:flat" priority="8">
    <xsl:param name="only" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="key" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:next-match>
      <xsl:with-param name="only" tunnel="yes"
          select="if (@only ne $only) then 'neither' else (@only, $only)[1]"/>
      <xsl:with-param name="key" tunnel="yes" select="($key, @key)[1]"/>
    </xsl:next-match>
  </xsl:template>
  <!-- In which stage it was written, and in which deleted. What was restored stands in all; of what was
       replaced, deletion and addition say it each. -->
  <xsl:template match="*[@stage][not(self::ed:alternate or @kind = ('restore', 'restored'))]" mode="ed:flat" priority="7.5">
    <xsl:param name="stages" as="attribute()*" tunnel="yes" select="()"/>
    <xsl:variable name="said" as="attribute()">
      <xsl:attribute name="{if (@kind = 'del') then 'deleted' else 'written'}" select="@stage"/>
    </xsl:variable>
    <xsl:next-match>
      <xsl:with-param name="stages" tunnel="yes" select="$stages[name() ne name($said)], $said"/>
    </xsl:next-match>
  </xsl:template>
  <!-- What was deleted is so with all that was added in it before. -->
  <xsl:template match="ed:inline[@kind = ('del', 'add')]" mode="ed:flat" priority="7">
    <xsl:param name="changed" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:next-match>
      <xsl:with-param name="changed" tunnel="yes" select="if (@kind = 'del') then 'del' else ($changed, 'ins')[1]"/>
    </xsl:next-match>
  </xsl:template>
  <xsl:template mode="ed:flat" as="element()*" match="
      ed:paragraph | ed:heading | ed:block | ed:item | ed:line | ed:cell | ed:label">
    <ed:l in="{ancestor-or-self::*[@id][1]/@id}" place="{ed:place-told(.)}"/>
    <xsl:apply-templates mode="ed:flat"/>
  </xsl:template>
  <xsl:template match="ed:break[@unit = 'line']" mode="ed:flat" as="element(ed:l)">
    <ed:l><xsl:copy-of select="@n"/></ed:l>
  </xsl:template>
  <xsl:template match="ed:break[@unit = 'page']" mode="ed:flat" as="element(ed:p)">
    <ed:p n="{@n}"/>
  </xsl:template>
  <xsl:template match="ed:foreign" mode="ed:flat" as="element(ed:t)">
    <ed:t>{@alt}</ed:t>
  </xsl:template>
  <xsl:template match="ed:gap" mode="ed:flat" as="element(ed:t)">
    <xsl:param name="only" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="changed" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="stages" as="attribute()*" tunnel="yes" select="()"/>
    <ed:t key="{@key}">
      <xsl:sequence select="$stages"/>
      <xsl:if test="$changed"><xsl:attribute name="changed" select="$changed"/></xsl:if>
      <xsl:if test="@only or $only">
        <xsl:attribute name="only" select="(@only, $only)[1]"/>
      </xsl:if>
      <xsl:text>{ed:gap-words(.)}</xsl:text>
    </ed:t>
  </xsl:template>
</xsl:stylesheet>
