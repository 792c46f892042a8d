<?xml version="1.0" encoding="UTF-8"?>
<!-- How words of the text are named where something is said of them: whole words, the long ones by
     their first and last, one of several by its number. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The words of the edition, whole words; none where something was left out. Where the entry has
       none of its own it is named by the word before it. -->
  <xsl:function name="ed:lemma" as="xs:string" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="
        if ($one/@kind = 'surplus') then ''
        else if (ed:plain($one)) then ed:brief(ed:whole-words($one) || ed:which($one))
        else string(ed:word-before($one))"/>
  </xsl:function>
  <xsl:function name="ed:word-before" as="xs:string?" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:sequence select="ed:token-before($one)
        ! replace(., '^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$', '')"/>
  </xsl:function>
  <xsl:function name="ed:token-before" as="xs:string?" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:sequence select="tokenize(ed:just-before($one, ed:unit($one), ed:is-of-source($one), ''))[matches(., '[\p{L}\p{N}]')][last()]"/>
  </xsl:function>
  <!-- The first word of a unit that has none before a place; raised, where it has it again. -->
  <xsl:function name="ed:word-behind" as="xs:string?" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="unit" as="element()?" select="ed:unit($one)"/>
    <xsl:variable name="word" as="xs:string?" select="tokenize($unit ! ed:plain(.))[matches(., '[\p{L}\p{N}]')][1]
        ! replace(., '^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$', '')"/>
    <xsl:sequence select="$word ! (. || '¹'[$unit[self::ed:line or @n]][ed:words-in($unit)(lower-case($word)) gt 1])"/>
  </xsl:function>
  <!-- Whether a place stands among words of the source that the reading text does not have, as those
       of a sic: the words before it are those of the source, too. -->
  <xsl:function name="ed:is-of-source" as="xs:boolean" visibility="public">
    <xsl:param name="place" as="node()"/>
    <xsl:sequence select="$place/ancestor::*/@only = 'diplomatic' and not($place/ancestor::*/@only = 'apparatus')"/>
  </xsl:function>
  <!-- The words of a unit up to a place, from a word on that is whole: no more than is asked for. -->
  <xsl:function name="ed:just-before" as="xs:string">
    <xsl:param name="place" as="node()"/>
    <xsl:param name="unit" as="element()?"/>
    <xsl:param name="of-source" as="xs:boolean"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="piece" as="node()?" select="ed:piece-before($place, $unit)"/>
    <xsl:sequence select="if (empty($piece) or matches($words, '\s\S*[\p{L}\p{N}]')) then $words
        else ed:just-before($piece, $unit, $of-source, ed:piece-words($piece, $of-source) || $words)"/>
  </xsl:function>
  <xsl:function name="ed:piece-before" as="node()?">
    <xsl:param name="place" as="node()"/>
    <xsl:param name="unit" as="element()?"/>
    <xsl:sequence select="($place/preceding::node()[ed:is-piece(.)][1] | $place/ancestor::*[ed:is-piece(.)])[last()][. >> $unit]"/>
  </xsl:function>
  <!-- Blocks part words, as a break does. -->
  <xsl:function name="ed:is-piece" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::text() | self::ed:break[@space] | self::ed:line | self::ed:paragraph
        | self::ed:item | self::ed:block))"/>
  </xsl:function>
  <!-- A piece as it is read in a unit, of the reading text or of the source. -->
  <xsl:function name="ed:piece-words" as="xs:string">
    <xsl:param name="piece" as="node()"/>
    <xsl:param name="of-source" as="xs:boolean"/>
    <xsl:sequence select="
        if ($piece/ancestor::*/@only = (if ($of-source) then 'reading' else 'diplomatic', 'apparatus') or $piece/(ancestor::ed:note | ancestor::ed:apart))
        then '' else if ($piece/self::*) then ' ' else string($piece)"/>
  </xsl:function>

  <!-- Supplied letters keep their signs within a word: they tell what of it was supplied. -->
  <xsl:function name="ed:whole-words" as="xs:string" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="ed:plain($one)"/>
    <xsl:variable name="whole" as="xs:string" select="ed:around($one, $own)"/>
    <xsl:sequence select="
        if ($one/@open and $whole ne $own)
        then ed:around($one, $one/@open || $own || $one/@close) else $whole"/>
  </xsl:function>

  <!-- What a key counts: the line of verse, or the numbered verse of a chapter. -->
  <xsl:function name="ed:unit" as="element()?" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:sequence select="($one/ancestor::ed:line[1],
        $one/ancestor::*[self::ed:inline[@kind = 'seg'] or self::ed:paragraph or self::ed:block]
          [@n or @number][1],
        $one/ancestor::*[self::ed:paragraph or self::ed:heading or self::ed:item or self::ed:cell
          or self::ed:block][1])[1]"/>
  </xsl:function>

  <!-- Which of several equal words of a verse is meant: a raised number. -->
  <xsl:function name="ed:which" as="xs:string" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="unit" as="element()?" select="ed:unit($one)
        [self::ed:line or @n or @number or root($one)/ed:document/@ed:key-by = 'paragraph']"/>
    <xsl:sequence select="ed:numbered-word(ed:plain($one), $one, $unit, 0)"/>
  </xsl:function>
  <!-- Words of the source alone have none: those of the text are counted.
       $own: how many of the words of the unit before the place are the one that is numbered. -->
  <xsl:function name="ed:numbered-word" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="place" as="node()"/>
    <xsl:param name="unit" as="element()?"/>
    <xsl:param name="own" as="xs:integer"/>
    <xsl:variable name="lemma" as="xs:string" select="lower-case($words)"/>
    <xsl:sequence select="
        if (ed:is-of-source($place) or not($unit ! ed:words-in(.)($lemma) gt 1)) then ''
        else ed:superior(string(ed:count-before($lemma, $place, $unit) - $own + 1))"/>
  </xsl:function>
  <xsl:function name="ed:words-in" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="ed:counted-with(map{}, ed:plain($unit))"/>
  </xsl:function>
  <xsl:function name="ed:counted-with" as="map(xs:string, xs:integer)">
    <xsl:param name="counts" as="map(xs:string, xs:integer)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="fold-left(ed:words-of($words), $counts,
        function($done, $word) {map:put($done, $word, ($done($word), 0)[1] + 1)})"/>
  </xsl:function>
  <xsl:function name="ed:count-before" as="xs:integer">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="place" as="node()"/>
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="before" as="map(*)?" select="
        ed:piece-before($place, $unit) ! ed:counts-in($unit)(generate-id())"/>
    <xsl:sequence select="sum($before ! (?whole($word), count(ed:words-of(?open)[. = $word])))"/>
  </xsl:function>
  <!-- How often each word of a unit has been read behind each piece of it, and what may be part of
       one that goes on. -->
  <xsl:function name="ed:counts-in" as="map(xs:string, map(*))" cache="yes">
    <xsl:param name="unit" as="element()"/>
    <xsl:map>
      <xsl:iterate select="$unit//node()[ed:is-piece(.)]">
        <xsl:param name="whole" as="map(xs:string, xs:integer)" select="map{}"/>
        <xsl:param name="open" as="xs:string" select="''"/>
        <xsl:variable name="words" as="xs:string" select="$open || ed:piece-words(., false())"/>
        <xsl:variable name="goes-on" as="xs:string" select="ed:letters-at($words, true())"/>
        <xsl:variable name="done" as="map(xs:string, xs:integer)" select="
            ed:counted-with($whole, substring($words, 1, string-length($words) - string-length($goes-on)))"/>
        <xsl:map-entry key="generate-id()" select="map{'whole': $done, 'open': $goes-on}"/>
        <xsl:next-iteration>
          <xsl:with-param name="whole" select="$done"/>
          <xsl:with-param name="open" select="$goes-on"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>
  <xsl:function name="ed:superior" as="xs:string" visibility="public">
    <xsl:param name="figures" as="xs:string"/>
    <xsl:sequence select="translate($figures, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/>
  </xsl:function>
  <xsl:function name="ed:words-of" as="xs:string*" visibility="public">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="tokenize(lower-case($words), $ed:no-letter || '+')[.]"/>
  </xsl:function>

  <!-- A long passage by its first and last words. -->
  <xsl:function name="ed:brief" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="each" as="xs:string*" select="tokenize($words)"/>
    <xsl:sequence select="
        if (count($each) le 6) then $words
        else string-join(($each[position() le 2], '…', $each[last() - 1], $each[last()]), ' ')"/>
  </xsl:function>

  <!-- Words with the letters that touch them: what was changed may be part of a word; blocks touch none. -->
  <xsl:function name="ed:around" as="xs:string" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="ed:around($one, $words, false())"/>
  </xsl:function>
  <!-- $typed: as the source has it, which is not set by the rule for typewriters. -->
  <xsl:function name="ed:around" as="xs:string" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="typed" as="xs:boolean"/>
    <xsl:variable name="own" as="xs:string" select="string-join(
        $one//(text() | ed:break[@space])[not(ancestor::*[. >> $one]/@only = ('diplomatic', 'apparatus'))]
          ! (self::text(), ' ')[1])"/>
    <xsl:sequence select="if (exists($one//(ed:paragraph | ed:block | ed:line | ed:list | ed:table))) then $words
        else string-join((
        if (matches($own, '^\s')) then () else ed:letters-at(ed:beside($one, true(), $typed), true()),
        $words,
        if (matches(ed:last-signs($own, 1), '[\p{L}\p{M}\p{N}]')) then ed:letters-at(ed:beside($one, false(), $typed), false()) else ()))"/>
  </xsl:function>
  <!-- The letters of a word with which words end, or begin; where no blanks part words, each letter is one. -->
  <xsl:variable name="ed:no-letter" as="xs:string" select="'([^\p{L}\p{M}\p{N}’''-]|' || $ed:unspaced || ')'"/>
  <xsl:function name="ed:letters-at" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="end" as="xs:boolean"/>
    <xsl:sequence select="
        replace($words, if ($end) then '^.*' || $ed:no-letter else $ed:no-letter || '.*$', '', 's')"/>
  </xsl:function>

  <!-- The words of the text that touch an element, before or behind it, up to what is no letter. -->
  <xsl:function name="ed:beside" as="xs:string" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:sequence select="ed:beside($one, $before, false())"/>
  </xsl:function>
  <xsl:function name="ed:beside" as="xs:string" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:param name="typed" as="xs:boolean"/>
    <xsl:variable name="next" as="node()?" select="
        if ($before) then $one/preceding-sibling::node()[1] else $one/following-sibling::node()[1]"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($one/parent::ed:alternate) then ''
        else if ($next instance of text()) then string($next)
        else if ($next[self::ed:note or self::ed:anchor or self::ed:point or @only = ('diplomatic', 'apparatus')]) then ''
        else if ($next[self::ed:break]) then string(' '[$next/@space])
        else if ($next[self::ed:inline[@kind = ('caesura', 'blank')]]) then ' '
        else if ($next/descendant-or-self::*[self::ed:line or self::ed:paragraph or self::ed:block or
          self::ed:list or self::ed:table or self::ed:gap[@kind = 'space']]) then ' '
        else if ($typed and $next/descendant-or-self::ed:inline[@kind = 'typed'])
        then translate(ed:plain($next), '’', '''')
        else string($next ! ed:plain(.))"/>
    <xsl:variable name="more" as="xs:string" select="
        if (matches($words, $ed:no-letter)) then ''
        else if ($one/parent::ed:alternate) then ed:beside($one/.., $before, $typed)
        else if ($next) then ed:beside($next, $before, $typed)
        else if ($one/(parent::ed:inline | parent::ed:link))
        then ed:beside($one/.., $before, $typed) else ''"/>
    <xsl:sequence select="if ($before) then $more || $words else $words || $more"/>
  </xsl:function>
</xsl:stylesheet>
