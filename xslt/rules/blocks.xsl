<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of prose: paragraphs, quotations, lists, tables, figures, letters, title pages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="p | ab" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'paragraph'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- One that was left empty, as for a commentary to come, is none. -->
  <xsl:template match="(p | ab)[not(* or normalize-space() or @xml:id)]" mode="ed:rules" priority="0.9"/>

  <xsl:template mode="ed:rules" match="
      titlePart | docAuthor | docDate | docEdition | docImprint | imprimatur | byline | opener |
      closer | salute | signed | dateline | postscript | trailer | argument | epigraph | address |
      addrLine | listBibl | listPerson | listPlace | listOrg">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In a sentence, never part of the word beside them. -->
  <xsl:template match="(salute | signed | dateline)[ed:is-in-greeting(.)]" mode="ed:rules" priority="1">
    <xsl:sequence select="ed:added(' '[matches(ed:last-signs(current()/preceding-sibling::node()[1], 1), '[\w)\].,;:!?]')])"/>
    <xsl:call-template name="ed:phrase"/>
    <xsl:sequence select="ed:parted-behind(.)"/>
  </xsl:template>

  <!-- An address without lines of its own: its parts in a line, with commas. -->
  <xsl:template match="address[not(addrLine)][ed:has-words-in-parts-alone(.)]" mode="ed:rules"
      priority="1">
    <!-- Apart from a name that it follows without a blank. -->
    <xsl:sequence select="ed:parted-before(.)[ed:is-inline(current())]"/>
    <xsl:element name="ed:{if (ed:is-inline(.)) then 'inline' else 'block'}"
        namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="'address'"/>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:listed-fields(*)"/>
    </xsl:element>
    <xsl:sequence select="ed:parted-behind(.)[ed:is-inline(current())]"/>
  </xsl:template>
  <xsl:function name="ed:has-words-in-parts-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and empty($element/text()[normalize-space()])
        and empty($element/(note | lb | pb | cb | gap))"/>
  </xsl:function>

  <!-- A quotation set off from the text, and what stands with it. -->
  <xsl:template match="cit" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'block'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="quote | q | said" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:holds-blocks(.) or not(ed:is-inline(.)) or ed:is-set-off(.))
          then 'block'
          else 'inline'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="bibl" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:is-inline(.) or parent::cit or ../text()[normalize-space()]) then 'inline'
          else 'block'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A pointer that is all of a reference is the editors': in brackets, and not in the source. -->
  <xsl:template match="cit/bibl[ptr][not(normalize-space())]" mode="ed:rules" priority="1">
    <ed:inline kind="bibl" only="reading">
      <xsl:call-template name="ed:common"/>
      <xsl:text>[</xsl:text>
      <xsl:call-template name="ed:content"/>
      <xsl:text>]</xsl:text>
    </ed:inline>
  </xsl:template>

  <!-- Among the words of a block, or in the place of one? -->
  <xsl:function name="ed:is-inline" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <!-- A list of references is blocks wherever it stands. -->
    <xsl:sequence select="empty($element/parent::listBibl) and exists($element/ancestor::*[self::p or self::ab
        or self::head or self::l
        or self::item or self::cell or self::bibl or self::line or self::u or self::titlePart or self::docAuthor
        or self::note[not(p)] or self::cit[parent::p] or self::entry or self::entryFree or self::dictScrap])
        or exists($element/parent::*[text()[normalize-space()]])"/>
  </xsl:function>

  <!-- Parts of a title page that stand in a line with others. -->
  <xsl:template match="(docAuthor | docDate)[parent::byline or parent::docImprint]" mode="ed:rules"
      priority="1">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- A list that runs on in its sentence, as one in a heading does. -->
  <xsl:template match="list[ed:runs-in(.)] | list[ed:runs-in(.)]/(item | label | head)" mode="ed:rules"
      priority="1">
    <xsl:if test="preceding-sibling::node()[1][self::item or self::label or self::head
        or self::text()[matches(ed:last-signs(., 1), '\S')]]">
      <xsl:sequence select="ed:added((self::item/preceding-sibling::node()[1]/self::item[matches(ed:last-signs(normalize-space(), 1), '[\w)]')] ! ',') || ' ')"/>
    </xsl:if>
    <xsl:sequence select="ed:added(self::item/@n[normalize-space()]
        ! (. || '.'[matches(current()/@n, '\w$')] || ' '))"/>
    <xsl:call-template name="ed:phrase"/>
    <xsl:sequence select="ed:parted-behind(.)[current()/self::list]"/>
  </xsl:template>
  <xsl:function name="ed:runs-in" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="($list/ancestor::head or
          (tokenize($list/@rend), tokenize($list/@type)) = ('inline', 'run-in', 'runon')) and ed:is-inline($list) and empty($list//(p | list | table | lg))"/>
  </xsl:function>

  <xsl:template match="list" mode="ed:rules">
    <xsl:variable name="said" as="xs:string*" select="tokenize(@rend), tokenize(@type)"/>
    <ed:list kind="{if (key('ed:counting', generate-id())) then 'simple' else if (label) then 'gloss'
        else if (($said = ('numbered', 'ordered') and not(ed:has-own-signs(.))) or item/@n)
        then 'ordered' else if ($said = 'simple' or ed:has-own-signs(.)) then 'simple' else 'bulleted'}">
      <xsl:if test="ed:has-own-signs(.) or key('ed:counting', generate-id())"><xsl:attribute name="signs" select="'own'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:list>
  </xsl:template>
  <!-- Items that begin with a number or a dash in the source need none of ours: 1. a) (iv) – -->
  <xsl:function name="ed:has-own-signs" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="items" as="element(item)*" select="$list/item[normalize-space()]"/>
    <xsl:sequence select="empty(($list/@type | $list/@rend)[not(. = ('numbered', 'ordered'))])
        and exists($items) and (every $item in $items satisfies
        matches($item, '^\s*([\[(]?(\d{1,3}|[ivxlc]{1,6}|\p{Ll})[)\]]|\d{1,3}\.[^\d]|[–—•·*-]\s)'))"/>
  </xsl:function>
  <xsl:template match="item | headItem" mode="ed:rules">
    <ed:item kind="{local-name()}">
      <xsl:sequence select="ed:item-number(.)"/>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:item>
  </xsl:template>
  <!-- Labels that are numbers or letters count the items: they stand in these. All labels of a list are
       looked at for it, so the key asks once a list. -->
  <xsl:key name="ed:counting" match="list[label][ed:has-labels-that-count(.)]" use="generate-id()"/>
  <xsl:function name="ed:has-labels-that-count" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="labels" as="element(label)*" select="$list/label"/>
    <xsl:sequence select="exists($labels) and not($list/@type = 'gloss' or $list/headLabel)
        and (every $label in $labels satisfies $label/following-sibling::*[1]/self::item
          and matches(normalize-space($label), '^[\[(§]?\s*(\d{1,4}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|\p{L})\s*[.)\]:°ºª]*$'))"/>
  </xsl:function>
  <xsl:template match="list[key('ed:counting', generate-id())]/label" mode="ed:rules" priority="2"/>
  <xsl:template match="list[key('ed:counting', generate-id())]/item[preceding-sibling::*[1]/self::label]" mode="ed:rules" priority="2">
    <ed:item kind="item">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="preceding-sibling::*[1]">
        <ed:inline kind="label">
          <xsl:call-template name="ed:common"/>
          <xsl:call-template name="ed:content"/>
        </ed:inline>
      </xsl:for-each>
      <xsl:sequence select="ed:added(' ')"/>
      <xsl:call-template name="ed:content"/>
    </ed:item>
  </xsl:template>
  <!-- As the source numbers it; an item without a number goes on from the last one that has one, or
       has none where that is no whole number, where there is none before it, or in a list that is
       said to be of another kind than a numbered one. -->
  <xsl:key name="ed:numbered-items" match="item[@n[normalize-space()]]" use="generate-id(..)"/>
  <xsl:function name="ed:item-number" as="attribute()?">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="last" as="element()?" select="
        key('ed:numbered-items', generate-id($item/..), root($item))[. &lt;&lt; $item][last()]"/>
    <xsl:variable name="said" as="xs:string*" select="$item/../(tokenize(@rend), tokenize(@type))"/>
    <xsl:variable name="counts" as="xs:boolean" select="$said = ('numbered', 'ordered')"/>
    <xsl:choose>
      <xsl:when test="normalize-space($item/@n)"><xsl:sequence select="$item/@n"/></xsl:when>
      <xsl:when test="not($counts) and (empty($last) or $said = ('simple', 'bulleted', 'unordered'))
          and exists(key('ed:numbered-items', generate-id($item/..), root($item)))">
        <xsl:attribute name="numbered" select="'no'"/>
      </xsl:when>
      <xsl:when test="$last/@n castable as xs:integer">
        <xsl:attribute name="n" select="xs:integer($last/@n)
            + count($item/preceding-sibling::item[. &gt;&gt; $last]) + 1"/>
      </xsl:when>
      <xsl:when test="$last"><xsl:attribute name="numbered" select="'no'"/></xsl:when>
    </xsl:choose>
  </xsl:function>
  <xsl:template match="list/label | headLabel" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'label'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="table | row" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="local-name()"/>
      <xsl:with-param name="kind" select="if (@role = 'label' or self::row[not(@role)][cell[2]]
          [every $cell in cell satisfies $cell/@role = 'label']) then 'label' else 'data'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="cell" mode="ed:rules">
    <ed:cell kind="{('label'[. = current()/(@role, ../@role)[1]], 'data')[1]}">
      <xsl:copy-of select="(@cols, @rows)[matches(., '^\s*[1-9]\d{0,3}\s*$')]"/>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:cell>
  </xsl:template>

  <!-- What stands outside a row or a table is one of its own: nothing is lost by it. -->
  <xsl:template match="cell[not(parent::row)]" mode="ed:rules" priority="1">
    <ed:row kind="data"><xsl:next-match/></ed:row>
  </xsl:template>
  <xsl:template match="row[not(parent::table)] | cell[not(parent::row | parent::table)]"
      mode="ed:rules" priority="2">
    <ed:table kind="data"><xsl:next-match/></ed:table>
  </xsl:template>

  <!-- A paragraph that holds the beginning of a page and nothing else is none. -->
  <xsl:template match="p[pb][not(normalize-space() or @xml:id or (* except (pb | cb | gb | lb | milestone)))]" mode="ed:rules" priority="2">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>

  <!-- figDesc is the text alternative of an image; without an image it says why there is none. -->
  <xsl:template match="figure" mode="ed:rules">
    <xsl:variable name="within" as="xs:boolean" select="ed:parts-sentence(.)"/>
    <xsl:variable name="made" as="element()">
      <xsl:call-template name="ed:behave">
        <xsl:with-param name="behaviour" select="'figure'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:copy select="$made">
      <xsl:if test="@id and $within"><xsl:attribute name="within" select="'sentence'"/></xsl:if>
      <xsl:copy-of select="@*, node()"/>
    </xsl:copy>
  </xsl:template>
  <!-- Whether a figure stands between words of one sentence: formats set it behind the paragraph. -->
  <xsl:function name="ed:parts-sentence" as="xs:boolean">
    <xsl:param name="figure" as="element(figure)"/>
    <xsl:variable name="words" as="text()*" select="
        $figure/parent::p//text()[normalize-space()][not(ancestor::note or ancestor::fw or ancestor::figure)]"/>
    <xsl:variable name="before" as="text()?" select="$words[. &lt;&lt; $figure][last()]"/>
    <xsl:sequence select="exists($before) and exists($words[. >> $figure])
        and not(matches($before, '[.!?:;…][\p{Pe}\p{Pf}\p{Pi}&quot;'']*\s*$'))"/>
  </xsl:function>
  <!-- What is described alone, such as the small face of a message: these are no words of the source. -->
  <xsl:template match="figure[desc][not(* except desc)]" mode="ed:rules" priority="0.8">
    <ed:figure kind="figure">
      <xsl:call-template name="ed:common"/>
      <ed:block kind="figDesc"><xsl:call-template name="ed:descriptions"/></ed:block>
    </ed:figure>
  </xsl:template>
  <xsl:template name="ed:descriptions" as="node()*">
    <xsl:for-each select="desc">
      <xsl:sequence select="ed:added(ed:say('comma', .)[current()/preceding-sibling::desc])"/>
      <xsl:apply-templates mode="ed:rules"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="figure[desc][not(* except desc)][ed:is-inline(.)]" mode="ed:rules" priority="1">
    <xsl:sequence select="ed:part-from(preceding-sibling::node()[1], '[\w)]$')"/>
    <ed:inline kind="figure">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added('[')"/>
      <xsl:call-template name="ed:descriptions"/>
      <xsl:sequence select="ed:added(']')"/>
    </ed:inline>
    <xsl:sequence select="ed:part-from(following-sibling::node()[1], '^([^\s.,;:!?)\]…]|[:;][-)(])')"/>
  </xsl:template>
  <xsl:template match="figure/p | figure/head" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="kind" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="figDesc[../(graphic | media | binaryObject)[not(ed:is-played(.))]]" mode="ed:rules"/>
  <!-- Where nothing else stands for a figure, its description does, in the diplomatic text, too. -->
  <xsl:template match="figDesc" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="only" select="'reading'[current()/../(* except figDesc)[normalize-space()]]"/>
    </xsl:call-template>
  </xsl:template>
  <!-- What is heard or seen in motion: a link, called by what is said of it. -->
  <xsl:template match="media[ed:is-played(.)]" mode="ed:rules" priority="1">
    <xsl:sequence select="ed:part-from(preceding-sibling::node()[1], '[\w)]$')"/>
    <ed:link target="{(@ed:src, @ed:url, @url)[1]}">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="desc/node()" mode="ed:rules"/>
      <xsl:if test="not(normalize-space())"><xsl:sequence select="ed:added(@url)"/></xsl:if>
    </ed:link>
    <xsl:sequence select="ed:part-from(following-sibling::node()[1], '^[\w(]')"/>
  </xsl:template>
  <xsl:function name="ed:is-played" as="xs:boolean">
    <xsl:param name="picture" as="element()"/>
    <xsl:sequence select="matches($picture/self::media/@mimeType, '^(audio|video)')"/>
  </xsl:function>
  <!-- Where its file is published and how large it is was found out when the text was read. -->
  <xsl:template match="graphic | media | binaryObject" mode="ed:rules">
    <xsl:variable name="told" as="xs:boolean" select="ed:is-told-in-line(.)"/>
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[1][not(self::graphic or self::note)]"/>
    <xsl:if test="$told and matches(ed:last-signs(preceding-sibling::node()[1], 1), '[\w)]')">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
    <ed:graphic url="{(@ed:url, @url)[1]}" alt="{((desc, ../figDesc) ! normalize-space()[.],
        parent::notatedMusic ! ed:say('musicNotation', .))[1]}">
      <xsl:for-each select="@ed:src, @ed:mime, @ed:width, @ed:height, @ed:remote">
        <xsl:attribute name="{local-name()}" select="."/>
      </xsl:for-each>
      <xsl:call-template name="ed:common"/>
    </ed:graphic>
    <xsl:if test="$told and matches(string($after), '^[\w(]')">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:template>
  <!-- Whether what describes a picture, or its address, stands among the words, as a link to a server
       (addresses.xsl): it is no part of the words beside it. -->
  <xsl:function name="ed:is-told-in-line" as="xs:boolean">
    <xsl:param name="picture" as="element()"/>
    <xsl:sequence select="exists($picture/self::graphic[matches((@ed:url, @url)[1], '^\s*([^/?#]*:|//)')]
        [desc[normalize-space()] or not(@ed:remote)][not(parent::figure)])"/>
  </xsl:function>
</xsl:stylesheet>
