<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that are not at the foot: behind the text, or behind each of its parts, as their TEI or the
     edition says. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Where notes are to be: foot, end, part; else as @place says. -->
  <xsl:param name="ed:notes-at" as="xs:string" select="''"/>

  <xsl:function name="ed:is-endnote" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="$note/@place = ('foot', 'end') and
        ($ed:notes-at = ('end', 'part') or ($ed:notes-at = '' and $note/@place = 'end'))"/>
  </xsl:function>

  <!-- The part behind which a note stands; none: it stands behind the text. -->
  <xsl:function name="ed:part-of" as="element(ed:section)?">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="$note[$ed:notes-at = 'part'][not(ed:is-side(.))]/ancestor::ed:section[last()]
        [not(ed:is-beside(., ('original', 'translation')))]"/>
  </xsl:function>

  <!-- Notes of a part, or those of a text that no part has: the author's, then the editors'. -->
  <xsl:template name="ed:endnotes" as="element(section)*">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="order" as="xs:string+" select="ed:series-of-notes(root(.)/ed:document)"/>
    <xsl:for-each-group group-by="ed:series-of(.)"
        select=".//ed:note[ed:is-endnote(.)][(ed:part-of(.), root(.)/ed:document)[1] is $here]
          [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]">
      <xsl:sort select="index-of($order, current-grouping-key())"/>
      <section class="endnotes">
        <xsl:element name="{if ($here/self::ed:section) then 'h3' else 'h2'}">
          <xsl:attribute name="data-title" select="ed:series-title(., $lang)"/>
          <xsl:text>{ed:series-title(., $lang)}</xsl:text>
        </xsl:element>
        <xsl:if test="exists(ed:placed-calls(current-group(), 'reading'))">
          <p class="placed"><xsl:sequence select="ed:placed-marks(current-group())"/></p>
        </xsl:if>
        <xsl:apply-templates select="current-group()" mode="ed:note-body"/>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Which marks the editors placed: at the head of endnotes, and in the first note of that kind at
       the foot of a page. A number that the volume may change leads to its note, by which it is changed. -->
  <xsl:function name="ed:placed-marks" as="node()*">
    <xsl:param name="notes" as="element(ed:note)*"/>
    <xsl:variable name="counted" as="element(ed:note)*" select="$notes[ed:placed-calls(., 'reading')][@counted]"/>
    <xsl:analyze-string regex="[^\s,.;:–]+" select="string(ed:placed(ed:placed-calls($notes, 'reading'), ed:lang($notes[1]), 'placed'))">
      <xsl:matching-substring>
        <xsl:variable name="note" as="element(ed:note)?" select="$counted[@n = current()][1]"/>
        <xsl:choose>
          <xsl:when test="$note"><a href="#{$note/@id}">{.}</a></xsl:when>
          <xsl:otherwise><xsl:text>{.}</xsl:text></xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:text>{.}</xsl:text></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>
  <xsl:function name="ed:placed-at-foot" as="element(ed:note)*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$root//ed:note[@place = ('foot', 'end')][not(ed:is-endnote(.))]
        [not(ancestor::*/@only = ('diplomatic', 'apparatus'))][ed:placed-calls(., 'reading')]"/>
  </xsl:function>
</xsl:stylesheet>
