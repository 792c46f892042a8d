<?xml version="1.0" encoding="UTF-8"?>
<!-- What one copy lacks and another has, out of the encoding: passages between the marks of a lacuna,
     and words that are supplied from a named source for a loss, one ed:passage each. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- In the order of the text. lacking: ids of those who lack it; from: of those who have it; reason: as
       encoded. -->
  <xsl:function name="ed:passages" as="element(ed:passage)*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="ends" as="element(ed:alternate)*" select="ed:ends-of-lacunae($document)"/>
    <xsl:variable name="wits" as="xs:string*" select="$document/ed:witnesses/ed:witness/@id"/>
    <xsl:for-each select="$ends[exists(ed:tears(., 'lacunaStart'))] | $document/ed:text//ed:inline
        [@kind = 'supplied'][ed:source-ids(@source) = $wits][not(ancestor::*/@only = ('diplomatic', 'apparatus'))]">
      <xsl:sequence select="if (self::ed:alternate) then ed:lacking(., $ends) else ed:restored(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:ends-of-lacunae" as="element(ed:alternate)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document[ed:apparatus//ed:torn[@kind = ('lacunaStart', 'lacunaEnd')]]/ed:text
        //ed:alternate[@kind = 'variant'][not(@method)]
          [exists((ed:tears(., 'lacunaStart'), ed:tears(., 'lacunaEnd')))]"/>
  </xsl:function>
  <!-- The witnesses that break off at an entry, or go on. -->
  <xsl:function name="ed:tears" as="xs:string*">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="ed:entry-of($one)/ed:reading/ed:torn[@kind = $kind] ! tokenize((@wit, ../@wit)[1])"/>
  </xsl:function>

  <!-- From the mark where a witness breaks off to the next at which it goes on; none where no words
       stand between them. -->
  <xsl:function name="ed:lacking" as="element(ed:passage)?">
    <xsl:param name="start" as="element(ed:alternate)"/>
    <xsl:param name="ends" as="element(ed:alternate)*"/>
    <xsl:variable name="who" as="xs:string*" select="ed:tears($start, 'lacunaStart')"/>
    <xsl:variable name="end" as="element(ed:alternate)?"
        select="($start[ed:mark(., 'lacunaEnd') >> ed:mark(., 'lacunaStart')], $ends[. >> $start])[ed:tears(., 'lacunaEnd') = $who][1]"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="ed:entry-of($start)"/>
    <xsl:variable name="words" as="xs:string" select="ed:lacked(ed:lacks-behind($start), $end ! ed:lacks-before(.))"/>
    <xsl:if test="$words">
      <ed:passage key="{$start/@key}" id="{$start/(@id, @key)[1]}" place="{ed:span($start, $end)}"
          lacking="{$who}"
          from="{$entry/ed:reading[@kind = 'lemma'] ! tokenize(@wit)[not(. = $who)]}">
        <xsl:for-each select="($entry/ed:reading/@cause)[1]"><xsl:attribute name="reason" select="."/></xsl:for-each>
        <xsl:text>{$words}</xsl:text>
      </ed:passage>
    </xsl:if>
  </xsl:function>

  <!-- What the words that are lacking begin behind, and what they end before: a mark among the words
       that are read; else the words of the entry, if the reading with the mark has some before it or, at
       the end, behind it. Without such the witness lacks those of the entry, too. -->
  <xsl:function name="ed:lacks-behind" as="node()">
    <xsl:param name="start" as="element(ed:alternate)"/>
    <xsl:variable name="mark" as="element()?" select="ed:mark($start, 'lacunaStart')"/>
    <xsl:sequence select="
        if ($mark[not(ancestor::*/@only = ('diplomatic', 'apparatus'))]) then $mark
        else if (ed:words-of-mark($mark)[. &lt;&lt; $mark]) then $start/descendant::node()[last()]
        else $start"/>
  </xsl:function>
  <xsl:function name="ed:lacks-before" as="node()?">
    <xsl:param name="end" as="element(ed:alternate)"/>
    <xsl:variable name="mark" as="element()?" select="ed:mark($end, 'lacunaEnd')"/>
    <xsl:sequence select="
        if ($mark[not(ancestor::*/@only = ('diplomatic', 'apparatus'))]) then $mark
        else if (ed:words-of-mark($mark)[. >> $mark]) then $end
        else $end/following::node()[1]"/>
  </xsl:function>
  <xsl:function name="ed:mark" as="element(ed:inline)?">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        ($one//ed:inline[@kind = $kind][ancestor::ed:alternate[@kind = 'variant'][1] is $one])[1]"/>
  </xsl:function>
  <xsl:function name="ed:words-of-mark" as="text()*">
    <xsl:param name="mark" as="element(ed:inline)?"/>
    <xsl:sequence select="$mark/ancestor::ed:inline[@kind = ('lem', 'rdg')][1]
        //text()[normalize-space()][not(ancestor::ed:note)]"/>
  </xsl:function>

  <!-- The words between two nodes: all of a few, else the first and the last. -->
  <xsl:function name="ed:lacked" as="xs:string">
    <xsl:param name="from" as="node()"/>
    <xsl:param name="to" as="node()?"/>
    <xsl:variable name="first" as="node()*" select="
        ($from/descendant::node(), $from/following::node())[ed:is-read(.)][not($to &lt;&lt; . or $to is .)][position() le 12]"/>
    <xsl:variable name="last" as="node()*"
        select="$to/preceding::node()[. >> $from][ed:is-read(.)][position() le 12]"/>
    <xsl:variable name="few" as="xs:string*"
        select="tokenize(ed:running($first | $last))[exists($first intersect $last)]"/>
    <xsl:sequence select="
        if (empty($first)) then ''
        else if (exists($few) and count($few) le 8) then string-join($few, ' ')
        else string-join((ed:some(ed:running($first), true()), '…', ed:some(ed:running($last | ()), false())[.]), ' ')"/>
  </xsl:function>

  <!-- Words supplied from a source: what is lost, or was withheld, in the copy edited. -->
  <xsl:function name="ed:restored" as="element(ed:passage)">
    <xsl:param name="one" as="element(ed:inline)"/>
    <ed:passage key="{$one/@key}" id="{$one/(@id, @key)[1]}" place="{ed:span($one, $one)}" lacking=""
        from="{ed:source-ids($one/@source)}">
      <xsl:copy-of select="$one/(@reason, @cert)"/>
      <xsl:text>{ed:brief(normalize-space(ed:plain($one)))}</xsl:text>
    </ed:passage>
  </xsl:function>

  <!-- Words of the reading text, and what parts them. -->
  <xsl:function name="ed:is-read" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        ($node/self::text() or $node[self::ed:break[@space] or self::ed:paragraph or self::ed:line or self::ed:heading
          or self::ed:block or self::ed:item or self::ed:cell])
        and exists($node/ancestor::ed:text)
        and empty($node/ancestor::*[self::ed:note or @only = ('diplomatic', 'apparatus')])"/>
  </xsl:function>
  <xsl:function name="ed:running" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="string-join($nodes ! (if (self::text()) then string() else ' '))"/>
  </xsl:function>
  <!-- The first or the last words of some. -->
  <xsl:function name="ed:some" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="each" as="xs:string*" select="tokenize($words)"/>
    <xsl:sequence select="string-join(
        if ($first) then $each[position() le 4] else $each[position() gt last() - 4], ' ')"/>
  </xsl:function>

  <!-- The paragraphs, or other citable places, from which and to which it goes; a heading belongs to
       what follows it. -->
  <xsl:function name="ed:span" as="xs:string">
    <xsl:param name="from" as="element()"/>
    <xsl:param name="to" as="element()?"/>
    <xsl:sequence select="string-join(distinct-values((
        ($from, $to) ! string((ancestor::ed:line[1]/@n, (ancestor::ed:heading[1]/following::ed:paragraph[@id][1],
          ancestor::*[self::ed:paragraph or self::ed:line or self::ed:block][@id][1])[1] ! ed:place-told(.))[1]))[.]), '–')"/>
  </xsl:function>
</xsl:stylesheet>
