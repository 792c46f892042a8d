<?xml version="1.0" encoding="UTF-8"?>
<!-- White space, once for all outputs (TEI Guidelines, "XML Whitespace"): dropped in element-only
     content, collapsed in mixed content, trimmed at the edges of a run of text, kept under
     xml:space="preserve". A break with break="no" swallows the space around it and a soft hyphen
     before it; any other break that stands between two words carries the space (ed:space). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="ed:breaks" as="map(xs:string, xs:boolean)" select="ed:set((
      'lb', 'pb', 'cb', 'gb', 'milestone'))"/>

  <!-- Empty or set apart, yet something is seen where they stand. -->
  <xsl:variable name="ed:marks" as="map(xs:string, xs:boolean)" select="ed:set((
      'formula', 'g', 'gap', 'graphic', 'math', 'note', 'pause', 'ptr', 'space', 'svg'))"/>

  <!-- Nothing is seen where they stand: the blanks on both sides of them are one. -->
  <xsl:variable name="ed:unseen" as="map(xs:string, xs:boolean)" select="ed:set((
      'alt', 'altGrp', 'certainty', 'index', 'interp', 'interpGrp', 'join', 'joinGrp', 'link', 'linkGrp',
      'precision', 'respons', 'span', 'spanGrp', 'timeline'))"/>

  <xsl:template match="*" mode="ed:prepare">
    <xsl:param name="ed:settled" as="map(*)" tunnel="yes" select="map{}"/>
    <xsl:variable name="alone" as="xs:boolean" select="ed:has-elements-alone(.)"/>
    <xsl:if test="ed:stands-apart(.)"><xsl:text> </xsl:text></xsl:if>
    <xsl:copy>
      <xsl:call-template name="ed:identity"/>
      <xsl:if test="$ed:settled(generate-id()) = ' '">
        <xsl:attribute name="ed:space" select="'yes'"/>
      </xsl:if>
      <xsl:if test="self::line[ed:goes-on(.)]"><xsl:attribute name="ed:joins" select="'yes'"/></xsl:if>
      <xsl:choose>
        <xsl:when test="not(node())"/>
        <xsl:when test="not(ed:starts-run(.))">
          <xsl:apply-templates select="ed:content-of(., $alone)" mode="#current"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="ed:content-of(., $alone)" mode="#current">
            <xsl:with-param name="ed:settled" tunnel="yes" as="map(*)"
                select="if (ed:keeps-space(.)) then ed:settle-breaks(.)
                  else if ($alone and ed:is-of-runs(.)) then map{} else ed:settle(.)"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <!-- Blanks between elements that stand alone are nothing, also where white space is kept. -->
  <xsl:function name="ed:content-of" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="alone" as="xs:boolean"/>
    <xsl:sequence select="if ($alone) then $element/* else $element/node()"/>
  </xsl:function>

  <xsl:template match="text()" mode="ed:prepare">
    <xsl:param name="ed:settled" as="map(*)" tunnel="yes" select="map{}"/>
    <xsl:variable name="key" as="xs:string" select="generate-id()"/>
    <xsl:choose>
      <xsl:when test="map:contains($ed:settled, $key)">
        <xsl:variable name="words" as="xs:string" select="$ed:settled($key)"/>
        <xsl:variable name="hyphen" as="xs:string"
            select="($ed:settled($key || '-'), '&#xAD;'[ends-with($words, .)], '')[1]"/>
        <xsl:value-of select="substring($words, 1, string-length($words) - string-length($hyphen))"/>
        <xsl:if test="$hyphen">
          <pc xmlns="http://www.tei-c.org/ns/1.0" type="softHyphen"><xsl:value-of select="$hyphen"/></pc>
        </xsl:if>
      </xsl:when>
      <xsl:when test="ed:keeps-space(.)"><xsl:copy/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select=".[normalize-space()] ! ed:collapsed(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts of HTML that stand in lines of their own, and its line break, part the words around them. -->
  <xsl:variable name="ed:html-blocks" as="map(xs:string, xs:boolean)" select="ed:set((
      'blockquote', 'br', 'caption', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4',
      'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead',
      'tr', 'ul'))"/>
  <xsl:template match="html:*[exists($ed:html-blocks(local-name()))]" mode="ed:prepare" priority="2">
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:if test="$before[not(self::html:*[$ed:html-blocks(local-name())])][not(matches(ed:last-signs(., 1), '\s'))]"
        ><xsl:text> </xsl:text></xsl:if>
    <xsl:next-match/>
    <xsl:if test="normalize-space() and following-sibling::node()[1][not(matches(., '^\s'))]"
        ><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Brackets and quotation marks stand close to the words in them: a blank at an end of these
       moves out. -->
  <xsl:template match="(supplied | q | quote | said | soCalled)[normalize-space()]" mode="ed:prepare"
      priority="3">
    <xsl:param name="ed:settled" as="map(*)" tunnel="yes" select="map{}"/>
    <xsl:variable name="first" as="xs:string" select="ed:leaf(., false()) ! generate-id()"/>
    <xsl:variable name="last" as="xs:string" select="ed:leaf(., true()) ! generate-id()"/>
    <xsl:variable name="begun" as="map(*)" select="
        if (starts-with($ed:settled($first), ' '))
        then map:put($ed:settled, $first, substring($ed:settled($first), 2)) else $ed:settled"/>
    <xsl:if test="starts-with($ed:settled($first), ' ')"><xsl:text> </xsl:text></xsl:if>
    <xsl:next-match>
      <xsl:with-param name="ed:settled" tunnel="yes" select="
          if (ends-with($begun($last), ' '))
          then map:put($begun, $last, substring($begun($last), 1, string-length($begun($last)) - 1)) else $begun"/>
    </xsl:next-match>
    <xsl:if test="ends-with($begun($last), ' ') and
        not(matches(following-sibling::node()[1]/self::text(), '^[.,;:!?)\]]'))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <!-- What an element begins or ends with. -->
  <xsl:function name="ed:leaf" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="next" as="node()?"
        select="$node/self::*/node()[if ($last) then last() else 1]"/>
    <xsl:sequence select="if ($next) then ed:leaf($next, $last) else $node"/>
  </xsl:function>

  <!-- A blank that stands beside it is all that they were about. -->
  <xsl:template match="(supplied | del | surplus)[text()][not(*)][not(normalize-space())]" mode="ed:prepare"
      priority="3">
    <xsl:param name="ed:settled" as="map(*)" tunnel="yes" select="map{}"/>
    <xsl:choose>
      <xsl:when test="not(every $one in text() satisfies $ed:settled(generate-id($one)) = '')">
        <xsl:next-match/>
      </xsl:when>
      <xsl:when test="@xml:id">
        <xsl:variable name="made" as="element()"><xsl:next-match/></xsl:variable>
        <anchor xmlns="http://www.tei-c.org/ns/1.0"><xsl:copy-of select="$made/(@xml:id, @ed:id, @ed:at)"/></anchor>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- What was deleted (or added) in steps, one behind the other: a blank between the steps is one of the
       words, and not of those around. -->
  <xsl:template mode="ed:prepare" priority="3" match="(del | add)[ed:is-substitution(..)]
      [following-sibling::node()[1][self::text()[not(normalize-space())]]]
      [node-name(following-sibling::*[1]) = node-name()][not(matches(., '\s$'))]">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*, node()"/>
        <xsl:if test="self::*"><xsl:text> </xsl:text></xsl:if>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <xsl:key name="ed:preserving" match="*[@xml:space = 'preserve'] | eg[*]" use="'yes'"/>
  <xsl:function name="ed:keeps-space" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <!-- A document that keeps it means its text, not its header; an inscription says by breaks where
         its lines end. -->
    <xsl:sequence select="exists(key('ed:preserving', 'yes', root($node)))
        and exists($node/ancestor-or-self::*[@xml:space or self::eg][1][@xml:space = 'preserve' or self::eg]
          [not($node/ancestor::teiHeader) or ancestor::teiHeader])
        and empty($node/ancestor::div[@type = 'edition'][.//lb])"/>
  </xsl:function>

  <xsl:function name="ed:starts-run" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$element/parent::*"/>
    <xsl:sequence select="
        ($ed:run(local-name($element)) and not(local-name($element) = ('docAuthor', 'docDate')
          and local-name($parent) = ('byline', 'docImprint')) and not(ed:is-in-greeting($element))) or
        ed:is-aside($element) or ed:is-of-cast($element) or
        (ed:has-elements-alone($parent) and not(ed:is-transparent($parent)) and
         not($ed:breaks(local-name($element)) or ed:is-transparent($element)))"/>
  </xsl:function>

  <!-- What a list of characters is told by: a comma comes between its parts, and no blank before it. -->
  <xsl:function name="ed:is-of-cast" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::role or self::roleDesc or self::actor]/parent::castItem)
        and not(ed:has-own-words($element/..))"/>
  </xsl:function>

  <!-- Whether all that stands in an element that has elements alone is in runs of their own, so that there
       is nothing to settle. -->
  <xsl:function name="ed:is-of-runs" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(ed:is-transparent($element) or $element/self::line)
        and empty($element/*[ed:is-transparent(.) or $ed:breaks(local-name())])"/>
  </xsl:function>

  <!-- A reading that is not the text: blanks in it are none of the words around. -->
  <xsl:function name="ed:is-aside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::lem or self::rdg]/ancestor::app[1])
        and not($element is ed:text-of-entry($element/ancestor::app[1]))"/>
  </xsl:function>
  <xsl:function name="ed:text-of-entry" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="base" as="xs:string*" select="root($app)/*/@ed:base ! ('#' || ., string())"/>
    <xsl:variable name="own" as="element()*" select="$app/(lem | rdg | rdgGrp//(lem | rdg))
        [ancestor::app[1] is $app]"/>
    <xsl:sequence select="($own/self::lem, $own[tokenize(@wit) = $base], $own)[1]"/>
  </xsl:function>

  <!-- The text nodes, breaks and marks of one run, in order; nested runs are left out. -->
  <xsl:function name="ed:flow" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each select="$nodes">
      <xsl:sequence select="
          if (self::text()) then .[normalize-space() or not(ed:has-elements-alone(..))]
          else if (not(self::*)) then ()
          else if ($ed:unseen(local-name()) or self::shift[not(@new ne 'normal')] or self::note[ed:is-silent(.)]) then ()
          else if (ed:is-empty-mark(.)) then .
          else if (ed:is-record(.)) then .
          else if (self::*[not(ed:starts-run(.))]) then ed:flow(node())
          else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Parts of a sentence that may say all they have to say in attributes. -->
  <xsl:variable name="ed:told" as="map(xs:string, xs:boolean)" select="ed:set((
      'measure', 'height', 'width', 'depth', 'dim', 'date', 'time', 'origDate'))"/>
  <xsl:variable name="ed:named" as="map(xs:string, xs:boolean)" select="ed:set(('oRef', 'pRef', 'ref'))"/>
  <xsl:function name="ed:is-empty-mark" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="
        if ($ed:marks($name)) then $name ne 'ptr' or exists($node/(@target | @cRef | @corresp))
        else if ($ed:breaks($name)) then empty($node/node())
        else if ($ed:told($name)) then exists($node/@*) and not(normalize-space($node) or $node/*)
        else if ($name = 'unclear') then exists($node/self::unclear[ed:has-no-letter(.)])
        else if ($name = 'shift') then $node/@new ne 'normal' and not(normalize-space($node))
        else if ($ed:named($name)) then not(normalize-space($node))
          and ($name ne 'ref' or exists($node[@target][not(*)]))
        else false()"/>
  </xsl:function>

  <!-- For each node of the run: what is left of its text, or ' ' for a break that is a space. -->
  <xsl:function name="ed:settle" as="map(xs:string, xs:string)">
    <xsl:param name="run" as="element()"/>
    <xsl:variable name="flow" as="node()*"
        select="if ($run/*) then ed:flow($run/node()) else $run/text()"/>
    <xsl:variable name="settled" as="map(xs:string, xs:string)" select="
        if (empty($flow)) then map{}
        else if ($flow[1]/self::text() and empty($flow[2]))
          then map{generate-id($flow): ed:words-of($flow)}
        else if ($flow[ed:is-gap(.)]) then ed:settle-groups($flow)
        else ed:settle-words($flow)"/>
    <xsl:sequence select="
        if ($run/self::line) then map:merge(($settled, ed:settle-end($run, $flow[last()]))) else $settled"/>
  </xsl:function>
  <xsl:function name="ed:settle-groups" as="map(xs:string, xs:string)">
    <xsl:param name="flow" as="node()+"/>
    <xsl:variable name="groups" as="array(node()+)*">
      <xsl:for-each-group select="$flow" group-adjacent="ed:is-gap(.)">
        <xsl:sequence select="array{current-group()}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="settled" as="map(xs:string, xs:string)*">
      <xsl:for-each select="1 to count($groups)">
        <xsl:variable name="here" as="node()+" select="$groups[current()]?*"/>
        <xsl:variable name="before" as="node()*" select="$groups[current() - 1]?*"/>
        <xsl:variable name="after" as="node()*" select="$groups[current() + 1]?*"/>
        <xsl:sequence select="
            if (ed:is-gap($here[1]))
            then ed:settle-gap($here, empty($before) or empty($after) or
              ed:is-dashed($here, $before, $after) or
              ed:is-unspaced($here, $before[last()], $after[1]) or
              ed:is-in-expansion($here[last()]) or
              ed:is-untold($here, $before, $after) or
              ed:is-layout($here[last()], $after[1]))
            else (ed:settle-words($here), ed:settle-hyphen($here, $after))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="whole" as="map(xs:string, xs:string)" select="map:merge($settled)"/>
    <xsl:sequence select="
        if (empty($flow/self::text()[not(normalize-space())][ed:is-of-one-text(.)])) then $whole
        else fold-left(1 to count($groups), $whole, function($map, $n) {
          ed:kept-in-both($map, $groups[$n]?*, $groups[$n - 1]?*[last()], $groups[$n + 1]?*[1])})"/>
  </xsl:function>

  <!-- A blank that one of the two texts alone would have, beside one that both have, is that one: words that
       are parted where nothing is supplied are parted in the source. -->
  <xsl:function name="ed:kept-in-both" as="map(xs:string, xs:string)">
    <xsl:param name="settled" as="map(xs:string, xs:string)"/>
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:param name="after" as="node()?"/>
    <xsl:variable name="carrier" as="text()?"
        select="$gap/self::text()[$settled(generate-id()) = ' '][ed:is-of-one-text(.)]"/>
    <xsl:variable name="ends" as="text()?" select="$before/self::text()[ed:ends-blank(.)][not(ed:is-of-one-text(.))]"/>
    <xsl:variable name="common" as="text()?" select="
        if (empty($carrier)) then ()
        else ($gap/self::text()[not(ed:is-of-one-text(.))], $ends,
          $after/self::text()[ed:begins-blank(.)][not(ed:is-of-one-text(.))])[1]"/>
    <xsl:sequence select="
        if (empty($common)) then $settled
        else map:put(map:put($settled, generate-id($carrier), ''), generate-id($common), string-join((
          ' '[not($common is $ends)], $settled(generate-id($common))[not($common intersect $gap)], ' '[$common is $ends])))"/>
  </xsl:function>
  <!-- What editors supplied, corrected or resolved, and what the source has in the place of that or struck out. -->
  <xsl:function name="ed:is-of-one-text" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/ancestor::*[self::supplied or self::del or self::surplus or self::ex or self::am or parent::choice])"/>
  </xsl:function>

  <xsl:function name="ed:is-gap" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node/self::text()) then not(normalize-space($node))
        else exists($ed:breaks(local-name($node)))"/>
  </xsl:function>

  <!-- A stretch without words: at an edge or before break="no" it vanishes, else it is one space. -->
  <xsl:function name="ed:settle-gap" as="map(xs:string, xs:string)">
    <xsl:param name="gap" as="node()+"/>
    <xsl:param name="edge" as="xs:boolean"/>
    <xsl:variable name="carrier" as="node()" select="($gap/self::*, $gap)[1]"/>
    <xsl:variable name="space" as="xs:boolean" select="not($edge or ed:joins($gap))"/>
    <xsl:sequence select="map:merge(
        $gap ! map{generate-id(): if ($space and . is $carrier) then ' ' else ''})"/>
  </xsl:function>

  <!-- Words: inner white space becomes one space, never doubled across element borders. -->
  <xsl:function name="ed:settle-words" as="map(xs:string, xs:string)">
    <xsl:param name="words" as="node()+"/>
    <xsl:variable name="last" as="xs:integer" select="count($words)"/>
    <xsl:map>
      <xsl:for-each select="$words">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:for-each select="self::text()">
          <xsl:variable name="text" as="xs:string" select="string()"/>
          <xsl:map-entry key="generate-id()" select="
              ' '[$at ne 1 and ed:begins-blank($text) and
                not($words[$at - 1]/self::text() ! ed:ends-blank(string()))]
              || ed:words-of(.) || ' '[$at ne $last and ed:ends-blank($text)
                and not(ed:is-layout($words[$at], $words[$at + 1]))]"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The words of a text without the blanks at its ends. Blanks in code are code; a line end in it is one where
       there are several, or it stands alone: else an editor's program may have put it there. -->
  <xsl:function name="ed:words-of" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="code" as="element(code)?" select="$text/parent::code[not(*)]"/>
    <xsl:variable name="inside" as="xs:string?" select="$code ! replace($text, '^\s*\n|^\s+|\s+$', '')"/>
    <xsl:sequence select="
        if (empty($code)) then ed:in-one-line($text)
        else if (ed:keeps-space($text) or ed:stands-alone($code) or matches($inside, '\n.*\n')) then $inside
        else replace($inside, '\s*\n\s*', ' ')"/>
  </xsl:function>
  <xsl:function name="ed:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(normalize-space(string-join($element/(preceding-sibling::node() |
        following-sibling::node()))))"/>
  </xsl:function>

  <!-- The end of a line of the file between what is written of a word and what is resolved of it. -->
  <xsl:function name="ed:is-in-expansion" as="xs:boolean">
    <xsl:param name="blank" as="node()"/>
    <xsl:sequence select="exists($blank/self::text()/parent::expan)
        and contains($blank, '&#xA;') and exists($blank/preceding-sibling::node()[1][self::abbr or self::am])
        and exists($blank/following-sibling::node()[1]/self::ex)"/>
  </xsl:function>
  <!-- The end of a line of the file before an end tag that punctuation follows. -->
  <xsl:function name="ed:is-layout" as="xs:boolean">
    <xsl:param name="blank" as="node()"/>
    <xsl:param name="next" as="node()?"/>
    <xsl:variable name="sign" as="xs:string" select="substring(string($next/self::text()), 1, 1)"/>
    <xsl:sequence select="$sign ne '' and contains('.,;:!?)]', $sign)
        and exists($blank/self::text()/ancestor::*/following-sibling::node()[1] intersect $next)
        and empty($blank/following-sibling::node())
        and matches($blank, '\n\s*$')"/>
  </xsl:function>

  <xsl:function name="ed:without-space" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string?"/>
    <xsl:sequence select="if ($pattern) then replace($text, $pattern, '') else $text"/>
  </xsl:function>
</xsl:stylesheet>
