<?xml version="1.0" encoding="UTF-8"?>
<!-- How words of the text are named where something is said of them: whole words, the long ones by
     their first and last, one of several by its number. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
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
    <xsl:sequence select="tokenize(ed:before-in-unit($one))[matches(., '[\p{L}\p{N}]')][last()]
        ! replace(., '^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$', '')"/>
  </xsl:function>
  <xsl:function name="ed:before-in-unit" as="xs:string" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:sequence select="string-join(ed:unit($one)//(text() | ed:break[@space] | ed:line
        | ed:paragraph | ed:item | ed:block)[. &lt;&lt; $one]
        [not(ancestor::*/@only = ('diplomatic', 'apparatus'))][not(ancestor::ed:note | ancestor::ed:apart)]
        ! (if (self::*) then ' ' else string()))"/>
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
    <xsl:sequence select="if ($unit)
        then ed:numbered-word(ed:plain($one), ed:before-in-unit($one), ed:plain($unit)) else ''"/>
  </xsl:function>
  <xsl:function name="ed:numbered-word" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="whole" as="xs:string"/>
    <xsl:variable name="lemma" as="xs:string" select="lower-case($words)"/>
    <xsl:variable name="all" as="xs:string*" select="ed:words-of($whole)"/>
    <xsl:sequence select="
        if (count($all[. = $lemma]) lt 2) then ''
        else ed:superior(string(count(ed:words-of($before)[. = $lemma]) + 1))"/>
  </xsl:function>
  <xsl:function name="ed:superior" as="xs:string" visibility="public">
    <xsl:param name="figures" as="xs:string"/>
    <xsl:sequence select="translate($figures, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/>
  </xsl:function>
  <xsl:function name="ed:words-of" as="xs:string*" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="tokenize(lower-case($words), '[^\p{L}\p{M}\p{N}’''-]+')[.]"/>
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
    <xsl:variable name="own" as="xs:string" select="string-join(
        $one//text()[not(ancestor::*[. >> $one]/@only = ('diplomatic', 'apparatus'))])"/>
    <xsl:variable name="letters" as="xs:string" select="'[\p{L}\p{M}\p{N}’''-]+'"/>
    <xsl:sequence select="if (exists($one//(ed:paragraph | ed:block | ed:line | ed:list | ed:table))) then $words
        else string-join((
        if (matches($own, '^\s')) then () else
          analyze-string(ed:beside($one, true()), $letters || '$')/*:match/string(),
        $words,
        if (matches($own, '[\p{L}\p{M}\p{N}]$')) then
          analyze-string(ed:beside($one, false()), '^' || $letters)/*:match/string() else ()))"/>
  </xsl:function>

  <!-- The words of the text that touch an element, before or behind it, up to a blank. -->
  <xsl:function name="ed:beside" as="xs:string" visibility="public">
    <xsl:param name="one" as="node()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:variable name="next" as="node()?" select="
        if ($before) then $one/preceding-sibling::node()[1] else $one/following-sibling::node()[1]"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($one/parent::ed:alternate) then ''
        else if ($next instance of text()) then string($next)
        else if ($next[self::ed:note or self::ed:anchor or self::ed:point or @only = ('diplomatic', 'apparatus')]) then ''
        else if ($next[self::ed:break]) then string(' '[$next/@space])
        else if ($next/descendant-or-self::*[self::ed:line or self::ed:paragraph or self::ed:block or
          self::ed:list or self::ed:table or self::ed:gap[@kind = 'space']]) then ' '
        else string($next ! ed:plain(.))"/>
    <xsl:variable name="more" as="xs:string" select="
        if (matches($words, '\s')) then ''
        else if ($one/parent::ed:alternate) then ed:beside($one/.., $before)
        else if ($next) then ed:beside($next, $before)
        else if ($one/(parent::ed:inline | parent::ed:link))
        then ed:beside($one/.., $before) else ''"/>
    <xsl:sequence select="if ($before) then $more || $words else $words || $more"/>
  </xsl:function>
</xsl:stylesheet>
