<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription of primary sources (chapter PH): deletions and additions that run over several
     elements, what was restored or undone, hands, marks of revision. The reading text has the last
     state of the source, the diplomatic text all that is written there. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where a span ends, by the id of what ends it; only ends that exist and come later count. -->
  <xsl:key name="ed:span-ends" match="(delSpan | addSpan | damageSpan | mod[@spanTo])
      [ed:ends(.)]" use="substring-after(@spanTo, '#')"/>
  <xsl:function name="ed:ends" as="xs:boolean">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="exists(key('ed:by-id', substring-after($span/@spanTo, '#'), root($span))
        [. &gt;&gt; $span])"/>
  </xsl:function>

  <!-- The spans that are open at a place. -->
  <xsl:accumulator name="ed:open-spans" as="element()*" initial-value="()">
    <xsl:accumulator-rule match="delSpan | addSpan | damageSpan | mod[@spanTo]"
        select="$value, .[ed:ends(.)]"/>
    <xsl:accumulator-rule match="*[@xml:id]" phase="end"
        select="$value[substring-after(@spanTo, '#') ne current()/@xml:id]"/>
  </xsl:accumulator>

  <!-- Words in a span are what an element around them would make of them. -->
  <xsl:template match="text()[exists(accumulator-before('ed:open-spans'))]" mode="ed:rules"
      priority="1">
    <xsl:variable name="spans" as="element()*" select="accumulator-before('ed:open-spans')"/>
    <xsl:variable name="span" as="element()"
        select="($spans/self::delSpan, $spans/self::addSpan, $spans)[1]"/>
    <ed:inline kind="{replace(local-name($span), 'Span$', '')}" part="span">
      <xsl:if test="$span/self::delSpan[not(ed:is-undone(.))]">
        <xsl:attribute name="only" select="'diplomatic'"/>
      </xsl:if>
      <xsl:apply-templates select="$span/(@hand, @change)" mode="ed:common"/>
      <xsl:value-of select="."/>
    </ed:inline>
  </xsl:template>

  <!-- A block of which nothing stays is in the diplomatic text alone. -->
  <xsl:template mode="ed:rules" priority="7"
      match="(p | ab | l | lg | head | item | sp | div)[ed:is-struck(.)]">
    <xsl:variable name="made" as="element()*"><xsl:next-match/></xsl:variable>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:attribute name="only" select="'diplomatic'"/>
        <xsl:copy-of select="@* except @only, node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="ed:is-struck" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="open" as="element()*" select="
        $block/accumulator-before('ed:open-spans')/self::delSpan[not(ed:is-undone(.))]"/>
    <xsl:sequence select="exists($block/accumulator-after('ed:open-spans') intersect $open)"/>
  </xsl:function>

  <!-- Both ends are marked in the diplomatic text. -->
  <xsl:variable name="ed:span-signs" as="map(xs:string, xs:string+)" select="map{
      'delSpan': ('⟦', '⟧'), 'addSpan': ('‹', '›'), 'damageSpan': ('⟨', '⟩'), 'mod': ('‹', '›')}"/>
  <xsl:template match="delSpan | addSpan | damageSpan | mod[@spanTo]" mode="ed:rules" priority="0.6">
    <xsl:if test="ed:ends(.)">
      <ed:inline kind="span-start" only="diplomatic">
        <xsl:call-template name="ed:common"/>
        <xsl:value-of select="$ed:span-signs(local-name())[1]"/>
        <!-- Of what was done to the words the transcript's own word is told. -->
        <xsl:value-of select="self::mod/(@rend, @type, @subtype)[1] ! (normalize-space() || ': ')"/>
      </ed:inline>
    </xsl:if>
  </xsl:template>
  <xsl:template match="*[@xml:id][key('ed:span-ends', @xml:id)]" mode="ed:rules" priority="10">
    <xsl:next-match/>
    <ed:inline kind="span-end" only="diplomatic">
      <xsl:value-of separator="" select="reverse(key('ed:span-ends', @xml:id))
          ! $ed:span-signs(local-name())[2]"/>
    </ed:inline>
  </xsl:template>

  <!-- What was struck and restored stands; so does what was undone, unless that was redone. -->
  <xsl:key name="ed:undone" match="undo" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:key name="ed:redone" match="redo" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:function name="ed:is-undone" as="xs:boolean">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="ids" as="xs:string*"
        select="$change/(@xml:id | parent::mod/@xml:id) ! string()"/>
    <xsl:variable name="undone" as="element()*" select="$ids ! key('ed:undone', ., root($change))"/>
    <xsl:variable name="again" as="element()*" select="
        ($ids, $undone/@xml:id) ! key('ed:redone', ., root($change))"/>
    <xsl:sequence select="exists($change/ancestor::restore) or
        (exists($undone) and empty($again[. &gt;&gt; $undone[last()]]))"/>
  </xsl:function>
  <xsl:template match="del[ed:is-undone(.)] | subst/del[ed:is-undone(.)]" mode="ed:rules"
      priority="2">
    <ed:inline kind="restored">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>
  <!-- A part of what was struck stands again: the rest is struck on both sides of it. -->
  <xsl:key name="ed:kept-parts" use="ancestor::del[1]/generate-id()" match="
      *[@xml:id][not(self::del)][ancestor::del][key('ed:undone', @xml:id)] |
      restore[not(.//del)]"/>
  <xsl:function name="ed:is-kept-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(key('ed:kept-parts', $element/ancestor::del[1]/generate-id(), root($element))
        intersect $element)"/>
  </xsl:function>
  <xsl:template match="del[exists(key('ed:kept-parts', generate-id()))]" mode="ed:rules" priority="4">
    <xsl:call-template name="ed:content"/>
  </xsl:template>
  <xsl:template match="del//text()[exists(key('ed:kept-parts', generate-id(ancestor::del[1])))]
      [not(ancestor::*[ed:is-kept-part(.)])]" mode="ed:rules" priority="2">
    <ed:inline kind="del" only="diplomatic"><xsl:value-of select="."/></ed:inline>
  </xsl:template>
  <xsl:template match="*[ancestor::del][ed:is-kept-part(.)]" mode="ed:rules" priority="11">
    <ed:inline kind="restored"><xsl:next-match/></ed:inline>
  </xsl:template>
  <!-- What stands again is in both texts; where a part does, its words say themselves which are in. -->
  <xsl:template match="del[ed:is-undone(.) or exists(key('ed:kept-parts', generate-id()))]" mode="ed:only"
      priority="1"/>
  <xsl:template match="undo | redo | substJoin" mode="ed:rules"/>

  <!-- Signs of revision are not words of the text. -->
  <xsl:template match="metamark" mode="ed:rules" priority="1">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="'diplomatic'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Another hand goes on: who, as the header or the sign itself says. -->
  <xsl:template match="handShift" mode="ed:rules">
    <xsl:variable name="pointer" as="xs:string" select="string((@new, @scribeRef)[1])"/>
    <xsl:variable name="note" as="element()?"
        select="key('ed:by-id', substring-after($pointer, '#'))[1]"/>
    <ed:inline kind="handShift" only="diplomatic">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="ed:is-close(preceding-sibling::node()[1]/self::text(), '\S$')
          and matches(following-sibling::node()[1]/self::text(), '^\s')"><xsl:text> </xsl:text></xsl:if>
      <xsl:text>‹</xsl:text>
      <xsl:value-of select="ed:say('handNote', .), ($note/(@n, @scribe, persName),
          $note[string-length(normalize-space()) le 60], replace($pointer, '^.*#', ''),
          @scribe, @medium, @script)[normalize-space()][1] ! normalize-space()"/>
      <xsl:text>›</xsl:text>
      <xsl:if test="ed:is-close(following-sibling::node()[not(self::anchor or self::*[@spanTo])][1][not(self::fw)], '^\S')
          and not(ed:is-close(preceding-sibling::node()[1]/self::text(), '\S$'))"><xsl:text> </xsl:text></xsl:if>
    </ed:inline>
  </xsl:template>
  <xsl:template match="@hand" mode="ed:common" as="attribute()">
    <xsl:attribute name="hand" select="replace(., '^.*#', '')"/>
  </xsl:template>

  <!-- The stages in which a text came to be, as its header names and orders them; one alone says nothing. -->
  <xsl:function name="ed:stages" as="element(change)*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="named" as="element(change)*" select="
        $root/descendant-or-self::teiHeader[1]/profileDesc/creation//listChange[not(@ordered = 'false')]
          /change[@xml:id][normalize-space() or @n]"/>
    <xsl:sequence select="
        if (empty($named[2])) then ()
        else if (every $one in $named satisfies $one/@seq castable as xs:integer)
        then sort($named, (), function($one) {xs:integer($one/@seq)}) else $named"/>
  </xsl:function>
  <xsl:function name="ed:stage-fields" as="element(ed:field)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:for-each select="ed:stages(root($header))">
      <ed:field name="stage"><xsl:value-of select="(ed:said-by(.)[.], @n)[1]"/></ed:field>
    </xsl:for-each>
  </xsl:function>
  <!-- The first of them to which words belong: that in which they were written, or deleted. -->
  <xsl:template match="@change" mode="ed:common" as="attribute()?">
    <xsl:variable name="stages" as="element(change)*" select="ed:stages(root(.))"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize(.) ! substring-after(., '#')"/>
    <xsl:for-each select="(for $n in 1 to count($stages) return $n[$stages[$n]/@xml:id = $ids])[1]">
      <xsl:attribute name="stage" select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Where an addition stands, in one word for each place: margin_left and marginLeft are the margin,
       left; aboveLine and superlinear are above. -->
  <xsl:template match="add" mode="ed:rules">
    <ed:inline kind="add">
      <xsl:for-each select="@place">
        <xsl:variable name="side" as="xs:string" select="
            replace(lower-case(normalize-space()), '^margin[-_]?(left|right|top|bottom)$', 'margin $1')"/>
        <xsl:attribute name="place" select="
            if (matches($side, '^((sub|infra)linear|below[-_]?line)$')) then 'below'
            else if (matches($side, '^((super|supra)linear|above[-_]?line)$')) then 'above'
            else if (starts-with($side, 'margin ')) then $side else normalize-space()"/>
      </xsl:for-each>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>

  <!-- What should be empty and holds words keeps them. -->
  <xsl:template mode="ed:rules" priority="12" match="
      (anchor | lb | pb | cb | gb | milestone | handShift | addSpan | delSpan | damageSpan |
      shift | mod[@spanTo])[normalize-space()]">
    <xsl:next-match/>
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
