<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a block: names, dates, titles, emphasis, links, and the parts of bibliographic,
     manuscript and dictionary descriptions. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The context element as words in the line, without a look of its own. -->
  <xsl:template name="ed:phrase" as="element()">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'inline'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Names, dates, measures (chapter ND). -->
  <xsl:template mode="ed:rules" match="
      addName | affiliation | bloc | climate | country | date | district | email | eventName |
      forename | genName | geogFeat | geogName | measure | measureGrp | name | nameLink | num |
      offset | orgName | persName | placeName | population | region | roleName | rs | settlement |
      street | surname | terrain | time | trait | unit">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Words and phrases (chapters CO, AI, TC). -->
  <xsl:template mode="ed:rules" match="
      abbr | c | cl | desc | distinct | expan | gloss | label | m | mentioned |
      orig | pc | phr | reg | rhyme | s | seg | soCalled | stamp | term | w">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Who has no words here is called as the register has it, or by a key in words. -->
  <xsl:template match="(author | editor | author/* | editor/*)[@ed:called][not(node())]" mode="ed:rules" priority="1">
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(@ed:called)"/>
    </ed:inline>
  </xsl:template>

  <!-- Among blocks they are blocks. -->
  <xsl:template match="(label | desc)[matches(local-name(..), '^(div\d?|body|front|back|listBibl)$')]" mode="ed:rules"
      priority="0.8">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A label stands apart from what it is the label of. -->
  <xsl:template match="label[matches(ed:last-signs(., 1), '\S')][following-sibling::node()[1]/self::text()[matches(., '^\S')]]"
      mode="ed:rules" priority="0.6">
    <xsl:next-match/>
    <xsl:if test="not(matches(following-sibling::node()[1], '^[\p{Po}\p{Pe}\p{Pf}]'))">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="label[not(parent::list)][ed:is-inline(.)]" mode="ed:rules" priority="0.7">
    <xsl:if test="matches(ed:last-signs(preceding-sibling::node()[1]/self::text(), 1), '[\p{L}\p{N}\p{Po}\p{Pe}\p{Pf}]')">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Bibliography and description of manuscripts and persons (chapters CO, MS). -->
  <xsl:template mode="ed:rules" match="
      actor | author | availability | biblScope | citedRange | collection | colophon |
      depth | dim | edition | editor | explicit | extent | funder | height |
      heraldry | idno | incipit | institution | locus | material | meeting |
      msName | objectType | occupation | origDate | origPlace | pubPlace |
      publisher | repository | resp | respStmt | role | roleDesc | rubric | secFol |
      signatures | sponsor | textLang | watermark | width">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Dictionaries (chapter DI) and names of markup (chapter TD). -->
  <xsl:template mode="ed:rules" match="
      case | code | colloc | def | etym | form | gen | gram | gramGrp | hom |
      hyph | ident | iType | lang | lbl | mood | number | oRef | orth | oVar | per | pos | pRef |
      pron | pVar | sense | stress | subc | syll | tns | usg | val | xr">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>
  <!-- Elements, tags and attributes look as they do in TEI: <p>, <lb/>, @type. -->
  <xsl:template match="gi | tag | att" mode="ed:rules">
    <xsl:variable name="signs" as="xs:string*" select="
        if (not(normalize-space()) or matches(., '^\s*[&lt;@&amp;]')) then () else if (self::att) then '@'
        else if (matches(@type, 'entity|comment|ms|cdata', 'i')) then ()
        else if (@type = 'end') then ('&lt;/', '>') else if (@type = 'empty') then ('&lt;', '/>')
        else if (@type = 'pi') then ('&lt;?', '?>') else ('&lt;', '>')"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added($signs[1], 'reading')"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:added($signs[2], 'reading')"/>
    </ed:inline>
  </xsl:template>

  <!-- How characters are read, beside them: after each stretch of them in its order. -->
  <xsl:template match="ruby | rt" mode="ed:rules">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Highlighted words are italic unless the source says otherwise. -->
  <xsl:template match="emph | foreign | hi" mode="ed:rules">
    <xsl:call-template name="ed:highlighted">
      <xsl:with-param name="italic" select="empty((@rend, @rendition, @style))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Titles of books and journals are italic, those of parts are not: the text has its own marks. -->
  <xsl:template match="title" mode="ed:rules">
    <xsl:call-template name="ed:highlighted">
      <xsl:with-param name="italic" select="empty((@rend, @rendition, @style)) and @level = ('m', 'j', 's')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:highlighted" as="element(ed:inline)">
    <xsl:param name="italic" as="xs:boolean"/>
    <ed:inline kind="{local-name()}">
      <xsl:if test="$italic"><xsl:attribute name="rend" select="'italic'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>

  <xsl:template match="g" mode="ed:rules">
    <xsl:variable name="leiden" as="xs:boolean" select="ed:is-leiden(.)"/>
    <ed:inline kind="g">
      <!-- The sign of a word that is broken at the end of a line is no part of the word. -->
      <xsl:if test="not(normalize-space()) and following-sibling::node()[1][self::lb | self::pb | self::cb]/@break = 'no'">
        <xsl:attribute name="only" select="'diplomatic'"/>
      </xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:value-of select="."/>
      <!-- A sign that no letter stands for is told by its name. -->
      <xsl:sequence select="ed:added(ed:sign-name(.)[not(normalize-space(current()))] !
          (if (. = 'interpunct') then '·' else if ($leiden) then '((' || . || '))' else '‹' || . || '›'))"/>
    </ed:inline>
  </xsl:template>
  <xsl:function name="ed:sign-name" as="xs:string?">
    <xsl:param name="sign" as="element(g)"/>
    <xsl:variable name="id" as="xs:string?" select="$sign/@ref ! replace(normalize-space(), '^.*[#:/]', '')"/>
    <xsl:variable name="declared" as="element()?" select="$id ! key('ed:by-id', ., root($sign))[1]"/>
    <xsl:sequence select="($declared/(charName | glyphName | unicodeProp[@name = 'Name']/@value
        | localProp[matches(@name, '^name$', 'i')]/@value) ! normalize-space(),
        $id[not(starts-with(., 'EOL'))], $sign/@type[not($id)])[. ne ''][1]"/>
  </xsl:function>

  <xsl:template match="anchor | milestone[@xml:id and not(@unit)]" mode="ed:rules">
    <ed:anchor><xsl:call-template name="ed:common"/></ed:anchor>
  </xsl:template>

  <!-- What is said of passages elsewhere, between blocks: a line each, under what kind it is. -->
  <xsl:template mode="ed:rules" priority="1" match="(interp | interpGrp | span | spanGrp | join | joinGrp)
      [normalize-space()][matches(local-name(..), '^(div\d?|body|front|back|interpGrp|spanGrp|joinGrp)$')]">
    <ed:block kind="{if (interp | span | join) then 'fields' else 'field'}">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="@type">
        <ed:inline kind="added" rend="bold"><xsl:value-of select="."/></ed:inline>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:sequence select="ed:said-of-places(.)"/>
      <xsl:call-template name="ed:content"/>
    </ed:block>
  </xsl:template>
  <!-- Of which passages of the text, each a link, as “Rye is dear in …” – “Oats are dear”. -->
  <xsl:function name="ed:said-of-places" as="element(ed:inline)?">
    <xsl:param name="said" as="element()"/>
    <xsl:variable name="places" as="xs:string*" select="($said/@target, $said/(@from, @to)[not($said/@target)])
        ! tokenize(.)[matches(ed:led-to($said, .), '^#')]"/>
    <xsl:if test="exists($places)">
      <ed:inline kind="added">
        <xsl:for-each select="distinct-values($places)">
          <xsl:value-of select="(if ($said/@target) then ', ' else ' – ')[current() ne $places[1]]"/>
          <ed:link target="{ed:led-to($said, .)}"><xsl:value-of select="ed:told-of($said, .)"/></ed:link>
        </xsl:for-each>
        <xsl:text>: </xsl:text>
      </ed:inline>
    </xsl:if>
  </xsl:function>

  <!-- What points to no passage marks the words that it holds. -->
  <xsl:template match="span[normalize-space()][not(@from or @to or @target or parent::spanGrp)]
      [ancestor::text][not(ancestor::standOff)]" mode="ed:rules" priority="0.95">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>
  <!-- Markers for machines: nothing is read where they stand, but notes in them. -->
  <xsl:template match="span[.//note]" mode="ed:rules" priority="0.9">
    <xsl:apply-templates select=".//note[not(ancestor::note intersect current()//note)]" mode="ed:rules"/>
  </xsl:template>
  <xsl:template mode="ed:rules" match="
      index | link | linkGrp | join | joinGrp | span |
      spanGrp | alt | altGrp | interp | interpGrp | divGen | timeline"/>
</xsl:stylesheet>
