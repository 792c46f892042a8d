<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of a text in the order of their words, by layer: which words each is about. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:apart-entry" match="ed:apart/ed:alternate" use="@key"/>
  <xsl:key name="ed:point" match="ed:point" use="@part || ' ' || @entry"/>

  <xsl:function name="ed:apparatus" as="element(ed:apparatus)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="apart" as="element()*" select="$document//ed:apart/ed:alternate"/>
    <xsl:variable name="found" as="element()*" select="
        $document/ed:text//(ed:alternate[@kind = 'variant'][not(ancestor::ed:apart)] | ed:point[ed:is-first(.)])
        ! (if (self::ed:point) then key('ed:apart-entry', @entry)[1] else .)"/>
    <xsl:variable name="placed" as="map(xs:string, xs:boolean)" select="map:merge($found/@key ! map{string(): true()})"/>
    <xsl:variable name="entries" as="element(ed:entry)*"
        select="($found, $apart[not($placed(@key))]) ! ed:entry(.)"/>
    <ed:apparatus>
      <xsl:sequence select="ed:layers-of($document, $entries)"/>
      <xsl:sequence select="ed:with-absent($entries)"/>
    </ed:apparatus>
  </xsl:function>

  <xsl:function name="ed:entry" as="element(ed:entry)">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="readings" as="element(ed:reading)*" select="ed:readings($one)"/>
    <ed:entry key="{$one/@key}" layer="{ed:layer($one)}">
      <xsl:copy-of select="$one/(@id, @about, @until, @type, @cert)"/>
      <xsl:if test="$one/@method"><xsl:attribute name="apart" select="'yes'"/></xsl:if>
      <xsl:sequence select="ed:key-of($one)"/>
      <xsl:attribute name="in" select="(ed:start-of($one)/ancestor-or-self::*[@id]
          [not(self::ed:alternate)][1]/@id, $one/@about)[1]"/>
      <xsl:if test="ed:is-of-source($one)">
        <xsl:attribute name="shown-at" select="$one/ancestor::*[@id or @key]
            [not(ancestor-or-self::*/@only = 'diplomatic')][1]/(@id, @key)[1]"/>
      </xsl:if>
      <xsl:variable name="told" as="node()*" select="ed:told($one, $readings)"/>
      <xsl:if test="not(normalize-space(string-join($told))) or (ed:is-silent($readings, ed:about-words($one))
          and not(ed:is-mended($one)) and empty($one//ed:note[@place = 'entry']))">
        <xsl:attribute name="silent" select="'yes'"/>
      </xsl:if>
      <xsl:if test="ed:is-tear(ed:lemma-of($one), $readings)"><xsl:attribute name="tear" select="'yes'"/></xsl:if>
      <xsl:sequence select="ed:lemma-of($one), $readings, ed:entry-notes($one)"/>
      <ed:told><xsl:sequence select="$told"/></ed:told>
    </ed:entry>
  </xsl:function>

  <!-- Said of a place and of no word: copies begin, break off, go on or end there, and none has words
       of its own. -->
  <xsl:function name="ed:is-tear" as="xs:boolean">
    <xsl:param name="lemma" as="element(ed:lemma)?"/>
    <xsl:param name="readings" as="element(ed:reading)*"/>
    <xsl:sequence select="not($lemma/@words ne '') and exists($readings/ed:torn)
        and (every $one in $readings satisfies $one/@kind = ('lemma', 'torn') and $one/ed:words = '')"/>
  </xsl:function>

  <!-- All agree with the text, as one does that reads what the editors corrected to. -->
  <xsl:function name="ed:is-silent" as="xs:boolean">
    <xsl:param name="readings" as="element(ed:reading)*"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="empty($readings[ed:torn or @kind = 'lemma' and ed:detail[ed:is-said(.)]
        or not(@kind = 'lemma' or ed:agrees(., $words))])"/>
  </xsl:function>
  <xsl:function name="ed:agrees" as="xs:boolean">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        $reading/@kind = 'reading' and $reading/ed:words = $words and not($reading/(@said | ed:detail | ed:torn))"/>
  </xsl:function>
  <!-- Whether editors corrected what the witness of the text has, where others are told: it has words
       of its own then, which are a reading as those of any other. -->
  <xsl:function name="ed:is-mended" as="xs:boolean">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="exists($one[ed:inline[@kind = 'rdg']]/ed:inline[not(@only)][@wit]//ed:inline
        [@kind = 'sic'][not(@source)][@only = 'diplomatic'][normalize-space()][parent::ed:alternate]
        [ancestor::ed:alternate[@kind = 'variant'][1] is $one])"/>
  </xsl:function>

  <!-- Of the points of an entry that where it begins; the only one, where it is about no words. -->
  <xsl:function name="ed:is-first" as="xs:boolean">
    <xsl:param name="point" as="element(ed:point)"/>
    <xsl:sequence select="$point/@part = 'start' or empty(key('ed:point', 'start ' || $point/@entry, root($point)))"/>
  </xsl:function>
  <!-- Where the words of an entry begin in the text. -->
  <xsl:function name="ed:start-of" as="element()">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="if ($one/@method)
        then (key('ed:point', 'start ' || $one/@key, root($one)), key('ed:point', 'end ' || $one/@key, root($one)), $one)[1]
        else $one"/>
  </xsl:function>
  <xsl:function name="ed:end-of" as="element()">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="if ($one/@method)
        then (key('ed:point', 'end ' || $one/@key, root($one)), $one)[1] else $one"/>
  </xsl:function>

  <!-- The words that an entry is about: its own, or those between its points. handle: none of them,
       but the word before; at the head of a line or paragraph the word behind. -->
  <xsl:function name="ed:lemma-of" as="element(ed:lemma)?">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="start" as="element()" select="ed:start-of($one)"/>
    <xsl:variable name="words" as="xs:string" select="ed:about-words($one)"/>
    <xsl:variable name="before" as="xs:string?" select="ed:word-before($start)"/>
    <xsl:choose>
      <xsl:when test="$words">
        <ed:lemma words="{$words}">{ed:brief($words) || ed:which-of($one, $words)}</ed:lemma>
      </xsl:when>
      <xsl:when test="$before and $one/ed:inline[@kind = 'rdg'] and not(ed:names-place-alone($one))">
        <ed:lemma handle="yes" words="">{$before || ed:numbered-word($before, $start,
            ed:unit($start)[self::ed:line or @n], count(ed:words-of(ed:token-before($start))[. = lower-case($before)]))}</ed:lemma>
      </xsl:when>
      <xsl:when test="not($before) and not($one/@method) and $one/ed:inline[@kind = 'rdg'] ! ed:own-words(.) != ''">
        <xsl:for-each select="ed:word-behind($one)"><ed:lemma handle="before" words="">{.}</ed:lemma></xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
  <!-- Of which line, and not of which of its words. -->
  <xsl:function name="ed:names-place-alone" as="xs:boolean">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="exists($one[@method][@loc or @lost]) and empty($one/ed:inline[@kind = 'lem'])
        and (ed:is-of-lines($one) or ed:between($one) = '')"/>
  </xsl:function>
  <!-- Of several lines, of which the first alone is looked for: its words are not all that is meant. -->
  <xsl:function name="ed:is-of-lines" as="xs:boolean">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="not($one/@about) and matches($one/@loc, '\d[a-z]?(\s*[-–—]\s*\d|\s*ff?\.|\s*sqq?\.)')"/>
  </xsl:function>
  <xsl:function name="ed:about-words" as="xs:string">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="handle" as="xs:string"
        select="string($one[@method]/ed:inline[@kind = 'lem'][1] ! ed:reading-words(.))"/>
    <xsl:sequence select="
        if (not($one/@method)) then
          replace((ed:whole-words($one)[ed:plain($one)], '')[1], '^[“”„«»‹›&quot;]+(.)|(.)[“”„«»‹›&quot;]+$', '$1$2')
        else if ($handle or $one/ed:inline[@kind = 'lem'] or ed:is-of-lines($one)) then $handle
        else ed:between($one)"/>
  </xsl:function>
  <xsl:function name="ed:which-of" as="xs:string">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="start" as="element()" select="ed:start-of($one)"/>
    <xsl:sequence select="
        if (not($one/@method)) then ed:which($one)
        else if ($start is $one or $start/@whole) then ''
        else ed:numbered-word($words, $start, ed:unit($start)[self::ed:line or @n], 0)"/>
  </xsl:function>

  <!-- The words of the text between the points of an entry. -->
  <xsl:function name="ed:between" as="xs:string">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="start" as="element()?" select="key('ed:point', 'start ' || $one/@key, root($one))[1]"/>
    <xsl:variable name="end" as="element()?" select="key('ed:point', 'end ' || $one/@key, root($one))[1]"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:iterate select="$start[$end]/following::node()[self::text() or self::ed:break[@space] or self::ed:line or self::ed:paragraph]">
        <xsl:choose>
          <xsl:when test=". >> $end"><xsl:break/></xsl:when>
          <xsl:when test="ancestor::*/@only = ('diplomatic', 'apparatus') or ancestor::ed:note or ancestor::ed:apart"/>
          <xsl:otherwise><xsl:sequence select="if (self::text()) then string() else ' '"/></xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($pieces))"/>
  </xsl:function>

  <!-- The layer to which an entry belongs: variants, sources, testimonia, commentary, or one of its own. -->
  <xsl:function name="ed:layer" as="xs:string" visibility="public">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="asked" as="xs:string*" select="tokenize(root($one)/ed:document/@ed:layers)"/>
    <xsl:variable name="said" as="xs:string*" select="tokenize($one/@layer) ! replace(., '^#', '')"/>
    <xsl:sequence select="($said[. = $asked], $said ! $ed:other-layers(lower-case(.))[empty($asked)
        or . = $asked], $asked[. = 'variants'], 'variants')[1]"/>
  </xsl:function>
  <xsl:function name="ed:layers-of" as="element(ed:layer)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:variable name="asked" as="xs:string*" select="tokenize($document/@ed:layers)"/>
    <xsl:variable name="there" as="xs:string*" select="distinct-values($entries/@layer)"/>
    <xsl:for-each select="$asked[. = $there], $there[. = 'variants'][not(. = $asked)],
        sort($there[not(. = ($asked, 'variants'))])">
      <xsl:variable name="head" as="xs:string?" select="ed:head-of-layer($document, .)"/>
      <ed:layer name="{.}" title="{($head,
          ed:value-label('layer', replace(., '[-_]', ' '), ed:lang($document)))[1]}">
        <xsl:if test="$head"><xsl:attribute name="headed" select="'yes'"/></xsl:if>
      </ed:layer>
    </xsl:for-each>
  </xsl:function>
  <!-- What the source calls a layer, if it calls all of it alike and not just what every list of
       entries is called. -->
  <xsl:function name="ed:head-of-layer" as="xs:string?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="layer" as="xs:string"/>
    <xsl:variable name="heads" as="xs:string*"
        select="distinct-values($document//ed:apart/ed:alternate[ed:layer(.) = $layer]/@head)"/>
    <xsl:sequence select="$heads[empty($heads[2])][. ne ed:label('app-entries', ed:lang($document))]"/>
  </xsl:function>
</xsl:stylesheet>
