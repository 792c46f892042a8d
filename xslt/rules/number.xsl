<?xml version="1.0" encoding="UTF-8"?>
<!-- The last step of the rules: what editors did is numbered through the text (key="c1"), so are the
     mentions of register entries (mention="m1"), notes are numbered, so that every format and every table points to the same thing. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:mode name="ed:number" on-no-match="shallow-copy"
      use-accumulators="ed:interventions ed:mentions"/>

  <!-- What editors did; patterns by name are tried for elements of that name alone. What the lemma of an
       entry that stands apart repeats is done in the text. -->
  <xsl:variable name="ed:repeated" static="yes" as="xs:string" select="
      '[not(ancestor::ed:apart and ancestor::ed:inline[@kind = ''lem''])]'"/>
  <xsl:variable name="ed:intervention" static="yes" as="xs:string" select="
      'ed:alternate' || $ed:repeated || ' | ed:gap[@kind = ''gap'']' || $ed:repeated ||
      ' | ed:inline[@kind = (''supplied'', ''surplus'', ''sic'', ''unclear'')][not(parent::ed:alternate)]' || $ed:repeated"/>

  <xsl:accumulator name="ed:interventions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule _match="{$ed:intervention}" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="ed:mentions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="ed:*[@entries]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="@entries" mode="ed:number" as="attribute()+">
    <xsl:copy/>
    <xsl:attribute name="mention" select="'m' || ../accumulator-before('ed:mentions')"/>
  </xsl:template>

  <xsl:template _match="{$ed:intervention}" mode="ed:number">
    <xsl:copy>
      <xsl:attribute name="key"
          select="ed:own-id(., 'c' || accumulator-before('ed:interventions'))"/>
      <xsl:apply-templates select="@*, node()" mode="ed:number"/>
    </xsl:copy>
  </xsl:template>

  <!-- A blank before words of one text alone goes with them, where punctuation follows. -->
  <xsl:template mode="ed:number" match="text()
      [following-sibling::node()[1]/self::ed:inline[@only = ('reading', 'diplomatic')][not(@kind = 'added')][normalize-space()]]
      [following-sibling::node()[not(self::ed:note or self::ed:link[@kind = 'note'])][2]/self::text()[matches(., '^[,.;:!?)\]]')]]
      [matches(ed:last-signs(., 2), '\S\s')]">
    <xsl:value-of select="substring(., 1, string-length(.) - 1)"/>
    <ed:inline kind="blank" only="{following-sibling::node()[1]/@only}"><xsl:text> </xsl:text></ed:inline>
  </xsl:template>

  <!-- A heading, an item or a list of which one text has nothing is in the other alone. A heading that
       the editors supplied keeps its place in the diplomatic text, and what leads to it. -->
  <xsl:template mode="ed:number" priority="1"
      match="(ed:heading[not(@label)] | ed:item | ed:list)[not(@only)][exists(ed:sole-text(.))]">
    <xsl:variable name="only" as="xs:string" select="ed:sole-text(.)"/>
    <xsl:variable name="made" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="ed:in-text($made, $only)"/>
  </xsl:template>
  <!-- The one text in which anything of a block stands; none where the other shows what editors did. What
       stands before an item is shown in it. -->
  <xsl:function name="ed:sole-text" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="holds" as="node()*" select="$block[descendant::*/@only][not(.//ed:alternate or .//@kind = 'surplus')]
        [not(self::ed:item) or empty(preceding-sibling::*[1][not(self::ed:item or self::ed:label or self::ed:block)])]
        //(text()[normalize-space()] | *[not(node())][not(self::ed:break[@unit = 'line'])])"/>
    <xsl:variable name="texts" as="xs:string*" select="distinct-values(
        $holds ! string-join(distinct-values((ancestor-or-self::* intersect $block/descendant::*)/@only), ' '))"/>
    <xsl:sequence select="$texts[count($texts) eq 1][. = ('diplomatic', 'reading'[not($block/self::ed:heading)])]"/>
  </xsl:function>

  <!-- Each series of notes has its own numbers: as printed, or the next one that is printed nowhere. Where
       there are notes of an author and of editors, the editors' have letters; other series have capitals,
       then Greek letters; a fifth has the numbers of the first in brackets, (1), and so on. Notes at the
       end are a series where others of that hand are at the foot. A translation's notes count for themselves. -->
  <xsl:template match="/" mode="ed:number">
    <xsl:variable name="document" as="element(ed:document)" select="ed:document"/>
    <xsl:variable name="notes" as="element(ed:note)*"
        select="$document/ed:text//ed:note[@place = ('foot', 'end')]"/>
    <xsl:variable name="kinds" as="xs:string*" select="
        distinct-values($notes[@place = 'foot'][not(@series)]/@kind)[not($document/@ed:notes-at)]"/>
    <xsl:variable name="series-of" as="function(*)" select="function($note) {
        ed:series-of($note) || ' end'[ed:is-apart-at-end($note, $kinds)]}"/>
    <xsl:variable name="found" as="xs:string*" select="distinct-values($notes ! $series-of(.))"/>
    <xsl:variable name="there" as="xs:string*" select="ed:series-of-notes($document)[. = $found]"/>
    <xsl:variable name="signs" as="map(xs:string, xs:string)*">
      <xsl:for-each-group select="$notes" group-by="ed:side-of(.)">
        <xsl:variable name="side" as="element(ed:note)+" select="current-group()"/>
        <xsl:for-each-group select="$side" group-by="$series-of(.)">
          <xsl:sequence select="ed:signs(current-group(), index-of($there, current-grouping-key())[1], $side)"/>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="signs" as="map(xs:string, xs:string)" select="map:merge($signs)"/>
    <xsl:document>
      <xsl:apply-templates mode="ed:number">
        <xsl:with-param name="kinds" tunnel="yes" select="$kinds"/>
        <xsl:with-param name="signs" tunnel="yes" select="$signs"/>
        <xsl:with-param name="unlike" tunnel="yes" select="ed:unlike-signs($notes, $signs)"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>

  <!-- Which text a note is of: the original, or a translation, by its language and its rank among those
       that stand behind each other; the second of two parts in two languages that correspond is one. -->
  <xsl:function name="ed:side-of" as="xs:string">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="side" as="element()?" select="
        $note/ancestor::*[self::ed:section or self::ed:text][@type = 'translation' or ed:is-other-side(.)][last()]"/>
    <xsl:sequence select="string($side ! (@lang || ' ' || count(preceding-sibling::*[@type = 'translation']
        [@lang = $side/@lang][not(following-sibling::*[. &lt;&lt; $side][not(@type = 'translation')])])))"/>
  </xsl:function>
  <xsl:function name="ed:is-other-side" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="other" as="element()?" select="
        $part[empty((preceding-sibling::ed:section, preceding-sibling::ed:text)[2])]
          [empty((following-sibling::ed:section, following-sibling::ed:text)[1])]
        /preceding-sibling::*[self::ed:section or self::ed:text][(ancestor-or-self::*/@lang)[last()] ne $part/@lang]"/>
    <xsl:sequence select="exists($other[ed:points-mostly($part, .) or ed:points-mostly(., $part)])"/>
  </xsl:function>
  <!-- Whether at least half of the blocks of one part say which one of the other they correspond to. -->
  <xsl:function name="ed:points-mostly" as="xs:boolean">
    <xsl:param name="from" as="element()"/>
    <xsl:param name="to" as="element()"/>
    <xsl:variable name="ids" as="xs:string*" select="$to//@id"/>
    <xsl:variable name="blocks" as="element()*" select="$from//(ed:paragraph | ed:line | ed:block[not(ed:line)])"/>
    <xsl:sequence select="exists($blocks) and 2 * count($blocks[tokenize(@corresp) = $ids]) ge count($blocks)"/>
  </xsl:function>

  <!-- Whether a note is one of those at the end, where others of its hand are at the foot. -->
  <xsl:function name="ed:is-apart-at-end" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="kinds-at-foot" as="xs:string*"/>
    <xsl:sequence select="exists($note[@place = 'end'][not(@series)][@kind = $kinds-at-foot])"/>
  </xsl:function>
  <xsl:variable name="ed:formats" as="xs:string+" select="'1', 'a', 'A', 'α'"/>
  <xsl:function name="ed:signs" as="map(xs:string, xs:string)">
    <xsl:param name="notes" as="element(ed:note)*"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:param name="all" as="element(ed:note)*"/>
    <xsl:variable name="format" as="xs:string" select="$ed:formats[($rank - 1) mod count($ed:formats) + 1]"/>
    <xsl:variable name="around" as="xs:integer" select="($rank - 1) idiv count($ed:formats)"/>
    <xsl:variable name="unsigned" as="element(ed:note)*" select="$notes[not(@n)]"/>
    <xsl:variable name="printed" as="map(xs:string, xs:boolean)"
        select="map:merge($all/@n ! map{string(): true()})"/>
    <xsl:variable name="free" as="xs:string*" select="
        (1 to count($unsigned) + map:size($printed)) ! ed:in-brackets(format-integer(., $format), $around)
        [not(map:contains($printed, .))]"/>
    <xsl:map>
      <xsl:for-each select="$unsigned">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:map-entry key="generate-id()" select="$free[$at]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="ed:in-brackets" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="around" as="xs:integer"/>
    <xsl:sequence select="if ($around eq 0) then $sign else '(' || ed:in-brackets($sign, $around - 1) || ')'"/>
  </xsl:function>

  <xsl:function name="ed:sign-of" as="xs:string?">
    <xsl:param name="note" as="element(ed:note)?"/>
    <xsl:param name="signs" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="$note ! (@n, $signs(generate-id()))[1]"/>
  </xsl:function>

  <!-- Where printed numbers begin anew, as in each chapter, what tells a note from others of its
       number where no link does: 2.1 is the 1 of the second time. -->
  <xsl:function name="ed:unlike-signs" as="map(xs:string, xs:string)">
    <xsl:param name="notes" as="element(ed:note)*"/>
    <xsl:param name="signs" as="map(xs:string, xs:string)"/>
    <xsl:variable name="times" as="map(xs:string, xs:integer)" select="map:merge(
        $notes ! map{string(ed:sign-of(., $signs)): 1}, map{'duplicates': 'combine'})
        => map:for-each(function($sign, $ones) {map{$sign: count($ones)}}) => map:merge()"/>
    <xsl:iterate select="if (map:size($times) lt count($notes)) then $notes else ()">
      <xsl:param name="unlike" as="map(xs:string, xs:string)" select="map{}"/>
      <xsl:param name="met" as="map(xs:string, xs:boolean)" select="map{}"/>
      <xsl:param name="series" as="xs:integer" select="1"/>
      <xsl:on-completion select="$unlike"/>
      <xsl:variable name="sign" as="xs:string" select="string(ed:sign-of(., $signs))"/>
      <xsl:variable name="anew" as="xs:boolean" select="map:contains($met, $sign)"/>
      <xsl:variable name="now" as="xs:integer" select="if ($anew) then $series + 1 else $series"/>
      <xsl:next-iteration>
        <xsl:with-param name="unlike" select="
            if ($times($sign) gt 1) then map:put($unlike, generate-id(), $now || '.' || $sign) else $unlike"/>
        <xsl:with-param name="met" select="map:put(if ($anew) then map{} else $met, $sign, true())"/>
        <xsl:with-param name="series" select="$now"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:template match="ed:note" mode="ed:number">
    <xsl:param name="signs" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="unlike" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="kinds" as="xs:string*" tunnel="yes"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="ed:number"/>
      <xsl:if test="ed:is-apart-at-end(., $kinds)"><xsl:attribute name="series" select="'end'"/></xsl:if>
      <xsl:if test="ed:sign-of(., $signs)">
        <xsl:attribute name="n" select="ed:sign-of(., $signs)"/>
        <xsl:if test="not(@n)"><xsl:attribute name="counted" select="'yes'"/></xsl:if>
      </xsl:if>
      <xsl:for-each select="$unlike(generate-id())"><xsl:attribute name="unlike" select="."/></xsl:for-each>
      <xsl:apply-templates mode="ed:number"/>
    </xsl:copy>
  </xsl:template>

  <!-- A pointer to a note has its number for words; a further call of one has it as the first has. -->
  <xsl:key name="ed:noted" match="ed:note" use="@id"/>
  <xsl:template match="ed:link[@kind = ('note', 'note-number')]" mode="ed:number">
    <xsl:param name="signs" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="unlike" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="note" as="element()?" select="key('ed:noted', substring-after(@target, '#'))[1]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="ed:number"/>
      <xsl:for-each select="$note ! $unlike(generate-id())"><xsl:attribute name="unlike" select="."/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="@kind = 'note'"><xsl:attribute name="n" select="ed:sign-of($note, $signs)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="ed:sign-of($note, $signs)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
