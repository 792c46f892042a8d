<?xml version="1.0" encoding="UTF-8"?>
<!-- What the stylesheets of an edition call: these templates and those that rules.xsl exposes are the
     places where an edition may add to the rules or put its own in their stead. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What a rule made, with a class for style sheets, the look that CSS says in words that formats
       know, a label before its words, and words before and after that stand as they are given. -->
  <xsl:template name="ed:dressed" visibility="public" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="class" as="xs:string" select="''"/>
    <xsl:param name="style" as="xs:string" select="''"/>
    <xsl:param name="label" as="xs:string" select="''"/>
    <xsl:param name="before" as="xs:string" select="replace($label, ' +$', '')[.] || ' '[normalize-space($label)]"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:variable name="css" as="attribute()"><xsl:attribute name="style" select="$style"/></xsl:variable>
    <xsl:apply-templates select="$made" mode="ed:dressed">
      <!-- Not the blank that parts it from the words before. -->
      <xsl:with-param name="first" select="($made[self::*][not(@kind = 'added')], $made[self::*])[1]"/>
      <xsl:with-param name="words" select="ed:css-words($css), tokenize($class) ! ('own-' || .)"/>
      <xsl:with-param name="before" select="ed:own-words($before, if (normalize-space($label)) then 'label' else 'yes')"/>
      <xsl:with-param name="after" select="ed:own-words($after)"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Words of the edition's own, which a rule puts beside those of the text and every output marks so;
       they may stand within a word of the text. -->
  <xsl:function name="ed:own-words" as="element(ed:inline)?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="ed:own-words($words, 'yes')"/>
  </xsl:function>
  <xsl:function name="ed:own-words" as="element(ed:inline)?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="own" as="xs:string"/>
    <xsl:for-each select="ed:added($words)">
      <xsl:copy><xsl:attribute name="own" select="$own"/><xsl:copy-of select="@*, node()"/></xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="ed:dressed" on-no-match="deep-copy"/>
  <xsl:template match="*" mode="ed:dressed" as="element()">
    <xsl:param name="first" as="element()?"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="before" as="element()?"/>
    <xsl:param name="after" as="element()?"/>
    <xsl:param name="parted" as="xs:boolean" select="false()"/>
    <xsl:copy>
      <xsl:sequence select="@* except @space[$parted]"/>
      <xsl:if test=". is $first and exists($words)">
        <xsl:attribute name="rend" select="distinct-values((tokenize(@rend), $words))"/>
      </xsl:if>
      <xsl:sequence select="$before[current() is $first], node(), $after[current() is $first]"/>
    </xsl:copy>
  </xsl:template>

  <!-- The words for a gap are its own, a break or an anchor has none: what the edition says of it
       stands around it. -->
  <xsl:template match="ed:gap | ed:break | ed:anchor" mode="ed:dressed" as="node()+">
    <xsl:param name="first" as="element()?"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="before" as="element()?"/>
    <xsl:param name="after" as="element()?"/>
    <!-- The blank that a break stands for is before what is said of it. -->
    <xsl:variable name="parted" as="xs:boolean" select="exists($before[current() is $first]) and @space"/>
    <xsl:if test="$parted"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="$before[current() is $first] ! ed:own-beside(., current())"/>
    <xsl:next-match>
      <xsl:with-param name="first" select="$first"/>
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="parted" select="$parted"/>
    </xsl:next-match>
    <xsl:sequence select="$after[current() is $first] ! ed:own-beside(., current())"/>
  </xsl:template>
  <!-- Words of the edition's own in the text in which the sign beside them stands. -->
  <xsl:function name="ed:own-beside" as="element(ed:inline)">
    <xsl:param name="words" as="element(ed:inline)"/>
    <xsl:param name="sign" as="element()"/>
    <xsl:for-each select="$words">
      <xsl:copy><xsl:copy-of select="$sign/@only, @*, node()"/></xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- One behaviour as a model wants it: around the content of the element, or around what a path of
       the model found instead; a link leads where another path says. What follows in a sequence of
       models has no id: the first has it. What our rules alone can say is what they
       make of it, in the text that it stands in, unless the model says in which; omitted, it leaves it. -->
  <xsl:template name="ed:modelled" visibility="public" as="node()*">
    <xsl:param name="behaviour" as="xs:string"/>
    <xsl:param name="only" as="xs:string?" select="()"/>
    <xsl:param name="content" as="item()*" select="."/>
    <xsl:param name="target" as="item()*" select="()"/>
    <xsl:param name="again" as="xs:boolean" select="false()"/>
    <xsl:variable name="layer" as="xs:string?" select="ed:only(.)"/>
    <xsl:variable name="text" as="xs:string?" select="
        if (self::tei:lem or self::tei:rdg) then $layer
        else if ($only = 'none') then (if ($layer = 'diplomatic' or empty($layer)) then 'diplomatic' else 'apparatus')
        else ($only, $layer)[1]"/>
    <xsl:variable name="whole" as="xs:boolean"
        select="if ($content instance of node()) then $content is . else false()"/>
    <xsl:variable name="ours" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$behaviour ne 'link' and $whole and ed:is-for-our-rules(.)">
        <xsl:sequence select="ed:ours-in-text(., $ours, $text)"/>
      </xsl:when>
      <!-- A block of one text alone keeps its form. -->
      <xsl:when test="exists($only) and $whole and $ours and (every $one in $ours satisfies ed:is-block($one))">
        <xsl:sequence select="$ours ! ed:in-text(., $text), ed:blank-without(., $text)"/>
      </xsl:when>
      <xsl:when test="$behaviour = 'content' and empty($text) and not(ed:is-of-lines(.))">
        <xsl:sequence select="ed:found($content, .)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="in-line" as="xs:boolean"
            select="$behaviour = ('inline', 'link', 'content') and not($again) and ed:is-of-lines(.)"/>
        <xsl:sequence select="ed:added(' ', $text)[$in-line and ed:touches(
            current()/preceding-sibling::node()[1][not(ed:is-of-lines(.))], current())]"/>
        <xsl:call-template name="ed:as-modelled">
          <xsl:with-param name="behaviour" select="$behaviour"/>
          <xsl:with-param name="only" select="$text"/>
          <xsl:with-param name="content" select="$content"/>
          <xsl:with-param name="target" select="$target"/>
          <xsl:with-param name="again" select="$again"/>
        </xsl:call-template>
        <xsl:sequence select="ed:added(' ', $text)[$in-line and ed:touches(current(), current()/following-sibling::node()[1])],
            ed:blank-without(., $text)[$in-line and exists($text)]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="ed:as-modelled" as="element()">
    <xsl:param name="behaviour" as="xs:string"/>
    <xsl:param name="only" as="xs:string?"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:param name="target" as="item()*"/>
    <xsl:param name="again" as="xs:boolean"/>
    <!-- An id that is not in the text is that of an entry, to which a name leads by itself. -->
    <xsl:variable name="led" as="xs:string?" select="
        ed:led-to(., tokenize(string-join($target ! string(), ' '))[1])[$behaviour = 'link']
          [not(starts-with(., '#')) or key('ed:by-id', substring(., 2), root(current()))]"/>
    <xsl:element name="ed:{
        if ($behaviour = 'content' or ($behaviour = 'link' and empty($led))) then 'inline' else $behaviour}"
        namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="local-name()"/>
      <xsl:for-each select="$only"><xsl:attribute name="only" select="."/></xsl:for-each>
      <xsl:for-each select="$led"><xsl:attribute name="target" select="."/></xsl:for-each>
      <xsl:if test="not($again)">
        <xsl:sequence select="ed:shown-number(.)"/>
        <xsl:call-template name="ed:common"/>
      </xsl:if>
      <xsl:sequence select="ed:found($content, .)"/>
    </xsl:element>
  </xsl:template>
  <!-- What our rules made of an element, in the text that a model says: beside another part of its
       choice in that text, two words, unless both are parts of one. -->
  <xsl:function name="ed:ours-in-text" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="ours" as="node()*"/>
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="layer" as="xs:string?" select="ed:only($element)"/>
    <xsl:variable name="apart" as="xs:boolean" select="$text ne $layer and ed:is-whole($element/..)"/>
    <xsl:sequence select="ed:own-words(' ')[$apart and $element/preceding-sibling::*/(ed:only(.), $text)[1] = $text],
        if ($text = $layer or empty($text)) then $ours else ed:moved-to($ours, $text),
        ed:own-words(' ')[$apart and $element/following-sibling::*/(ed:only(.), $text)[1] = $text]"/>
  </xsl:function>

  <!-- Whether white space around an element says nothing, since it stands on lines of its own by
       our rules; in a line it needs blanks then. -->
  <xsl:function name="ed:is-of-lines" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element() and exists(($ed:run(local-name($node)), $ed:of-blocks(local-name($node)),
        $ed:of-blocks(string(local-name($node/..)))))"/>
  </xsl:function>
  <!-- What stands on lines of its own, as behaviours. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="made" as="node()"/>
    <xsl:sequence select="exists($made/(self::ed:paragraph, self::ed:block, self::ed:section, self::ed:heading,
        self::ed:list, self::ed:item, self::ed:label, self::ed:line, self::ed:table, self::ed:figure))"/>
  </xsl:function>
  <xsl:function name="ed:in-text" as="element()">
    <xsl:param name="made" as="element()"/>
    <xsl:param name="text" as="xs:string?"/>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:for-each select="$text"><xsl:attribute name="only" select="."/></xsl:for-each>
        <xsl:copy-of select="node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>
  <!-- The blank between the words beside an element, in the text that lacks it: a note stands within
       words, anything else of lines parts them. -->
  <xsl:function name="ed:blank-without" as="element(ed:inline)?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="beside" as="node()*" select="$element[not(self::tei:note)]
        /(preceding-sibling::node()[1], following-sibling::node()[1])[not(ed:is-of-lines(.))]"/>
    <xsl:sequence select="ed:added(' ', $text ! map{'reading': 'diplomatic', 'diplomatic': 'reading'}(.))
        [count($beside) eq 2 and ed:touches($beside[1], $beside[2])]"/>
  </xsl:function>
  <!-- Whether a choice or a revision is about whole words. -->
  <xsl:function name="ed:is-whole" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node/(self::tei:choice | self::tei:subst | self::tei:mod[ed:is-substitution(.)]))
        and not(matches(ed:last-signs($node/preceding-sibling::node()[1], 1), '[\p{L}\p{N}]')
          or matches($node/following-sibling::node()[1], '^[\p{L}\p{N}]'))"/>
  </xsl:function>
  <!-- Whether the words of two nodes that follow each other would be one. -->
  <xsl:function name="ed:touches" as="xs:boolean">
    <xsl:param name="before" as="node()?"/>
    <xsl:param name="after" as="node()?"/>
    <xsl:sequence select="exists($before) and exists($after)
        and matches(ed:last-signs($before, 1), '[^\s(\[“‘«„‹]') and matches($after, '^[\p{L}\p{N}(\[“‘«„‹]')"/>
  </xsl:function>

  <!-- Whether this is what our rules alone can say: a place that has several readings, one of these,
       what stands in one text alone, a part of a table, a sign without words. -->
  <xsl:function name="ed:is-for-our-rules" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/node()) or exists($element/(self::tei:app, self::tei:choice,
        self::tei:subst, self::tei:mod[ed:is-substitution(.)], self::tei:lem, self::tei:rdg, self::tei:rdgGrp, self::tei:am, self::tei:del,
        self::tei:ex, self::tei:supplied, self::tei:surplus, self::tei:gap, self::tei:row,
        self::tei:cell, parent::tei:choice, parent::tei:subst, parent::tei:mod[ed:is-substitution(.)]))"/>
  </xsl:function>
  <!-- What our rules made, in another text than theirs. -->
  <xsl:function name="ed:moved-to" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="self::ed:inline"><xsl:sequence select="ed:in-text(., $text)"/></xsl:when>
        <xsl:otherwise><ed:inline kind="{local-name()}" only="{$text}"><xsl:copy-of select="."/></ed:inline></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- What a path found: elements and words by the rules; numbers, strings and attributes as words
       that are not in the text. -->
  <xsl:function name="ed:found" as="node()*">
    <xsl:param name="items" as="item()*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$items">
      <xsl:choose>
        <xsl:when test="not(. instance of node()) or . instance of attribute()">
          <xsl:sequence select="ed:own-words(string(.))"/>
        </xsl:when>
        <xsl:when test=". is $element and ed:entry-of(.)"><xsl:call-template name="ed:entry-parts"/></xsl:when>
        <xsl:when test=". is $element"><xsl:call-template name="ed:content"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="ed:rules"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
