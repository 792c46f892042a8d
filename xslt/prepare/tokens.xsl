<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that stand in elements of their own (chapter AI): where layout alone parts them, @join says
     which belong together; without it a blank parts words, and none stands before what closes. Where
     words alone have it, it says nothing of signs. The same holds where a file has no blank between
     words at all. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:signs-joined" match="*[@join][ed:is-sign(.)]" use="'yes'"/>

  <xsl:template match="text()[not(normalize-space())]" mode="ed:prepare" priority="4">
    <xsl:param name="ed:tokens" as="xs:boolean" tunnel="yes"/>
    <!-- A word has no blank in it; one at its end may stand for the one behind it. -->
    <xsl:variable name="behind" as="text()?" select="parent::w[not(current()/following-sibling::node())]
        /following-sibling::node()[1]/self::text()[not(normalize-space())]"/>
    <xsl:if test="not($ed:tokens and (
        if ($behind) then ed:joins-tokens($behind) else parent::w or preceding-sibling::*[1] and ed:joins-tokens(.)))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:joins-tokens" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:variable name="before" as="element()?" select="$space/preceding-sibling::node()[1]
        /descendant-or-self::*[self::w or self::pc][last()]"/>
    <!-- Also at the end of a name or sentence, before what follows it. -->
    <xsl:variable name="next" as="node()?" select="($space/following-sibling::node(),
        $space[not(following-sibling::node())]/parent::*[exists((self::s, self::cl, self::phr, self::name,
          self::persName, self::placeName, self::orgName, self::date, self::num, self::foreign, self::hi))]
          /following-sibling::node()[not(self::text()[not(normalize-space())])])[1]"/>
    <xsl:variable name="after" as="element()?" select="$next/descendant-or-self::*[self::w or ed:is-sign(.)][1]"/>
    <xsl:sequence select="exists($before) and exists($after) and (
        ed:are-joined($before, $after) or ed:closes($before, $after) and ed:are-all-apart($space/..))"/>
  </xsl:function>
  <!-- A file that was written without white space. -->
  <xsl:key name="ed:between-tokens" use="'yes'" match="c | text()[not(normalize-space())]
      [preceding-sibling::*[1][self::w or self::pc]][following-sibling::*]"/>
  <xsl:template mode="ed:prepare" priority="2" match="
      w | pc | s | cl | phr | name | persName | placeName | orgName | date | num | foreign | hi">
    <xsl:param name="ed:tokens" as="xs:boolean" tunnel="yes"/>
    <xsl:if test="$ed:tokens and empty(key('ed:between-tokens', 'yes')) and ed:touches-a-word(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>
  <!-- Scripts that have no blanks between words. -->
  <xsl:variable name="ed:unparted" as="xs:string" static="yes" select="
      '[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}\p{IsTibetan}\p{IsMyanmar}]'"/>
  <xsl:function name="ed:touches-a-word" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$element[not(parent::w or parent::choice or ed:is-substitution(..))]
        /preceding-sibling::node()[1]/descendant-or-self::*[self::w or self::pc][last()]"/>
    <xsl:variable name="first" as="element()?"
        select="$element[$before]/descendant-or-self::*[self::w or self::pc][1]"/>
    <xsl:sequence _select="exists($before) and exists($first) and not(ed:has-own-words($element/..))
        and not(matches($before || $first, '{$ed:unparted}'))
        and not($first/@part = ('M', 'F') or ed:are-joined($before, $first) or ed:closes($before, $first))"/>
  </xsl:function>

  <!-- Some write their signs as segments. -->
  <xsl:function name="ed:is-sign" as="xs:boolean">
    <xsl:param name="token" as="element()"/>
    <xsl:sequence select="exists($token/(self::pc | self::seg[@type = ('pc', 'punctuation')]))"/>
  </xsl:function>
  <xsl:function name="ed:are-joined" as="xs:boolean">
    <xsl:param name="before" as="element()"/>
    <xsl:param name="after" as="element()"/>
    <xsl:sequence select="$after/@join = ('left', 'both') or $before/@join = ('right', 'both')"/>
  </xsl:function>
  <!-- Whether one of them is a sign that stands close to the other, where signs do not say so themselves. -->
  <xsl:function name="ed:closes" as="xs:boolean">
    <xsl:param name="before" as="element()"/>
    <xsl:param name="after" as="element()"/>
    <xsl:sequence select="empty(key('ed:signs-joined', 'yes', root($after))) and (exists($after[ed:is-sign(.)][matches(., '^\s*[,.;:!?…)\]}»”’]')])
        or matches($after/self::pc, '^\s*[&#xB7;&#x387;]') and matches($before, '\p{IsGreek}$')
        or exists($before/self::pc[matches(., '[(\[{«“‘„‚]\s*$')]))"/>
  </xsl:function>
  <!-- Where two tokens touch, the blanks between others mean something. -->
  <xsl:key name="ed:touched" match="*[(w | pc)[following-sibling::node()[1][self::w or self::pc]]]" use="generate-id()"/>
  <xsl:function name="ed:are-all-apart" as="xs:boolean">
    <xsl:param name="parent" as="element()"/>
    <xsl:sequence select="empty(key('ed:touched', generate-id($parent), root($parent)))
        and not(ed:has-own-words($parent))"/>
  </xsl:function>
</xsl:stylesheet>
