<?xml version="1.0" encoding="UTF-8"?>
<!-- How an entry is keyed: as it says (loc), by the line of verse, by the numbered line of the source,
     by chapter and verse, by the paragraph, or by the line of the page, which typesetting knows. And
     which witnesses lack the place. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:key-of" as="attribute()*">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="asked" as="xs:string" select="string(root($one)/ed:document/@ed:key-by)"/>
    <xsl:variable name="ends" as="element()+" select="ed:ends($one)"/>
    <xsl:variable name="ways" as="xs:string*" select="if ($asked) then $asked else
        ('verse', 'source', 'chapter')"/>
    <xsl:variable name="found" as="map(*)*" select="
        $one/@loc ! map{'by': 'loc', 'keys': ed:lines-named(.)},
        for $way in $ways, $keys in [distinct-values($ends ! ed:counted(., $way))] return
          map{'by': $way, 'keys': $keys?*}[exists(?keys)]"/>
    <xsl:variable name="first" as="map(*)?" select="$found[1]"/>
    <xsl:attribute name="by" select="($first?by, 'line')[1]"/>
    <xsl:if test="exists($first)">
      <xsl:variable name="poem" as="xs:string?" select="$ends[1][$first?by = 'verse'] ! ed:poem-of(ed:verse-at(.))"/>
      <xsl:if test="$poem"><xsl:attribute name="poem" select="$poem"/></xsl:if>
      <xsl:attribute name="from" select="$first?keys[1]"/>
      <xsl:if test="count($first?keys) gt 1">
        <xsl:attribute name="to" select="ed:shortened($first?keys[1], $first?keys[2], $poem)"/>
      </xsl:if>
    </xsl:if>
    <xsl:variable name="places" as="xs:string*" select="distinct-values($ends ! ed:place-words(.))"/>
    <xsl:attribute name="place" select="string-join(($places[1],
        $places[last()][$ends[last()]/self::ed:break][position() = 1 and count($places) gt 1] ! ed:shortened($places[1], ., ())), '–')"/>
  </xsl:function>

  <!-- A range has a first and a last line; all else is as it is said. -->
  <xsl:function name="ed:lines-named" as="xs:string+">
    <xsl:param name="loc" as="xs:string"/>
    <xsl:sequence select="if (matches($loc, '^\d+[a-z]?\s*[-–—]\s*\d+[a-z]?$')) then tokenize($loc, '\s*[-–—]\s*') else $loc"/>
  </xsl:function>

  <!-- The first and the last place that the words of an entry stand in. -->
  <xsl:function name="ed:ends" as="element()+">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="lines" as="element()*" select="
        $one[not(@method)]//(ed:line[@n] | ed:paragraph)[not(ancestor::*[. >> $one]/@only = ('apparatus', 'diplomatic'))]"/>
    <xsl:sequence select="if ($lines) then ($lines[1]/(node()[1][self::*], .)[1], $lines[last()]/(node()[1][self::*], .)[1])
        else (($one[not(@method)]//ed:break[@n][ed:opens($one, .)][last()], ed:start-of($one))[1], ($one[not(@method)]//ed:break[@n][not(ancestor::*[. >> $one]/@only)][last()], ed:end-of($one))[1])"/>
  </xsl:function>

  <!-- Before all words: what a lemma has in the next line stands there. -->
  <xsl:function name="ed:opens" as="xs:boolean">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="empty($one//text()[normalize-space()][. &lt;&lt; $break])
        and not($break/ancestor::*[. >> $one]/@only = ('apparatus', 'diplomatic'))"/>
  </xsl:function>

  <xsl:function name="ed:counted" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="way" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$way = 'verse'">
        <xsl:sequence select="ed:verse-at($place) ! ed:verse-key(.)"/>
      </xsl:when>
      <xsl:when test="$way = 'source'">
        <xsl:sequence select="ed:break-before($place, 'numbered')[ancestor::*[self::ed:block or self::ed:paragraph][1]
            is $place/ancestor::*[self::ed:block or self::ed:paragraph][1]] ! ed:line-of-source(.)"/>
      </xsl:when>
      <xsl:when test="$way = 'chapter'"><xsl:sequence select="ed:chapter-verse($place)"/></xsl:when>
      <xsl:when test="$way = 'paragraph'"><xsl:sequence select="ed:paragraph-number($place)"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:verse-at" as="element(ed:line)?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="($place/ancestor-or-self::ed:line[1] ! ed:numbered-line(.), ed:line-before($place))[1]"/>
  </xsl:function>
  <!-- What stands between two verses is keyed by the first of them. -->
  <xsl:function name="ed:line-before" as="element(ed:line)?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="around" as="element()?" select="$place[not(ancestor-or-self::ed:line)]
        /ancestor::*[self::ed:block or self::ed:paragraph[ed:line] or self::ed:section or self::ed:part][1]"/>
    <xsl:sequence select="$around/(self::ed:block[@kind = ('lg', 'sp')] | self::*[ed:line])/
        descendant::ed:line[@n][. &lt;&lt; $place][not(ancestor::*/@only = 'apparatus')][last()]"/>
  </xsl:function>

  <!-- What pages say where the key is the line of a printed page: page and line of the source, else
       the paragraph, or the line of a poem, by the id that it was given or its rank. -->
  <xsl:function name="ed:place-words" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="source" as="xs:string*" select="
        ('page', 'line') ! ed:break-before($place, .)/@n"/>
    <xsl:sequence select="
        if (exists($source)) then string-join($source, '.')
        else (ed:paragraph-number($place) ! ('¶ ' || .),
          ed:line-at($place) ! (@id[not(contains(., '.'))], ed:line-words(.))[1],
          ed:place-told($place))[1]"/>
  </xsl:function>

  <!-- The line of a poem, with the number or the heading of the poem where there are several. -->
  <xsl:function name="ed:line-words" as="xs:string">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:variable name="poem" as="element()?" select="
        ($line/ancestor::ed:block[@kind = 'lg'][last()][ed:block/@kind = 'lg-head'],
         $line/ancestor::ed:section[ed:is-named(.)])[not(ancestor::ed:note)][1]"/>
    <xsl:variable name="name" as="xs:string?" select="
        $poem[count(key('ed:poems', 'yes', root($line))) gt 1] ! ed:part-name(.)"/>
    <xsl:sequence select="string-join(($name,
        ed:label('line-short', ed:lang($line)) || ($line/@n, ed:rank-of-line($line))[1]), ', ')"/>
  </xsl:function>
  <xsl:key name="ed:poems" use="'yes'" match="
      (ed:section[ed:is-named(.)] | ed:block[@kind = 'lg'][ed:block/@kind = 'lg-head'])[.//ed:line[not(@n)]]"/>

  <!-- The line in which a place is, that which it holds, or that behind which it stands. -->
  <xsl:function name="ed:line-at" as="element(ed:line)?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="held" as="element(ed:line)?"
        select="($place//ed:line[not(ancestor::*/@only = ('apparatus', 'diplomatic'))])[1]"/>
    <xsl:sequence select="($place/ancestor-or-self::ed:line[1], $held,
        ($place/parent::ed:block//ed:line[. &lt;&lt; $place][not(ancestor::*/@only = 'apparatus')])[last()])[1]"/>
  </xsl:function>
  <xsl:function name="ed:rank-of-line" as="xs:integer">
    <xsl:param name="line" as="element(ed:line)"/>
    <xsl:variable name="poem" as="element()"
        select="($line/ancestor::ed:block[@kind = ('lg', 'sp')][last()], $line/..)[1]"/>
    <xsl:sequence select="ed:ranks-of-lines($poem)(generate-id($line))"/>
  </xsl:function>
  <xsl:function name="ed:ranks-of-lines" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="poem" as="element()"/>
    <xsl:map>
      <xsl:iterate select="$poem//ed:line">
        <xsl:param name="rank" as="xs:integer" select="1"/>
        <xsl:map-entry key="generate-id()" select="$rank"/>
        <xsl:next-iteration>
          <xsl:with-param name="rank" select="$rank + count(.[not(ancestor::*/@only = 'apparatus')])"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>

  <!-- Entries with the witnesses that are torn where they stand, or have not begun. -->
  <xsl:function name="ed:with-absent" as="element(ed:entry)*">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:variable name="torn" as="xs:string*" select="distinct-values($entries/ed:reading/ed:torn ! ed:torn-of(.))"/>
    <xsl:choose>
      <xsl:when test="empty($torn)"><xsl:sequence select="$entries"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="marks" as="map(xs:string, map(*)*)"
            select="map:merge($torn ! map{.: ed:marks(., $entries)})"/>
        <xsl:for-each select="$entries">
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <xsl:copy>
            <xsl:variable name="lacks" as="xs:string*" select="$torn[ed:lacks($marks(.), $at)]"/>
            <xsl:if test="exists($lacks)"><xsl:attribute name="absent" select="$lacks"/></xsl:if>
            <xsl:copy-of select="@*, node()"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:torn-of" as="xs:string*">
    <xsl:param name="mark" as="element(ed:torn)"/>
    <xsl:sequence select="tokenize(($mark/@wit, $mark/../@wit)[1])"/>
  </xsl:function>
  <!-- Where a witness breaks off or goes on: at which entry, and which of both. -->
  <xsl:function name="ed:marks" as="map(*)*">
    <xsl:param name="witness" as="xs:string"/>
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:for-each select="$entries">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:sequence select="ed:reading/ed:torn[ed:torn-of(.) = $witness] ! map{'at': $at, 'kind': string(@kind)}"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:lacks" as="xs:boolean">
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:param name="at" as="xs:integer"/>
    <xsl:variable name="last" as="map(*)?" select="$marks[?at le $at][last()]"/>
    <xsl:sequence select="
        if (exists($last)) then $last?kind = ('lacunaStart', 'witEnd') and $last?at ne $at
        else $marks[1]?kind = ('witStart', 'lacunaEnd')"/>
  </xsl:function>
</xsl:stylesheet>
