<?xml version="1.0" encoding="UTF-8"?>
<!-- The marks of notes that the source lost and the editors placed: they are shown as theirs. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What is printed where a note is called; brackets enclose what the editors supply. -->
  <xsl:function name="ed:call-sign" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="if ($note/@called-in) then '[' || $note/@n || ']' else string($note/@n)"/>
  </xsl:function>

  <!-- The mark of this note was placed by the editors; certainty: medium -->
  <xsl:function name="ed:placed-here" as="xs:string?" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($note)"/>
    <xsl:sequence select="$note[@called-in] ! ('(' || string-join((ed:label('placed-here', $lang),
        @cert ! ed:certainty(., $lang)), '; ') || ')')"/>
  </xsl:function>

  <!-- For the head of the notes: which marks are the editors', and how sure they are of each. -->
  <xsl:function name="ed:placed" as="xs:string?" visibility="public">
    <xsl:param name="notes" as="element(ed:note)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="placed" as="element(ed:note)*" select="$notes[@called-in]"/>
    <xsl:variable name="grades" as="xs:string*">
      <xsl:for-each-group select="$placed[@cert]" group-by="string(@cert)">
        <xsl:sequence select="ed:certainty(current-grouping-key(), $lang) || ': ' ||
            ed:numbered(current-group()/@n)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="sure" as="xs:string" select="string-join($grades, '; ')"/>
    <!-- Where others are of the source, it is said of each alone. -->
    <xsl:variable name="said" as="xs:string" select="ed:label($label, $lang) ! (
        if ($label = 'placed-here') then upper-case(substring(., 1, 1)) || substring(., 2) || ':' else .)"/>
    <xsl:sequence select="
        if (empty($placed)) then ()
        else string-join(($said || ' ' || ed:numbered($placed/@n) || '.',
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
