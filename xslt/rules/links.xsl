<?xml version="1.0" encoding="UTF-8"?>
<!-- Links: to a place in this text, to an entry of a register, or out. Words that point are kept; a
     bare pointer shows where it leads: the heading of a part, the number of a note, the author and
     year of a book, the words with which a place begins, else its address. Each of several targets is a link of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="ref" mode="ed:rules">
    <xsl:variable name="pointer" as="element()" select="."/>
    <xsl:variable name="targets" as="xs:string*" select="ed:targets(.)"/>
    <xsl:variable name="link" as="element(ed:link)">
      <ed:link target="{ed:led-to(., $targets[1])}">
        <xsl:call-template name="ed:common"/>
        <xsl:call-template name="ed:content"/>
      </ed:link>
    </xsl:variable>
    <xsl:sequence select="ed:leading($link)"/>
    <!-- Further targets, as numbers behind the words. -->
    <xsl:for-each select="tail($targets)">
      <ed:inline kind="added" further="yes">
        <xsl:text> </xsl:text>
        <ed:link target="{ed:led-to($pointer, .)}">[<xsl:value-of select="position() + 1"/>]</ed:link>
      </ed:inline>
    </xsl:for-each>
  </xsl:template>

  <!-- Where there is nothing to lead to, words are words. -->
  <xsl:function name="ed:leading" as="element()">
    <xsl:param name="link" as="element(ed:link)"/>
    <xsl:choose>
      <xsl:when test="$link/@target ne ''"><xsl:sequence select="$link"/></xsl:when>
      <xsl:otherwise>
        <ed:inline kind="ref"><xsl:sequence select="$link/(@* except @target, node())"/></ed:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The words of a bare pointer would run into those around it. -->
  <xsl:function name="ed:parted-before" as="node()*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$pointer/preceding-sibling::node()[1]"/>
    <!-- Also where what stands before is a value that is told as well. -->
    <xsl:if test="matches(ed:last-signs($before, 1), '[\w)]') or $before[not(normalize-space())]
        /(self::date | self::time | self::measure)[ed:is-dated(.) or ed:measured(.)]">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:parted-behind" as="node()*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:if test="matches(string($pointer/following-sibling::node()[1]), '^[\w(]')">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:function>
  <!-- One that says nothing and leads nowhere, as for words to come: its address stays. -->
  <xsl:template match="(ptr | ref)[not(normalize-space() or *)][not(@target or @cRef or @corresp or @ed:entries)]"
      mode="ed:rules" priority="3">
    <xsl:for-each select="@xml:id"><ed:anchor id="{.}"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="ptr | ref[not(normalize-space() or *)]" mode="ed:rules">
    <xsl:variable name="pointer" as="element()" select="."/>
    <xsl:sequence select="ed:parted-before(.)"/>
    <xsl:for-each select="(ed:targets(.), '')[. or position() = 1]">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:variable name="note" as="element(note)?" select="ed:aimed-at($pointer, .)/self::note
          [ed:sign(., ()) or not(ed:place(.) = 'block')]"/>
      <xsl:if test="not($first)"><xsl:text>, </xsl:text></xsl:if>
      <xsl:variable name="link" as="element(ed:link)">
        <ed:link target="{ed:led-to($pointer, .)}">
          <xsl:if test="$note"><xsl:attribute name="kind" select="'note-number'"/></xsl:if>
          <xsl:for-each select="$pointer[$first]">
            <xsl:call-template name="ed:common"/>
            <xsl:call-template name="ed:content"/>
          </xsl:for-each>
          <xsl:if test="not($note)"><xsl:value-of select="ed:told-of($pointer, .)"/></xsl:if>
        </ed:link>
      </xsl:variable>
      <xsl:sequence select="ed:leading($link)"/>
    </xsl:for-each>
    <xsl:sequence select="ed:parted-behind(.)"/>
  </xsl:template>

  <!-- To an entry of a register (edition/registers/pointing.py). -->
  <xsl:template match="(ref | ptr)[@ed:entries]" mode="ed:rules" priority="2">
    <ed:inline kind="ref">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
      <xsl:if test="not(normalize-space() or *)">
        <xsl:value-of select="(@ed:called, ed:told-of(., ed:targets(.)[1]))[1]"/>
      </xsl:if>
    </ed:inline>
  </xsl:template>

  <!-- Where it points, as it says or as reading has found out (edition/registers/aims.py). -->
  <xsl:function name="ed:targets" as="xs:string*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="targets" as="xs:string*" select="tokenize(($pointer/@ed:target, $pointer/@target)[1])"/>
    <xsl:variable name="others" as="xs:string*" select="ed:other-targets($pointer)[exists($targets[2])]"/>
    <xsl:sequence select="if (exists($others)) then $others else $targets"/>
  </xsl:function>
  <xsl:function name="ed:aimed-at" as="element()?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:variable name="led" as="xs:string?" select="ed:led-to($pointer, $target)"/>
    <xsl:sequence select="
        if (starts-with($led, '#')) then key('ed:by-id', substring($led, 2), root($pointer))[1] else ()"/>
  </xsl:function>

  <!-- The place that is meant has an id that counts, where it has none of its own. -->
  <xsl:key name="ed:aims" match="*[@ed:aim]" use="@ed:aim"/>
  <!-- Where a pointer leads: a private prefix is written out as declared. The colon is there because
       XPath replaces nothing by a pattern that may match nothing. -->
  <xsl:function name="ed:is-about" as="xs:boolean">
    <xsl:param name="prefix" as="element(prefixDef)"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:try select="matches($rest, '^(' || ed:match-pattern($prefix) || ')$')">
      <xsl:catch select="false()"/>
    </xsl:try>
  </xsl:function>
  <!-- Signs that need no stroke before them, as _ does not, and may have none in XPath. -->
  <xsl:function name="ed:match-pattern" as="xs:string" cache="yes">
    <xsl:param name="prefix" as="element(prefixDef)"/>
    <xsl:sequence select="replace($prefix/@matchPattern, '(\\\\)|\\([^\w\s\\|.?*+(){}\[\]^$\-]|_)', '$1$2')"/>
  </xsl:function>
  <xsl:key name="ed:prefixes" match="prefixDef" use="@ident"/>
  <xsl:function name="ed:led-to" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="prefix" as="element(prefixDef)?" select="
        key('ed:prefixes', substring-before($target, ':'), root($pointer))
          [ed:is-about(., substring-after($target, ':'))][1]"/>
    <!-- Files of the edition that are published with it: pairs of address and name. -->
    <xsl:variable name="files" as="xs:string*" select="tokenize($pointer/@ed:files)"/>
    <xsl:variable name="file" as="xs:integer?"
        select="index-of($files, string($target))[. mod 2 eq 1][1]"/>
    <xsl:try select="
        if ($file) then $files[$file + 1]
        else if (starts-with($target, '#ed.aim.')) then
          '#' || key('ed:aims', substring-after($target, '#ed.aim.'), root($pointer))[1]/@ed:id
        else if (starts-with($target, '#')) then ed:place-in-text($pointer, substring($target, 2))
        else if (empty($prefix)) then $target
        else replace(':' || substring-after($target, ':'), '^:' || ed:match-pattern($prefix) || '$',
            $prefix/@replacementPattern)">
      <xsl:catch select="$target"/>
    </xsl:try>
  </xsl:function>

  <!-- #id of what is in this text, or of the picture at which a page begins; nothing else is there. -->
  <xsl:function name="ed:place-in-text" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="(key('ed:by-id', $id, root($pointer))[1] ! $id,
        key('ed:page-of-image', '#' || $id, root($pointer))[1]/(@xml:id, @ed:id)[1])[1] ! ('#' || .)"/>
  </xsl:function>
  <xsl:key name="ed:page-of-image" match="pb[@facs]" use="tokenize(@facs)"/>

  <!-- What is said of where a bare pointer leads. -->
  <xsl:function name="ed:told-of" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="place" as="element()?" select="ed:aimed-at($pointer, string($target))"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$place" mode="ed:told-of"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(
        ($words[normalize-space()], $target[.], $pointer/@cRef, $pointer/@corresp, '')[1])"/>
  </xsl:function>
  <xsl:mode name="ed:told-of" on-no-match="deep-skip"/>
  <xsl:template match="*" mode="ed:told-of" as="xs:string?">
    <xsl:variable name="named" as="xs:string" select="string-join((head, @n, label)[normalize-space()][1]
        ! descendant-or-self::node()[not(ancestor::note)]
          ! (self::text(), self::attribute(), self::lb[not(@break = 'no')]/' ') ! string())"/>
    <xsl:sequence select="($named[normalize-space()], ed:begins-with(.))[1]"/>
  </xsl:template>
  <!-- A place in the text without a name: by the words with which it begins, as “Rye is dear in …”. -->
  <xsl:function name="ed:begins-with" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="read" as="node()*" select="$place//(text() | *[exists($ed:run(local-name()))]
        | lb[not(@break = 'no')])[not(ancestor-or-self::*[self::note or self::fw or self::am or self::del
          or self::rdg or (self::sic | self::orig | self::abbr)[../self::choice/*[2]]][. >> $place])]"/>
    <!-- Blocks and lines part words; a sign does not stand apart where a note stood before it. -->
    <xsl:variable name="words" as="xs:string*" select="tokenize(replace(
        string-join($read[position() le $ed:told-pieces] ! (self::text(), ' ')[1]), '(\w)\s+([.,])(\s|$)', '$1$2$3'))"/>
    <xsl:variable name="marks" as="xs:string+" select="ed:marks-of($place)"/>
    <xsl:if test="exists($words)">
      <xsl:sequence select="$marks[1] || string-join($words[position() le $ed:told-words], ' ')
          || ' …'[$words[$ed:told-words + 1]] || $marks[2]"/>
    </xsl:if>
  </xsl:function>
  <xsl:variable name="ed:told-words" as="xs:integer" select="4"/>
  <!-- Words may be in many elements, each letter in one; of a long division no more is read than that. -->
  <xsl:variable name="ed:told-pieces" as="xs:integer" select="200"/>
  <xsl:template match="bibl | biblStruct | biblFull" mode="ed:told-of" as="xs:string">
    <xsl:variable name="author" as="element()?" select="(.//author, .//editor)[1]"/>
    <xsl:variable name="date" as="element()?" select="(.//date)[1]"/>
    <xsl:variable name="parts" as="xs:string*" select="
        ($author//surname[1], $author, .//title[1])[1] ! ed:said-by(.),
        $date ! (ed:said-by(.)[.], @when)[1]"/>
    <!-- Of words alone it is told how they begin: “Cummings, James. 2008. …”. -->
    <xsl:sequence select="(string-join($parts, ', ')[.], ed:begins-with(.), '')[1]"/>
  </xsl:template>
  <xsl:template match="pb | l" mode="ed:told-of" as="xs:string?">
    <xsl:sequence select="@n ! (ed:label((if (../self::pb) then 'page' else 'line') || '-short',
        string(ed:main-language(root(..)/*))) || .)"/>
  </xsl:template>
  <xsl:template match="table[not(head)] | figure[not(head)]" mode="ed:told-of" as="xs:string">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:variable name="before" as="element()*" select="preceding::*[local-name() = $name]"/>
    <xsl:sequence select="ed:label($name, string(ed:main-language(root()/*))) || ' ' ||
        (@n, string(count($before) + 1))[1]"/>
  </xsl:template>
  <xsl:template match="person | place | org | event | object | nym | personGrp" mode="ed:told-of"
      as="xs:string?">
    <xsl:sequence select="(persName, placeName, orgName, eventName, objectName, label)
        [normalize-space()][1] ! ed:said-by(.)"/>
  </xsl:template>
</xsl:stylesheet>
