<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors do to a text (chapters CO, PH, TC): corrections, expansions, supplied and deleted
     words, gaps, variants. The reading text has what the editors decided, the diplomatic text what
     the source has; both are kept, each marked for the one it belongs to. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="choice | subst | mod[ed:is-substitution(.)]" mode="ed:rules">
    <ed:alternate kind="{
        if (self::subst or self::mod) then 'revision'
        else if (corr) then 'correction' else if (expan) then 'expansion'
        else if (reg) then 'regularisation' else 'choice'}">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="(corr, reg, expan)[1]/(@resp, @cert, @evidence, @source)" mode="ed:common"/>
      <xsl:sequence select="ed:defect(sic/@ana)"/>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:alternate>
  </xsl:template>

  <!-- The class of a fault, in the words of the header: the gloss of its category, or all it says. Of
       several it is one or another, or all: a stroke parts them, as commas stand within what they say. -->
  <xsl:function name="ed:defect" as="attribute()*">
    <xsl:param name="classes" as="attribute(ana)*"/>
    <xsl:variable name="words" as="xs:string*" select="
        $classes ! (for $id in tokenize(.)[contains(., '#')] return
          key('ed:by-id', substring-after($id, '#'), root(.))/(catDesc, desc, gloss)[1]
            /(gloss, term, .)[1] ! normalize-space())"/>
    <xsl:if test="exists($words)">
      <xsl:attribute name="defect" select="string-join($words, ' / ')"/>
    </xsl:if>
  </xsl:function>

  <!-- What stands in one of the two texts, or in none of them. -->
  <xsl:template mode="ed:rules" match="
      choice/(sic | orig | abbr | corr | reg | expan | unclear | seg) | subst/del | ex | am | surplus | del">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="ed:only(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where a line or a page ends within what the editors write, that of the source ends, too: behind its
       form, in which no place is told. -->
  <xsl:template mode="ed:rules" priority="0.6"
      match="(sic | orig | abbr)[parent::choice/(corr | reg | expan)//(lb | pb | cb)][not(.//lb or .//pb or .//cb)]">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="breaks" as="node()*">
      <xsl:apply-templates select="../(corr | reg | expan)//(lb | pb | cb)" mode="ed:rules"/>
    </xsl:variable>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*, node()"/>
        <xsl:if test="@only = 'diplomatic'">
          <xsl:for-each select="$breaks/self::ed:break">
            <xsl:copy><xsl:copy-of select="@* except (@id, @divides), ed:named('space', 'yes')"/></xsl:copy>
          </xsl:for-each>
        </xsl:if>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <!-- Forms of a namespace of their own, such as those of Menota, stand for each other as those of the
       TEI do: from what is nearest to the source to what is furthest from it. -->
  <xsl:template match="choice/*[not(self::tei:*)]" mode="ed:rules" xmlns:tei="http://www.tei-c.org/ns/1.0">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="ed:only(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="choice/*[not(self::tei:*)]" mode="ed:only" as="xs:string"
      xmlns:tei="http://www.tei-c.org/ns/1.0">
    <xsl:variable name="forms" as="element()+" select="../*"/>
    <xsl:sequence select="
        if (exists($forms/self::tei:*)) then 'apparatus'
        else if (. is $forms[last()]) then 'reading'
        else if (. is $forms[1]) then 'diplomatic' else 'apparatus'"/>
  </xsl:template>

  <!-- The text that an element stands in by what editors found, whatever else becomes of it: none is
       given for what stands in both; "apparatus" is neither. -->
  <xsl:function name="ed:only" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element" mode="ed:only"/>
  </xsl:function>
  <xsl:mode name="ed:only" on-no-match="deep-skip"/>
  <xsl:template match="choice/sic | choice/orig | choice/abbr | subst/del" mode="ed:only" as="xs:string">
    <xsl:sequence select="if (ed:is-surer(.)) then 'diplomatic' else 'apparatus'"/>
  </xsl:template>
  <xsl:template match="choice/corr | choice/reg | choice/expan | ex" mode="ed:only" as="xs:string">
    <xsl:sequence select="if (ed:is-surer(.)) then 'reading' else 'apparatus'"/>
  </xsl:template>
  <!-- Where a choice has forms of the source alone, or of the editors alone, one stands in both texts. -->
  <xsl:template match="choice[not(* except (sic | orig | abbr))]/* | choice[not(* except (corr | reg | expan))]/*"
      mode="ed:only" priority="1" as="xs:string?">
    <xsl:variable name="alike" as="element()+" select="../*[node-name() = node-name(../*[1])]"/>
    <xsl:sequence select="'apparatus'[not(current() intersect $alike and ed:is-surer(current()))]"/>
  </xsl:template>
  <xsl:template match="surplus | am | del" mode="ed:only" as="xs:string">
    <xsl:sequence select="'diplomatic'"/>
  </xsl:template>
  <!-- The first of several possible readings is the editors' choice. -->
  <xsl:template match="choice/unclear | choice/seg" mode="ed:only" as="xs:string?">
    <xsl:sequence select="'apparatus'[exists(current()/preceding-sibling::*[node-name() = node-name(current())])]"/>
  </xsl:template>

  <!-- Of several of a kind in one choice, the surest, or the first of these, stands in the text. -->
  <xsl:variable name="ed:degrees" as="map(xs:string, xs:integer)"
      select="map{'high': 3, 'medium': 2, 'unknown': 1, 'low': 0}"/>
  <xsl:function name="ed:is-surer" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="fellows" as="element()+" select="
        if ($reading/parent::choice) then $reading/../*[node-name() = node-name($reading)] else $reading"/>
    <xsl:variable name="degree" as="function(element()) as xs:integer"
        select="function($one) {($ed:degrees(string($one/@cert)), 2)[1]}"/>
    <xsl:sequence select="empty($fellows[2])
        or $reading is sort($fellows, (), function($one) {-$degree($one)})[1]"/>
  </xsl:function>

  <!-- Alone, these mark words that stand in both texts. -->
  <xsl:template match="sic | corr | unclear | damage | restore | retrace | mod | ellipsis" mode="ed:rules">
    <xsl:call-template name="ed:reading"/>
  </xsl:template>

  <!-- What the editors hold to be none of the author's stands in braces where they have their say. -->
  <xsl:template match="secl" mode="ed:rules">
    <xsl:sequence select="ed:added('{'[ed:is-braced(current())], 'reading')"/>
    <xsl:call-template name="ed:reading"/>
    <xsl:sequence select="ed:added('}'[ed:is-braced(current())], 'reading')"/>
  </xsl:template>

  <xsl:function name="ed:is-braced" as="xs:boolean">
    <xsl:param name="words" as="element(secl)"/>
    <xsl:sequence select="ed:shows($words) and empty($words/(l | lg | p | ab | sp))"/>
  </xsl:function>

  <xsl:template name="ed:reading" as="element(ed:inline)">
    <xsl:param name="only" as="xs:string?" select="()"/>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'inline'"/>
      <xsl:with-param name="only" select="$only"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A gap is a gap, also beside words that are supplied for another. Words that another witness
       has for this very loss take its place in the reading text. What is unclear and has no letter
       is a gap, too. -->
  <!-- A space of no size is none: so some apparatus say that a witness has nothing there. -->
  <xsl:template match="space[@quantity[. castable as xs:decimal][xs:decimal(.) eq 0]]" mode="ed:rules" priority="5"/>
  <xsl:template match="gap | space | unclear[ed:has-no-letter(.)]" mode="ed:rules">
    <ed:gap kind="{if (self::space) then 'space' else 'gap'}">
      <xsl:if test="ed:is-filled(.)">
        <xsl:attribute name="only" select="'diplomatic'"/>
      </xsl:if>
      <xsl:copy-of select="@unit, ed:quantity(.), @extent, @atLeast, @atMost, @precision"/>
      <xsl:call-template name="ed:common"/>
      <xsl:variable name="own" as="element(desc)*"
          select="desc[@xml:lang ! ed:language-tag(.) = ed:page-lang(.)]"/>
      <xsl:for-each select="if (exists($own)) then $own else desc">
        <xsl:if test="position() gt 1"><xsl:text>; </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="ed:rules"/>
      </xsl:for-each>
    </ed:gap>
  </xsl:template>
  <!-- How many: a number in @extent says the same as @quantity. -->
  <xsl:function name="ed:quantity" as="attribute(quantity)?">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="extent" as="xs:string?"
        select="$gap/@extent[matches(., '^\s*\d+(\.\d+)?\s*$')] ! normalize-space()"/>
    <xsl:sequence select="($gap/@quantity, $extent[not($gap/(@atLeast | @atMost))] ! ed:named('quantity', .))[1]"/>
  </xsl:function>
  <xsl:function name="ed:is-filled" as="xs:boolean">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="exists($gap/self::gap/following-sibling::node()[1]/self::supplied
        [@source][@reason = $gap/@reason])"/>
  </xsl:function>

  <!-- The signs around supplied words tell what the source left out from what it lost. Where the
       encoding has typed brackets, or they stand around other words of the kind, these are they. -->
  <xsl:template match="supplied" mode="ed:rules">
    <xsl:variable name="signs" as="xs:string+" select="
        if (matches(normalize-space(), '^\[[^\[\]]*\]$') or ancestor::*[self::supplied or self::note][1]/self::supplied[ed:is-supplied-as(., current())]) then ('', '')
        else if (@reason = 'omitted') then ('⟨', '⟩') else if (@reason = $ed:unwritten) then ('(', ')')
        else ('[', ']')"/>
    <ed:inline kind="supplied" only="reading" open="{$signs[1]}"
        close="{if (@cert = 'low') then '(?)' else ''}{$signs[2]}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>
  <!-- Whether words are supplied for the same reason as others, so that one sign is for both. -->
  <xsl:function name="ed:is-supplied-as" as="xs:boolean">
    <xsl:param name="one" as="element(supplied)"/>
    <xsl:param name="other" as="element(supplied)"/>
    <xsl:variable name="kinds" as="xs:integer+" select="
        ($one, $other) ! (if (@reason = 'omitted') then 1 else if (@reason = $ed:unwritten) then 2 else 3)"/>
    <xsl:sequence select="$kinds[1] eq $kinds[2]"/>
  </xsl:function>
</xsl:stylesheet>
