<?xml version="1.0" encoding="UTF-8"?>
<!-- The marks of notes that the source lost and the editors placed: they are shown as theirs. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What is printed where a note is called; brackets enclose what the editors supply. -->
  <xsl:function name="ed:call-sign" as="xs:string" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="if ($call/@called-in) then '[' || $call/@n || ']' else string($call/@n)"/>
  </xsl:function>

  <!-- Further calls, by the id of the note. -->
  <xsl:key name="ed:called-again" match="ed:link[@kind = 'note']" use="substring-after(@target, '#')"/>
  <xsl:function name="ed:called-again" as="element(ed:link)*" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="root($note)[self::document-node()] ! key('ed:called-again', $note/@id, .)
        [ed:stands-in(., $text) and not(@called-in[. ne $text])]"/>
  </xsl:function>

  <!-- Whether a note or a call is in this text: where its words are, or, within a note, where that is. -->
  <xsl:function name="ed:stands-in" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="around" as="element(ed:note)?" select="$place/ancestor::ed:note[last()]"/>
    <xsl:variable name="outer" as="element()*" select="$around/ancestor-or-self::*"/>
    <xsl:sequence select="not(($place/ancestor-or-self::* except $outer)/@only[. ne $text])
        and (not($outer/@only[. ne $text]) or exists(root($place)[self::document-node()]
          ! key('ed:called-again', $around/@id, .)[empty(ancestor::ed:note | ancestor-or-self::*/@only[. ne $text])]))"/>
  </xsl:function>

  <!-- Whether a note is one of this text: it stands in it, or a call does. -->
  <xsl:function name="ed:is-noted" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="ed:stands-in($note, $text) or exists(ed:called-again($note, $text))"/>
  </xsl:function>

  <!-- The calls of notes that the editors placed in this text. -->
  <xsl:function name="ed:placed-calls" as="element()*" visibility="public">
    <xsl:param name="notes" as="element(ed:note)*"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$notes ! (.[@called-in = $text], ed:called-again(., $text)[@called-in])"/>
  </xsl:function>

  <!-- The place from which a note is called in this text, if it is: that of its own call, or of another. -->
  <xsl:function name="ed:called-from" as="xs:string?" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="($note[ed:is-called-itself(., $text)] ! ed:call-id(.),
        ed:called-again($note, $text) ! ed:again-id(.))[1]"/>
  </xsl:function>
  <!-- A further call of a note has the id that it was given, else a counted one. -->
  <xsl:function name="ed:again-id" as="xs:string" visibility="public">
    <xsl:param name="call" as="element(ed:link)"/>
    <xsl:variable name="note" as="xs:string" select="substring-after($call/@target, '#')"/>
    <xsl:variable name="alike" as="element(ed:link)*" select="root($call)[self::document-node()] ! key('ed:called-again', $note, .)"/>
    <xsl:sequence select="string(($call/@id,
        ed:own-id($call, 'call-' || $note || '-' || (1 + count($alike[. &lt;&lt; $call]) + 1)))[1])"/>
  </xsl:function>

  <!-- The mark of this note was placed by the editors; certainty: medium; internal evidence; source:
       which. On what ground -->
  <xsl:function name="ed:placed-here" as="xs:string?" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($note)"/>
    <xsl:variable name="several" as="xs:boolean" select="
        exists($note[not(@called-in)]) and ed:is-called-itself($note, $text) or exists(ed:placed-calls($note, $text)[2])"/>
    <xsl:variable name="said" as="xs:string*" select="
        for $call in ed:placed-calls($note, $text) | $note[@called-in]
        return ed:placed-because((ed:label('placed-here', $lang), $call/@cert ! ed:certainty(., $lang),
          tokenize($call/@evidence) ! ed:value-label('evidence', ., $lang)), $call)"/>
    <xsl:sequence select="string-join((
        distinct-values($said) ! ('(' || '['[$several] || $note/@n[$several] || ']: '[$several] || . || ')'),
        ed:place-told($note, $text)), ' ')[.]"/>
  </xsl:function>
  <!-- (place of the mark: certainty low), where the source has the mark and the editors doubt its place. -->
  <xsl:function name="ed:place-told" as="xs:string*" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($note)"/>
    <xsl:sequence select="distinct-values(
        ($note[ed:is-called-itself(., $text)], ed:called-again($note, $text))[not(@called-in)][@place-cert or @place-why]
        ! ('(' || ed:label('mark-place', $lang) || ': ' || ed:placed-because(@place-cert ! ed:certainty(., $lang), .) || ')'))"/>
  </xsl:function>
  <!-- What is said of a mark, with the words on its ground and the sources of its place. -->
  <xsl:function name="ed:placed-because" as="xs:string">
    <xsl:param name="said" as="xs:string*"/>
    <xsl:param name="call" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="ed:source-ids($call/@place-source) ! ed:source-name($call, .)"/>
    <xsl:sequence select="string-join((string-join(
        ($said, $names[1] ! (ed:label('source', ed:lang($call)) || ': ' || string-join($names, '; '))), '; ')[.], $call/@place-why), '. ')"/>
  </xsl:function>
  <xsl:function name="ed:is-called-itself" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="ed:stands-in($note, $text) and not($note/@called-in[. ne $text])"/>
  </xsl:function>

  <!-- For the head of the notes: which marks are the editors', how sure they are of each, and on what ground. -->
  <xsl:function name="ed:placed" as="xs:string?" visibility="public">
    <xsl:param name="placed" as="element()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="numbers" as="function(element()*) as xs:string*" select="
        function($calls) {distinct-values($calls/@n ! string())}"/>
    <xsl:variable name="grades" as="xs:string*">
      <xsl:for-each-group select="$placed[@cert]" group-by="string(@cert)">
        <xsl:sequence select="ed:certainty(current-grouping-key(), $lang) || ': ' ||
            ed:numbered($numbers(current-group()))"/>
      </xsl:for-each-group>
      <xsl:for-each-group select="$placed" group-by="tokenize(@evidence)">
        <xsl:sequence select="ed:value-label('evidence', current-grouping-key(), $lang) || ': ' ||
            ed:numbered($numbers(current-group()))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="sure" as="xs:string" select="string-join($grades, '; ')"/>
    <!-- Where others are of the source, it is said of each alone. -->
    <xsl:variable name="said" as="xs:string" select="ed:label($label, $lang) ! (
        if ($label = 'placed-here') then upper-case(substring(., 1, 1)) || substring(., 2) || ':' else .)"/>
    <xsl:sequence select="
        if (empty($placed)) then ()
        else string-join(($said || ' ' || ed:numbered($numbers($placed)) || '.',
          $sure[.] ! (upper-case(substring(., 1, 1)) || substring(., 2) || '.')), ' ')"/>
  </xsl:function>

  <!-- Numbers of notes, three and more that follow one another as a range: 1, 4–9. -->
  <xsl:function name="ed:numbered" as="xs:string">
    <xsl:param name="numbers" as="xs:string*"/>
    <xsl:variable name="runs" as="xs:string*">
      <xsl:for-each-group select="1 to count($numbers)"
          group-adjacent="$numbers[current()] ! (if (. castable as xs:integer) then xs:integer(.) - current() else .)">
        <xsl:variable name="run" as="xs:string*" select="$numbers[position() = current-group()]"/>
        <xsl:sequence select="if (count($run) gt 2) then head($run) || '–' || $run[last()] else $run"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($runs, ', ')"/>
  </xsl:function>
</xsl:stylesheet>
