<?xml version="1.0" encoding="UTF-8"?>
<!-- Which of the two texts calls a note, and whose the mark is: that of the source, or of editors, who
     placed it where the source has none (called-in, called-by).
     An author's note whose mark stands in words that one of the two texts alone has (supplied,
     corrected, left out) is a note of the other text, too: it is called where these words would
     stand, by a mark that the editors place. What the author deleted is not called anew. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="ed:call-facts" as="attribute()*">
    <xsl:param name="call" as="element()?"/>
    <xsl:if test="$call">
      <!-- An anchor keeps its id; what is nearest to the number says how sure it is. -->
      <xsl:copy-of select="$call[not(self::anchor)]/@xml:id ! ed:named('call', .)"/>
      <xsl:call-template name="ed:call-placed"><xsl:with-param name="call" select="$call"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="ed:call-placed" as="attribute()*">
    <xsl:param name="call" as="element()?"/>
    <xsl:if test="$call">
      <xsl:variable name="around" as="element()?" select="(ed:supplied-around($call), ed:changed-around($call, .))[1]"/>
      <xsl:variable name="said" as="element(certainty)*" select="ed:said-of-place(($call, $call//supplied, $around))"/>
      <!-- Of a mark of the source only its place can be less than certain. -->
      <xsl:variable name="is-printed" as="xs:boolean" select="
          exists($call[self::ref | self::ptr][normalize-space()]) and not(ed:is-restored($call, .))"/>
      <xsl:copy-of select="($call/@cert, $said/@cert)[1][$is-printed] ! ed:named('place-cert', .)"/>
      <xsl:apply-templates mode="ed:common" select="
          ($call//supplied/@cert, $call/@cert, $around/@cert, $said/@cert)[not($is-printed)][1],
          ($call//supplied/@evidence, $call/@evidence, $around/@evidence)[1]"/>
      <xsl:copy-of select="string-join($said ! ed:words-of-certainty(.), '; ')[.] ! ed:named('place-why', .)"/>
      <xsl:copy-of select="string-join(distinct-values(($call//supplied, $call, $around, $said)/@source ! tokenize(.)), ' ')[.]
          ! ed:named('place-source', .)"/>
      <xsl:if test="ed:is-restored($call, .)">
        <xsl:attribute name="called-in" select="'reading'"/>
        <xsl:copy-of select="($call/@resp, $call//supplied/@resp, $around/@resp)[1] ! ed:named('called-by', .)"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- What is said apart, in words, of where a mark stands: the ground of its place. It is told with the note. -->
  <xsl:key name="ed:said-of-place" use="tokenize(@target) ! substring-after(., '#')"
      match="certainty[@locus = ('location', 'start', 'end')][normalize-space()][not(@assertedValue or @given)]"/>
  <xsl:function name="ed:said-of-place" as="element(certainty)*">
    <xsl:param name="marks" as="element()*"/>
    <xsl:sequence select="$marks/key('ed:said-of-place', @xml:id)"/>
  </xsl:function>
  <xsl:function name="ed:words-of-certainty" as="xs:string">
    <xsl:param name="said" as="element(certainty)"/>
    <xsl:variable name="own" as="element(desc)*"
        select="$said/desc[@xml:lang ! ed:language-tag(.) = ed:page-lang(.)]"/>
    <xsl:sequence select="string-join(
        (if (exists($own)) then $own else if ($said/desc) then $said/desc else $said) ! normalize-space(), '; ')"/>
  </xsl:function>
  <xsl:function name="ed:is-of-marks" as="xs:boolean">
    <xsl:param name="said" as="element(certainty)"/>
    <xsl:variable name="meant" as="element()*" select="
        tokenize($said/@target) ! key('ed:by-id', substring-after(., '#'), root($said))[1]"/>
    <xsl:sequence select="exists(ed:said-of-place($meant) intersect $said) and (every $one in $meant satisfies
        exists($one/(ancestor-or-self::ref | self::ptr | .//ref | .//ptr)/ed:called(.))
        or exists($one/self::anchor/key('ed:attached', @xml:id)))"/>
  </xsl:function>
  <xsl:template match="certainty[ed:is-of-marks(.)]" mode="ed:rules" priority="2"/>
  <xsl:template match="standOff/certainty[ed:is-of-marks(.)]" mode="ed:unshown" priority="1"/>

  <!-- The source has no such mark here: it is supplied, an empty pointer or anchor is signed, or whoever
       answers for it says how sure it is. The anchor of an editors' note is no mark of a source. -->
  <xsl:function name="ed:is-restored" as="xs:boolean">
    <xsl:param name="call" as="element()"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($call//supplied) or exists(ed:supplied-around($call))
        or exists(ed:changed-around($call, $note))
        or exists($call[@resp and @cert or not(normalize-space()) and (@resp or @cert)]
          [not(self::anchor and ed:is-editorial($note))])"/>
  </xsl:function>

  <!-- The form that editors put for that of the source, where it has the mark and the source has not. -->
  <xsl:function name="ed:changed-around" as="element()?">
    <xsl:param name="call" as="element()"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$call/ancestor::*[self::corr or self::reg or self::expan][parent::choice][1]
        [../(sic | orig | abbr)][not($note/(ed:calls(.), ed:aimed-at-by(.)) intersect ../(sic | orig | abbr)//*)]"/>
  </xsl:function>

  <!-- Words supplied that are marks of notes alone: the notes tell of them. -->
  <xsl:function name="ed:supplied-around" as="element(supplied)?">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="$call/ancestor::supplied[ed:holds-marks-alone(.)][1]"/>
  </xsl:function>
  <xsl:function name="ed:holds-marks-alone" as="xs:boolean">
    <xsl:param name="supplied" as="element(supplied)"/>
    <xsl:variable name="marks" as="element()*" select="$supplied//(
        (ref | ptr)[ed:called(.)[ed:is-apart(.)]] | anchor[key('ed:attached', @xml:id)])"/>
    <xsl:sequence select="exists($marks) and empty($supplied//(text()[normalize-space()] | *[not(node())])
        [not(ancestor-or-self::* intersect $marks)])"/>
  </xsl:function>
  <xsl:template match="supplied[ed:holds-marks-alone(.)]" mode="ed:rules" priority="4">
    <xsl:if test="@xml:id"><ed:anchor><xsl:copy-of select="@xml:id ! ed:named('id', .)"/></ed:anchor></xsl:if>
    <xsl:apply-templates mode="ed:rules"/>
    <xsl:apply-templates select="ed:notes-after(.)" mode="ed:placed"><xsl:with-param name="at" select="."/></xsl:apply-templates>
  </xsl:template>

  <!-- The calls of notes in behaviours, where the words around the mark are in one of the texts alone. -->
  <xsl:mode name="ed:keep-notes" on-no-match="shallow-copy"/>
  <!-- A note that is moved, or one that another text has again. -->
  <xsl:mode name="ed:kept-note" on-no-match="shallow-copy"/>

  <xsl:key name="ed:called-again" match="ed:link[@kind = 'note']" use="substring-after(@target, '#')"/>
  <!-- Notes by the words that hide them in one of the two texts. -->
  <xsl:key name="ed:hidden" match="ed:note" use="(ed:hiding(., 'reading'), ed:hiding(., 'diplomatic')) ! generate-id()"/>

  <!-- What editors supply, or put for what the source has, and that. A translation stands in one of
       the two texts, too, and has its notes with it. -->
  <xsl:variable name="ed:of-editors-alone" as="xs:string*" select="
      'supplied', 'corr', 'reg', 'expan', 'ex', 'sic', 'orig', 'abbr', 'am'"/>
  <!-- The words, with what stands for them in the other text, that keep a note of the author from a
       text that has no call of it. A note in a note is one of the text that has that. -->
  <xsl:function name="ed:hiding" as="element()?">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="element()*" select="
        $note[not(@kind = 'editorial' or @place = 'entry')][empty(ancestor::ed:about)]
          /(ancestor::* except ancestor::ed:note[1]/ancestor-or-self::*)[@only[. ne $text]]"/>
    <xsl:if test="exists($words)
        and (every $one in $words satisfies $one[@only = ('reading', 'diplomatic')]
          [@kind = $ed:of-editors-alone or parent::ed:alternate[not(@kind = 'revision')]])
        and not($note/@id/key('ed:called-again', ., root($note))[not(ancestor-or-self::*/@only[. ne $text])])">
      <xsl:sequence select="$words[1]/(parent::ed:alternate, .)[1]"/>
    </xsl:if>
  </xsl:function>
  <!-- The text to which a note moves: it stays in words of the reading text. -->
  <xsl:function name="ed:moves-to" as="xs:string?">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="only" as="xs:string*" select="
        $note/(ancestor::* except ancestor::ed:note[1]/ancestor-or-self::*)/@only"/>
    <xsl:sequence select="('reading', 'diplomatic')[$only = 'diplomatic'][exists(ed:hiding($note, .))][1]"/>
  </xsl:function>

  <xsl:template match="ed:alternate | *[@only]" mode="ed:keep-notes">
    <xsl:next-match/>
    <xsl:variable name="words" as="element()" select="."/>
    <xsl:for-each select="key('ed:hidden', generate-id())">
      <xsl:apply-templates select="." mode="ed:kept-note">
        <xsl:with-param name="texts" tunnel="yes" select="('reading', 'diplomatic')[ed:hiding(current(), .) is $words]"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- A note of the reading text stays in its place, and the diplomatic text calls it. One of the
       diplomatic text, or in words that neither has, moves to where a text has it. -->
  <xsl:template match="ed:note[@place = ('foot', 'end')]" mode="ed:kept-note">
    <xsl:param name="texts" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="note" as="element(ed:note)" select="."/>
    <xsl:for-each select="$texts">
      <xsl:choose>
        <xsl:when test=". = ed:moves-to($note)">
          <ed:note>
            <xsl:copy-of select="$note/(@* except @call)"/>
            <xsl:attribute name="called-in" select="."/>
            <xsl:apply-templates select="$note/node()" mode="ed:keep-notes"/>
          </ed:note>
        </xsl:when>
        <xsl:otherwise><ed:link kind="note" target="#{$note/@id}" only="{.}" called-in="{.}"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="ed:note[@place = ('foot', 'end')][ed:moves-to(.)]" mode="ed:keep-notes">
    <ed:link kind="note" target="#{@id}"><xsl:copy-of select="@call/ed:named('id', .)"/></ed:link>
  </xsl:template>
  <!-- One that stands in its place, as in a margin, stands there again; its ids are given once. -->
  <xsl:template match="ed:note" mode="ed:kept-note">
    <xsl:param name="texts" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="note" as="element(ed:note)" select="."/>
    <xsl:for-each select="$texts">
      <ed:note only="{.}" again="yes">
        <xsl:apply-templates select="$note/@*" mode="ed:kept-note"/>
        <xsl:apply-templates select="$note/node()" mode="ed:kept-note">
          <xsl:with-param name="texts" tunnel="yes" select="."/>
        </xsl:apply-templates>
      </ed:note>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="@id | @call" mode="ed:kept-note"/>
</xsl:stylesheet>
