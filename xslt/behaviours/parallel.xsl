<?xml version="1.0" encoding="UTF-8"?>
<!-- A text and its translation: which parts are the two sides of one another, and which blocks of
     them say the same. Where they stand on a page is the formats'. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:key name="ed:translations" match="ed:*[ed:is-translation(.)]" use="ed:in-translation(.) ! generate-id()"/>
  <xsl:key name="ed:by-id" match="*[@id]" use="@id"/>
  <xsl:key name="ed:corresponding" match="(ed:section | ed:text)[@corresp]" use="tokenize(@corresp)"/>

  <!-- The other side of an original: its translation, or the other of two texts of a group, or of two
       divisions, whose parts correspond. -->
  <xsl:function name="ed:other-side" as="element()?" visibility="public">
    <xsl:param name="side" as="element()"/>
    <xsl:sequence select="(key('ed:translations', generate-id($side), root($side)),
        $side[self::ed:text[parent::ed:text] or self::ed:section]/following-sibling::*[node-name() = node-name($side)][1]
          [ed:is-second(.)])[1]"/>
  </xsl:function>

  <!-- All that stands beside a text: its translations, or the other versions of it, in one language each. -->
  <xsl:function name="ed:sides" as="element()*" visibility="public" cache="yes">
    <xsl:param name="side" as="element()"/>
    <xsl:variable name="translations" as="element()*" select="key('ed:translations', generate-id($side), root($side))"/>
    <xsl:sequence select="if (exists($translations)) then $translations else (ed:other-side($side), ed:further-versions($side))"/>
  </xsl:function>
  <!-- Three texts of a group, or divisions, and more, in as many languages, each of which corresponds to the first. -->
  <xsl:function name="ed:further-versions" as="element()*">
    <xsl:param name="first" as="element()"/>
    <xsl:variable name="others" as="element()*" select="
        $first[self::ed:text[parent::ed:text] or self::ed:section][not(preceding-sibling::*[node-name() = node-name($first)])]
          /following-sibling::*[node-name() = node-name($first)]"/>
    <xsl:variable name="all" as="element()*" select="$first, $others"/>
    <xsl:if test="$others[2] and (every $one in $all satisfies $one/@lang and ed:may-be-original($one))
        and count(distinct-values($all/@lang)) eq count($all)">
      <xsl:sequence select="$others[every $other in $others satisfies ed:correspond($first, $other)
          and ed:mostly-correspond(ed:units($first), ed:units($other))]"/>
    </xsl:if>
  </xsl:function>

  <!-- What a part is the other side of. -->
  <xsl:function name="ed:original-of" as="element()?" visibility="public">
    <xsl:param name="side" as="element()"/>
    <xsl:sequence select="($side[ed:is-translation(.)] ! ed:in-translation(.)
        | $side/preceding-sibling::*[node-name() = node-name($side)][1])[ed:other-side(.) is $side][1]"/>
  </xsl:function>

  <xsl:function name="ed:is-translation" as="xs:boolean" visibility="public">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part[self::ed:section or self::ed:text]/@type = 'translation'"/>
  </xsl:function>
  <!-- The second of two texts of a group, in another language, whose parts correspond; of two divisions,
       where most blocks do. -->
  <xsl:function name="ed:is-second" as="xs:boolean">
    <xsl:param name="side" as="element()"/>
    <xsl:variable name="first" as="element()?" select="
        if ($side/self::ed:text) then
          $side[empty((preceding-sibling::ed:text[2], following-sibling::ed:text))]/preceding-sibling::ed:text
        else $side[@lang][empty((preceding-sibling::ed:section[2], following-sibling::ed:section))]
          /preceding-sibling::ed:section[not(ed:lang(.) = ed:lang($side))][ed:may-be-original(.) and ed:may-be-original($side)]"/>
    <xsl:sequence select="exists($first) and not($first/@lang = $side/@lang)
        and exists($side[@lang or .//@lang]) and ed:correspond($first, $side)
        and ($side/self::ed:text or ed:mostly-correspond(ed:units($first), ed:units($side)))"/>
  </xsl:function>
  <xsl:function name="ed:mostly-correspond" as="xs:boolean">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:sequence select="2 * count(ed:matches($ours, $theirs, ed:names#1, ed:named#1)) ge count($ours)"/>
  </xsl:function>
  <xsl:function name="ed:correspond" as="xs:boolean" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="other" as="element()"/>
    <xsl:sequence select="exists((
        key('ed:by-id', $one/descendant-or-self::*/@corresp/tokenize(.), $other),
        key('ed:by-id', $other/descendant-or-self::*/@corresp/tokenize(.), $one)))"/>
  </xsl:function>

  <!-- The text that a translation is of: the one that it names, else the one it stands behind, else
       the one that stands behind it. -->
  <xsl:function name="ed:in-translation" as="element()?">
    <xsl:param name="translation" as="element()"/>
    <xsl:variable name="named" as="element()*" select="
        key('ed:by-id', tokenize($translation/@corresp), root($translation)),
        $translation/@id ! key('ed:corresponding', ., root($translation))"/>
    <xsl:sequence select="(
        $named[node-name() = node-name($translation)][.. is $translation/..][ed:may-be-original(.)],
        ed:originals-beside($translation/..)(generate-id($translation)))[1]"/>
  </xsl:function>
  <xsl:function name="ed:may-be-original" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="not($part/@type = $ed:beside-text or $part/@only)"/>
  </xsl:function>
  <!-- Of all translations in one place at once: there may be thousands. -->
  <xsl:function name="ed:originals-beside" as="map(xs:string, element())" cache="yes">
    <xsl:param name="around" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$around/(ed:section | ed:text)" group-by="node-name()">
        <xsl:variable name="first" as="element()?" select="current-group()[ed:may-be-original(.)][1]"/>
        <xsl:for-each-group select="current-group()" group-starting-with="*[ed:may-be-original(.)]">
          <xsl:variable name="original" as="element()?" select="(.[ed:may-be-original(.)], $first)[1]"/>
          <xsl:sequence select="current-group()[ed:is-translation(.)] ! map{generate-id(): $original}[exists($original)]"/>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The blocks of a side that may stand beside others, in their order. A long stanza goes line by
       line. -->
  <xsl:function name="ed:units" as="element()*" visibility="public">
    <xsl:param name="side" as="element()"/>
    <xsl:sequence select="$side/* !
        (if (self::ed:section or self::ed:text or self::ed:part or ed:is-long-stanza(.)
          or self::ed:block[@kind = ('lg', 'ab')][ed:block or ed:paragraph])
        then ed:units(.) else .)"/>
  </xsl:function>
  <xsl:function name="ed:is-long-stanza" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        exists($block[self::ed:block][@kind = 'lg'][count(ed:line) gt 16 or ed:line/@corresp])"/>
  </xsl:function>

  <!-- What stands on either side of a pair: one array each, of two sequences of blocks. Every block
       is in one pair. -->
  <xsl:function name="ed:pairs" as="array(*)*" visibility="public">
    <xsl:param name="original" as="element()"/>
    <xsl:param name="translation" as="element()"/>
    <xsl:sequence select="ed:paired(ed:units($original), ed:units($translation))"/>
  </xsl:function>
  <xsl:function name="ed:paired" as="array(*)*" visibility="public">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:variable name="steps" as="array(xs:integer)*" select="
        [1, 1], ed:steps($ours, $theirs), [count($ours) + 1, count($theirs) + 1]"/>
    <xsl:for-each select="1 to count($steps) - 1">
      <xsl:variable name="from" as="array(xs:integer)" select="$steps[current()]"/>
      <xsl:variable name="to" as="array(xs:integer)" select="$steps[current() + 1]"/>
      <xsl:variable name="pair" as="array(*)" select="[
          $ours[position() ge $from(1) and position() lt $to(1)],
          $theirs[position() ge $from(2) and position() lt $to(2)]]"/>
      <xsl:sequence select="$pair[exists(?*)]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Blocks of one division that stand beside one another: [ours, theirs], time after time. The
       division says that it is parallel, or they correspond; their languages tell the sides apart,
       unless there are but two blocks. -->
  <xsl:function name="ed:twins" as="array(*)*" visibility="public">
    <xsl:param name="section" as="element()"/>
    <xsl:variable name="asked" as="xs:boolean" select="ed:is-parallel($section)"/>
    <xsl:variable name="blocks" as="element()*" select="
        $section[$asked or */@corresp]/*[not(self::ed:heading) or preceding-sibling::*[not(self::ed:heading)]]"/>
    <xsl:variable name="set" as="element()*" select="$blocks[not(ed:is-between(.))]"/>
    <xsl:variable name="are-two" as="xs:boolean" select="$asked and count($set) eq 2"/>
    <xsl:variable name="runs" as="array(*)*">
      <xsl:for-each-group select="$set" group-adjacent="if ($are-two) then generate-id() else ed:lang(.)">
        <xsl:sequence select="array{current-group()}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="twins" as="array(*)*" select="
        for $n in 1 to count($runs) idiv 2 return [$runs[2 * $n - 1]?*, $runs[2 * $n]?*]"/>
    <xsl:sequence select="$twins[count($runs) mod 2 eq 0][$are-two or count(distinct-values($set ! ed:lang(.))) eq 2]
        [every $block in $blocks satisfies ed:may-be-twin($block)]
        [$asked or (every $twin in $twins satisfies ed:correspond-among($twin(1), $twin(2)))]"/>
  </xsl:function>
  <xsl:function name="ed:twin-pairs" as="array(*)*" visibility="public">
    <xsl:param name="twin" as="array(*)"/>
    <xsl:sequence select="ed:paired($twin(1), $twin(2)) ! [.(1) ! ed:with-breaks(.), .(2) ! ed:with-breaks(.)]"/>
  </xsl:function>
  <xsl:function name="ed:is-parallel" as="xs:boolean">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="string-join($section/(@rendered, @rend), ' ') => matches('parallel|facing|column')"/>
  </xsl:function>
  <xsl:function name="ed:may-be-twin" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block[self::ed:paragraph or self::ed:block or self::ed:line or self::ed:list
        or self::ed:break or self::ed:anchor])"/>
  </xsl:function>
  <!-- Breaks of the source among blocks go with what is behind them, or else with the last block. -->
  <xsl:function name="ed:is-between" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="exists($one[self::ed:break or self::ed:anchor])"/>
  </xsl:function>
  <xsl:function name="ed:with-breaks" as="element()+">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        $block/preceding-sibling::*[ed:is-between(.)][following-sibling::*[not(ed:is-between(.))][1] is $block],
        $block, $block[empty(following-sibling::*[not(ed:is-between(.))])]/following-sibling::*"/>
  </xsl:function>
  <xsl:function name="ed:correspond-among" as="xs:boolean">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:sequence select="
        $theirs/descendant-or-self::*/@corresp ! tokenize(.) = $ours/descendant-or-self::*/@id
        or $ours/descendant-or-self::*/@corresp ! tokenize(.) = $theirs/descendant-or-self::*/@id"/>
  </xsl:function>

  <!-- Where pairs begin, counted on both sides: at what corresponds; else at what has the same id in
       two files, at what has the same number; else at headings, where both sides have as many, or
       one by one. -->
  <xsl:function name="ed:steps" as="array(xs:integer)*">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:variable name="named" as="array(xs:integer)*"
        select="ed:rising(ed:matches($ours, $theirs, ed:names#1, ed:named#1))"/>
    <xsl:variable name="called" as="array(xs:integer)*" select="
        if (exists($named)) then ()
        else ed:rising(ed:matches($ours, $theirs, function($one) {$one/@id}, function($one) {$one/@id}))"/>
    <xsl:variable name="numbered" as="array(xs:integer)*" select="
        if (exists(($named, $called))) then ()
        else ed:rising(ed:matches($ours, $theirs, ed:numbers#1, ed:numbers#1))"/>
    <xsl:sequence select="
        if (exists(($named, $called, $numbered)))
        then ed:rising(($named, $called, $numbered) ! ed:headed(., $ours, $theirs))
        else ed:in-order($ours, $theirs)"/>
  </xsl:function>

  <!-- What corresponds begins with the headings above it, those of two sides level with each other. -->
  <xsl:function name="ed:headed" as="array(xs:integer)+">
    <xsl:param name="step" as="array(xs:integer)"/>
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:variable name="here" as="xs:integer" select="ed:headings-above($ours, $step(1))"/>
    <xsl:variable name="there" as="xs:integer" select="ed:headings-above($theirs, $step(2))"/>
    <xsl:sequence select="[$step(1) - $here, $step(2) - $there], $step[$here gt 0 and $there gt 0]"/>
  </xsl:function>
  <xsl:function name="ed:headings-above" as="xs:integer">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:param name="at" as="xs:integer"/>
    <xsl:sequence select="
        if ($at gt 1 and $blocks[$at - 1]/self::ed:heading) then 1 + ed:headings-above($blocks, $at - 1)
        else 0"/>
  </xsl:function>

  <!-- For each block of ours the first of theirs that has a word in common with it. -->
  <xsl:function name="ed:matches" as="array(xs:integer)*">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:param name="of-ours" as="function(element()) as xs:string*"/>
    <xsl:param name="of-theirs" as="function(element()) as xs:string*"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)" select="map:merge(
        for $at in 1 to count($theirs) return $of-theirs($theirs[$at]) ! map{.: $at},
        map{'duplicates': 'use-first'})"/>
    <xsl:for-each select="$ours">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:sequence select="min($of-ours(.) ! $places(.)) ! [$at, .]"/>
    </xsl:for-each>
  </xsl:function>
  <!-- Words that two blocks have in common where either names the other. -->
  <xsl:function name="ed:names" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/descendant-or-self::*/(
        @id ! ('of ' || .), @corresp/tokenize(.) ! ('to ' || .))"/>
  </xsl:function>
  <xsl:function name="ed:named" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/descendant-or-self::*/(
        @id ! ('to ' || .), @corresp/tokenize(.) ! ('of ' || .))"/>
  </xsl:function>
  <xsl:function name="ed:numbers" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        $block/@n ! string-join((ed:within($block), local-name($block), .), ' ')"/>
  </xsl:function>
  <!-- The numbers of the parts that a block stands in: paragraphs may be counted anew in each. -->
  <xsl:function name="ed:within" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/(@within, ancestor::ed:section/@n)"/>
  </xsl:function>

  <!-- A block without its words: what tells which block of another file corresponds to it. -->
  <xsl:function name="ed:told-of" as="element()" visibility="public">
    <xsl:param name="block" as="element()"/>
    <xsl:for-each select="$block">
      <xsl:copy>
        <xsl:copy-of select="@id, @n"/>
        <xsl:sequence select="ed:corresp-across(.)"/>
        <xsl:for-each select="string-join(ed:within(.), ' ')[.]">
          <xsl:attribute name="within" select="."/>
        </xsl:for-each>
        <xsl:for-each select="descendant::*[@id or @across]">
          <ed:inline><xsl:copy-of select="@id"/><xsl:sequence select="ed:corresp-across(.)"/></ed:inline>
        </xsl:for-each>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:corresp-across" as="attribute(corresp)?">
    <xsl:param name="block" as="element()"/>
    <xsl:if test="$block/@across">
      <xsl:attribute name="corresp" select="$block/@across"/>
    </xsl:if>
  </xsl:function>

  <!-- Steps that go on on both sides; what would go back stays with what is before it. -->
  <xsl:function name="ed:rising" as="array(xs:integer)*">
    <xsl:param name="steps" as="array(xs:integer)*"/>
    <xsl:sequence select="fold-left($steps, (), function($done, $next) {
        if (exists($done) and not($next(2) gt $done[last()](2) and $next(1) gt $done[last()](1)))
        then $done else ($done, $next)})"/>
  </xsl:function>

  <xsl:function name="ed:in-order" as="array(xs:integer)*">
    <xsl:param name="ours" as="element()*"/>
    <xsl:param name="theirs" as="element()*"/>
    <xsl:variable name="here" as="xs:integer*"
        select="for $at in 1 to count($ours) return $at[$ours[$at]/self::ed:heading]"/>
    <xsl:variable name="there" as="xs:integer*"
        select="for $at in 1 to count($theirs) return $at[$theirs[$at]/self::ed:heading]"/>
    <xsl:sequence select="
        if (count($ours) eq count($theirs)) then (1 to count($ours)) ! [., .]
        else if (count($here) eq count($there)) then (1 to count($here)) ! [$here[.], $there[.]]
        else ()"/>
  </xsl:function>
</xsl:stylesheet>
