<?xml version="1.0" encoding="UTF-8"?>
<!-- How a table is set: smaller where it is wide, its figures under each other at the point. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A table of many columns is set smaller; figures stand under each other. -->
  <xsl:function name="ed:table-dress" as="xs:string?">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="columns" as="xs:integer"
        select="max((0, $one/self::ed:table/ed:row/count(ed:cell)))"/>
    <xsl:sequence select="
        if ($columns gt 9) then 'widest' else if ($columns gt 6) then 'wide'
        else if ($one[self::ed:cell][if (ed:is-head(.)) then ed:heads-figures(.)
          else ed:is-figure(.) or ed:stands-for-figure(.)]) then 'number'
        else 'long'[$one[self::ed:cell][some $word in tokenize(.) satisfies string-length($word) gt $ed:longest-word]]"/>
  </xsl:function>
  <!-- No column is as wide as an address that nothing breaks. -->
  <xsl:variable name="ed:longest-word" as="xs:integer" select="40"/>

  <!-- The head of a column of figures stands at their side, and so does a stroke for one that is
       missing. A first row of words alone heads the columns, also where the encoding does not say so. -->
  <xsl:key name="ed:figures-or-words" match="ed:cell[not(ed:is-head(.))][ed:plain(.)]" use="
      ed:column-of(.) || (if (ed:is-figure(.)) then '-figures' else if (ed:is-stroke(.)) then '' else '-words')"/>
  <xsl:function name="ed:is-head" as="xs:boolean">
    <xsl:param name="cell" as="element(ed:cell)"/>
    <xsl:sequence select="$cell/@kind = 'label' or exists($cell/..[empty(preceding-sibling::ed:row)]
        [following-sibling::ed:row][not(ed:cell ! (ed:is-figure(.) or ed:is-stroke(.)) = true())])"/>
  </xsl:function>
  <xsl:function name="ed:is-stroke" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="matches(ed:plain($cell), '^[-−–—.·]{1,3}$')"/>
  </xsl:function>
  <xsl:function name="ed:is-of-figures" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:variable name="column" as="xs:string" select="ed:column-of($cell)"/>
    <xsl:sequence select="exists(key('ed:figures-or-words', $column || '-figures', root($cell))) and
        empty(key('ed:figures-or-words', $column || '-words', root($cell)))"/>
  </xsl:function>
  <xsl:function name="ed:heads-figures" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="ed:is-head($cell) and not($cell/@kind = 'label' and not($cell/../@kind = 'label'))
        and ed:width($cell) eq 1 and ed:is-of-figures($cell)"/>
  </xsl:function>
  <xsl:function name="ed:stands-for-figure" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="ed:is-stroke($cell) and ed:is-of-figures($cell)"/>
  </xsl:function>

  <!-- A table by itself may stand on a page on its side. -->
  <xsl:function name="ed:may-turn" as="attribute()?">
    <xsl:param name="one" as="element()"/>
    <xsl:if test="$one/self::ed:table and empty($one/ancestor::*[self::ed:note or self::ed:table or
        self::ed:figure or self::ed:list or self::ed:about
        or ed:is-beside(., ('original', 'translation'))])">
      <xsl:variable name="number" as="xs:string">
        <xsl:number select="$one" level="any" count="ed:table"/>
      </xsl:variable>
      <xsl:attribute name="data-table" select="ed:own-id($one, 'table' || $number)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:is-figure" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="matches(ed:plain($cell),
        '^([-−–+±]?\p{Sc}?\s*[\d.,\s&#x2009;&#x202F;]*\d(/\d+)?\s*[¼-¾⅐-⅞]?|[-−–+]?[¼-¾⅐-⅞])(\s*[%‰\p{Sc}])?$')"/>
  </xsl:function>

  <!-- What stands behind the whole number: a sign and decimals, a sign of per cent. Three figures
       behind a sign are thousands, unless the language writes its decimals so. -->
  <xsl:function name="ed:decimals" as="xs:string">
    <xsl:param name="cell" as="element()"/>
    <xsl:variable name="point" as="xs:string" select="
        if (substring-before(ed:lang($cell) || '-', '-') = ('en', 'ga', 'cy', 'he', 'ja', 'ko', 'zh'))
        then '\.' else ','"/>
    <!-- A letter before it: what might match nothing is no pattern. -->
    <xsl:sequence select="replace('x' || ed:plain($cell), '^x[^.,]*(([.,])\d{3})*?((' || $point ||
        '\d{3}|[.,](\d{1,2}|\d{4,}))?\s*%?)$', '$3')[not(starts-with(., 'x'))] => string-join()"/>
  </xsl:function>

  <!-- Cells that have decimals, by their column. -->
  <xsl:key name="ed:with-decimals" match="ed:cell[not(@kind = 'label')][ed:is-figure(.)][ed:decimals(.)]"
      use="ed:column-of(.)"/>
  <xsl:function name="ed:column-of" as="xs:string">
    <xsl:param name="cell" as="element(ed:cell)"/>
    <xsl:sequence select="generate-id($cell/ancestor::ed:table[1]) || '-' || ed:column($cell)"/>
  </xsl:function>

  <!-- What a figure lacks to be as long behind its point as the longest of its column: it is set
       unseen behind it. -->
  <xsl:function name="ed:pad" as="attribute()?">
    <xsl:param name="one" as="element()"/>
    <xsl:for-each select="$one[self::ed:cell][not(@kind = 'label')]
        [ed:is-figure(.) or ed:stands-for-figure(.)]">
      <xsl:variable name="own" as="xs:string" select="ed:decimals(.)[ed:is-figure(current())] => string-join()"/>
      <xsl:variable name="longest" as="xs:string?" select="sort(
          key('ed:with-decimals', ed:column-of(.)) ! ed:decimals(.), (), string-length#1)[last()]"/>
      <xsl:for-each select="substring($longest, string-length($own) + 1)[.]">
        <xsl:attribute name="data-pad" select="."/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
