<?xml version="1.0" encoding="UTF-8"?>
<!-- The readings of an entry, each with its own witnesses, what is said of them, and its notes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:readings" as="element(ed:reading)*">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:for-each select="$one/ed:inline[@kind = ('lem', 'rdg')]">
      <xsl:variable name="reading" as="element()" select="."/>
      <xsl:variable name="kind" as="xs:string" select="ed:kind-of(., $one)"/>
      <ed:reading kind="{$kind}">
        <xsl:copy-of select="@id, @rend, @group, @group-type, @type, @cause, @varSeq, @cert, @reason"/>
        <xsl:sequence select="ed:doubt(.)"/>
        <xsl:for-each select="ed:said-instead(., $one, $kind)[.]"><xsl:attribute name="said" select="."/></xsl:for-each>
        <xsl:sequence select="ed:named-by(.)"/>
        <ed:words>{ed:words-for(., $one, $kind)}</ed:words>
        <xsl:for-each select="ed:own-parts(., $one)[@kind = $ed:torn]"><xsl:sequence select="ed:torn(., $reading)"/></xsl:for-each>
        <xsl:sequence select="ed:details(., $one), ed:notes-on(., $one)"/>
      </ed:reading>
    </xsl:for-each>
  </xsl:function>

  <!-- How certain it is, in words, unless it is held certain. -->
  <xsl:function name="ed:doubt" as="attribute(doubt)?">
    <xsl:param name="said" as="element()"/>
    <xsl:for-each select="$said/@cert[not(. = 'high')]">
      <xsl:attribute name="doubt" select="ed:certainty(., ed:lang(..))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a reading is: one that has no words omits those of the text, unless it says why it has none. -->
  <xsl:variable name="ed:torn" as="xs:string+"
      select="'lacunaStart', 'lacunaEnd', 'witStart', 'witEnd'"/>
  <!-- who: the witnesses that it narrows this to, where the reading has others. -->
  <xsl:function name="ed:torn" as="element(ed:torn)">
    <xsl:param name="mark" as="element(ed:inline)"/>
    <xsl:param name="reading" as="element(ed:inline)"/>
    <ed:torn>
      <xsl:copy-of select="$mark/@kind"/>
      <xsl:for-each select="$mark/@wit">
        <xsl:attribute name="wit" select="tokenize(.) ! replace(., '^.*#', '')"/>
      </xsl:for-each>
      <xsl:if test="$mark/@wit and $reading/@wit
          and not(deep-equal(sort(tokenize($mark/@wit)), sort(tokenize($reading/@wit))))">
        <xsl:attribute name="who"
            select="ed:ordered(tokenize($mark/@wit), root($mark)) ! ed:siglum-of(., root($mark))"/>
      </xsl:if>
    </ed:torn>
  </xsl:function>
  <xsl:function name="ed:kind-of" as="xs:string">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="words" as="xs:string" select="ed:own-words($reading)"/>
    <xsl:variable name="has-words" as="xs:boolean" select="
        if ($one/@method) then ed:about-words($one) ne '' else normalize-space(ed:plain($one)) ne ''"/>
    <xsl:sequence select="
        if ($reading/@kind = 'rdg' and not($words) and ed:own-parts($reading, $one)/@kind = $ed:torn) then 'torn'
        else if (not($reading/@only) and ($reading/@kind = 'lem' or not($one/@method))) then 'lemma'
        else if (exists(ed:types-of($reading)[matches(., '^(transp|invers|word-?order$)')])) then 'transposition'
        else if ($words = '' and ed:whole-reading($reading, $one) = '') then ed:kind-of-none($reading, $has-words)
        else if (ed:says-omission($words, $reading)) then 'omission'
        else if (not($has-words or ed:names-place-alone($one))) then 'addition' else 'reading'"/>
  </xsl:function>
  <xsl:function name="ed:types-of" as="xs:string*">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:sequence select="$reading/(@type, @cause) ! tokenize(lower-case(.))"/>
  </xsl:function>
  <!-- A reading without words. Where the text has none, either, nothing is omitted. -->
  <xsl:function name="ed:kind-of-none" as="xs:string">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="has-words" as="xs:boolean"/>
    <xsl:variable name="types" as="xs:string*" select="ed:types-of($reading)"/>
    <xsl:sequence select="
        if (exists($types[matches(., '^(illeg|unread|unleser|illis)')])) then 'illegible'
        else if (exists($types[matches(., '^(lac(\.|una)?|lost|loss|damaged?|missing|torn|mutilated)$')])) then 'lost'
        else if ($reading//ed:gap[@kind = 'space']) then 'space'
        else if ($has-words or $reading/ancestor::ed:alternate[1][@method]) then 'omission' else 'reading'"/>
  </xsl:function>
  <!-- How editors write that words are omitted: abbreviated, or in words of another language than the
       text has, where they could be its own. -->
  <xsl:variable name="ed:omission-words" as="map(xs:string, xs:string)" select="map{
      'la': 'omi(ttit|ttunt|sit|serunt)|deest|desunt', 'de': 'fehlt|fehlen', 'en': 'omits?|omitted',
      'fr': 'omet(tent)?|manque(nt)?', 'it': 'omett(e|ono)|manca(no)?', 'es': 'omiten?|faltan?'}"/>
  <xsl:function name="ed:says-omission" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:variable name="bare" as="xs:string" select="lower-case(replace($words, '^\((.*)\)$', '$1'))"/>
    <xsl:variable name="own" as="xs:string"
        select="substring(string(($reading/ancestor-or-self::*/@lang)[last()]), 1, 2)"/>
    <xsl:variable name="typed" as="xs:boolean" select="ed:types-of($reading) = ('om', 'om.', 'omission')"/>
    <xsl:sequence select="string-length($bare) le 10 and (matches($bare, '^om(m?\.|it\.)$')
        or $bare = 'om' and ($typed or not($own = ('sa', 'pi', 'hi', 'ta', 'bo', 'ne')))
        or (some $lang in map:keys($ed:omission-words) satisfies ($typed or $lang ne $own)
          and matches($bare, '^(' || $ed:omission-words($lang) || ')$')))"/>
  </xsl:function>
  <!-- What the source says in the place of words: that they are omitted, or why there are none. -->
  <xsl:function name="ed:said-instead" as="xs:string?">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if ($kind = 'omission') then replace(ed:own-words($reading), '^\((.*)\)$', '$1')
        else if ($kind = 'reading' and ed:own-words($reading) = '' and ed:whole-reading($reading, $one) = '')
        then string-join(ed:types-of($reading) ! translate(., '-_', '  '), ' ') else ()"/>
  </xsl:function>

  <xsl:function name="ed:words-for" as="xs:string">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if ($kind = ('omission', 'torn', 'illegible', 'lost', 'space')) then ''
        else if ($kind = 'lemma' and $one/@method) then ed:own-words($reading)
        else ed:whole-reading($reading, $one)"/>
  </xsl:function>
  <!-- With the letters that touch it in the text, where the entry is about part of a word. -->
  <xsl:function name="ed:whole-reading" as="xs:string">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="words" as="xs:string" select="ed:own-words($reading)"/>
    <xsl:sequence select="
        if ($one/@method or not(ed:plain($one)) or ($words and ed:says-omission($words, $reading))) then $words
        else ed:around($one, $words)"/>
  </xsl:function>
  <xsl:function name="ed:own-words" as="xs:string">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:sequence select="
        if ($reading/@copied) then string($reading/@copied) else ed:reading-words($reading)"/>
  </xsl:function>

  <!-- The words of a reading, with the signs of the text for what is deleted, added or lost in it. -->
  <xsl:function name="ed:reading-words" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$reading/node()" mode="ed:reading"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>
  <xsl:mode name="ed:reading" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:reading" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template match="ed:inline[tokenize(@rend) = 'superscript']//text()" mode="ed:reading" as="xs:string">
    <xsl:sequence select="ed:superior(.)"/>
  </xsl:template>
  <xsl:template match="ed:note | *[@only = 'apparatus'] | ed:alternate/*[@only = 'diplomatic']
      | ed:inline[@kind = ('typed', 'sign', 'hyphen', 'apart')][@only = 'diplomatic']"
      mode="ed:reading" priority="2"/>
  <!-- What editors correct in the reading of a witness is what it has, unless the fault is said to be
       that of a source of its own. -->
  <xsl:template match="ed:inline[@kind = ('lem', 'rdg')][@wit]//ed:alternate/ed:inline[@kind = 'sic'][not(@source)]
      [@only = 'diplomatic']" mode="ed:reading" as="xs:string*" priority="3">
    <xsl:apply-templates mode="ed:reading"/>
  </xsl:template>
  <xsl:template match="ed:inline[@kind = ('lem', 'rdg')][@wit]//ed:alternate[ed:inline[@kind = 'sic'][not(@source)]
      [@only = 'diplomatic']]/ed:inline[@kind = 'corr']" mode="ed:reading" priority="3"/>
  <xsl:variable name="ed:reading-signs" as="map(xs:string, xs:string+)" select="map{
      'del': ('⟦', '⟧'), 'add': ('\', '/'), 'add-below': ('/', '\'), 'supplied': ('[', ']'),
      'secl': ('[', ']'), 'surplus': ('{', '}')}"/>
  <!-- What a witness had before it was corrected there is of its reading, too. -->
  <xsl:template match="ed:inline[@kind = 'rdg']//ed:alternate/ed:inline[@kind = 'del'][@only = 'diplomatic']"
      mode="ed:reading" as="xs:string*" priority="3">
    <xsl:text>⟦</xsl:text>
    <xsl:apply-templates mode="ed:reading"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>
  <xsl:template match="ed:inline[@kind = ('del', 'add', 'supplied', 'secl') or @kind = 'surplus' and normalize-space()]" mode="ed:reading"
      as="xs:string*" priority="1">
    <xsl:variable name="signs" as="xs:string+" select="
        ($ed:reading-signs(@kind || '-' || @place), $ed:reading-signs(@kind))"/>
    <xsl:sequence select="string((@open, $signs)[1])"/>
    <xsl:apply-templates mode="ed:reading"/>
    <xsl:sequence select="string((@close, $signs[2])[1])"/>
  </xsl:template>
  <xsl:template match="ed:gap" mode="ed:reading" as="xs:string">
    <xsl:sequence select="if (@sign) then string(@sign)
        else if (@kind = 'space') then ' ' else if (matches(@reason, '^omi')) then '' else '[…]'"/>
  </xsl:template>
  <xsl:template match="ed:break[@space]" mode="ed:reading" as="xs:string*">
    <xsl:sequence select="' '"/>
  </xsl:template>
  <xsl:template match="ed:line | ed:paragraph | ed:block | ed:list | ed:item | ed:label | ed:row | ed:cell | ed:heading"
      mode="ed:reading" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="ed:reading"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- What is said in a reading of itself, and not of an entry within it. -->
  <xsl:function name="ed:own-parts" as="element()*">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="$reading//(ed:inline[@kind = ('witDetail', $ed:torn)] | ed:note[@place = 'entry'])
        [ancestor::ed:alternate[@kind = 'variant'][1] is $one]"/>
  </xsl:function>

  <!-- What is said of witnesses of this reading: by name, or by the reading that it is about. -->
  <xsl:function name="ed:details" as="element(ed:detail)*">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="beside" as="element()*" select="
        $one/ed:inline[@kind = 'witDetail'][ed:is-about(., $reading)]"/>
    <xsl:for-each select="ed:own-parts($reading, $one)[@kind = 'witDetail'] | $beside">
      <ed:detail wit="{@wit}">{(ed:reading-words(.)[.], translate(@type, '-_', '  '))[1]}</ed:detail>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:is-about" as="xs:boolean">
    <xsl:param name="said" as="element()"/>
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:variable name="before" as="element()*" select="
        $said/preceding-sibling::ed:inline[@kind = ('lem', 'rdg')]"/>
    <xsl:variable name="theirs" as="element()*" select="$before[tokenize(@wit) = tokenize($said/@wit)]"/>
    <!-- One that points to the lemma tells of the reading that its witness has. -->
    <xsl:variable name="named" as="element()?" select="($reading/../ed:inline[@id = $said/@about])[1]
        [tokenize(@wit) = tokenize($said/@wit) or not(@kind = 'lem') or empty($theirs)]"/>
    <xsl:sequence select="exists(($named, $theirs[last()], $before[last()])[1][. is $reading])"/>
  </xsl:function>

  <!-- Notes on a reading, and on the entry: those that stand behind a reading are about it. -->
  <xsl:function name="ed:notes-on" as="element(ed:note)*">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:for-each select="ed:own-parts($reading, $one)[self::ed:note] |
        $one/ed:note[@place = 'entry'][ed:is-about(., $reading)]">
      <xsl:sequence select="ed:entry-note(.)"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:entry-notes" as="element(ed:note)*">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:sequence select="$one/ed:note[@place = 'entry'][not(@about = ../ed:inline/@id)]
        [empty(preceding-sibling::ed:inline[@kind = ('lem', 'rdg')])] ! ed:entry-note(.)"/>
  </xsl:function>
  <xsl:function name="ed:entry-note" as="element(ed:note)">
    <xsl:param name="note" as="element(ed:note)"/>
    <ed:note id="{$note/@id}">
      <xsl:for-each select="$note/@resp">
        <xsl:attribute name="resp" select="ed:responsible(root($note)/ed:document, .)"/>
      </xsl:for-each>
      <xsl:copy-of select="$note/@at"/>
      <xsl:sequence select="ed:doubt($note)"/>
      <xsl:text>{ed:reading-words($note)}</xsl:text>
    </ed:note>
  </xsl:function>
</xsl:stylesheet>
