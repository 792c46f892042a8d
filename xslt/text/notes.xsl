<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a number in brackets where they are called, the note itself at the end of the text. A
     number that several notes have is told apart, as nothing but it leads to a note. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:note" mode="ed:text" as="element(ed:mark)">
    <ed:mark>
      <xsl:if test="ed:is-shown(.)">
        <xsl:copy-of select="@cert"/>
        <xsl:attribute name="id" select="ed:call-id(.)"/>
        <xsl:attribute name="kind" select="'call'"/>
        <xsl:attribute name="note" select="@id"/>
        <xsl:text>[{(@unlike, @n)[1]}]</xsl:text>
      </xsl:if>
    </ed:mark>
  </xsl:template>
  <!-- The diplomatic text is the source's alone: no calls that editors restored, no editors' notes. -->
  <xsl:function name="ed:is-shown" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="not($note/@called-in ne $ed:reading) and
        not($ed:reading = 'diplomatic' and $note/@kind = 'editorial')"/>
  </xsl:function>
  <!-- In the line: an editor's in brackets; in the margin: with where it stands. -->
  <xsl:template match="ed:note[@place = 'inline'][@kind = 'editorial']" mode="ed:text"
      as="node()*">
    <ed:mark first="{ed:opening(.)}" last="{ed:rests-on-words(.)}{ed:closing(.)}">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates mode="ed:text"/>
    </ed:mark>
  </xsl:template>
  <xsl:template match="ed:note[@place = 'inline'][not(@kind = 'editorial')]" mode="ed:text"
      as="node()*">
    <ed:mark last="{ed:rests-on-words(.)}">
      <xsl:call-template name="ed:stands-for"/>
      <ed:fold><xsl:apply-templates mode="ed:text"/></ed:fold>
    </ed:mark>
  </xsl:template>
  <xsl:template match="ed:note[@place = 'margin']" mode="ed:text" as="node()*">
    <xsl:variable name="after" as="xs:string"
        select="string(following-sibling::node()[not(self::ed:break)][1])"/>
    <ed:mark first="[{string-join((ed:label('note-' || @where, ed:lang(.)), @n), ' ')}: "
        last="{ed:rests-on-words(.)}{if (matches($after, '^[\p{L}\p{N}]')) then '] ' else ']'}">
      <xsl:call-template name="ed:stands-for"/>
      <ed:fold><xsl:apply-templates mode="ed:text"/></ed:fold>
    </ed:mark>
  </xsl:template>
  <xsl:template mode="ed:text" as="element(ed:mark)" priority="2"
      match="ed:note[@place = ('inline', 'margin')][not(ed:is-shown(.))]">
    <ed:mark/>
  </xsl:template>
  <xsl:template match="ed:note[@place = 'block']" mode="ed:text" as="element(ed:stack)">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="first" select="string(@n ! ('[' || . || '] '))"/>
      <xsl:with-param name="last" select="ed:rests-on-words(.)"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A note called a second time. -->
  <xsl:template match="ed:link[@kind = 'note']" mode="ed:text" as="element(ed:mark)">
    <ed:mark>
      <xsl:call-template name="ed:stands-for"/>
      <xsl:text>[{(@unlike, @n)[1]}]</xsl:text>
    </ed:mark>
  </xsl:template>
  <!-- One that the editors placed, beside those of the source: as what they supply. -->
  <xsl:template match="ed:link[@kind = 'note'][@called-in]" mode="ed:text" as="element(ed:mark)">
    <ed:mark>
      <xsl:if test="@called-in = $ed:reading">
        <xsl:copy-of select="@cert"/>
        <xsl:attribute name="id" select="ed:again-id(.)"/>
        <xsl:attribute name="kind" select="'call'"/>
        <xsl:text>[[{(@unlike, @n)[1]}]]</xsl:text>
      </xsl:if>
    </ed:mark>
  </xsl:template>

  <xsl:template match="ed:link[@unlike]/text()" mode="ed:text" as="text()" priority="2">
    <xsl:value-of select="../@unlike"/>
  </xsl:template>

  <!-- The notes, in the order of their calls. -->
  <xsl:function name="ed:notes" as="element()*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="notes" as="element(ed:note)*" select="
        $document/ed:text//ed:note[@place = ('foot', 'end')]
          [ed:is-noted(., $ed:reading)]
          [not(@kind = 'editorial' and $ed:reading = 'diplomatic')]"/>
    <xsl:if test="exists($notes)">
      <ed:run keep="yes">## {ed:label('notes', ed:lang($document))}</ed:run>
      <xsl:variable name="shown" as="element(ed:note)*" select="$notes[ed:is-shown(.)]"/>
      <xsl:for-each select="ed:placed(ed:placed-calls($notes, $ed:reading), ed:lang($document),
          if ($shown[not(@called-in or @kind = 'editorial')]) then 'placed-here' else 'placed-plain')">
        <ed:run>{.}</ed:run>
      </xsl:for-each>
      <xsl:for-each select="$notes">
        <xsl:call-template name="ed:stack">
          <!-- Paragraphs run on; lists, tables and verses begin a line. -->
          <xsl:with-param name="gap" select="number(exists(.//(ed:list | ed:table | ed:line | ed:verbatim))) cast as xs:integer"/>
          <xsl:with-param name="first" select="'[' || (@unlike, @n)[1] || '] '"/>
          <!-- Of a note that nothing calls here it is told why; of a mark that the editors placed, on what ground. -->
          <xsl:with-param name="last" select="ed:rests-on-words(.) ||
              .[empty(ed:called-from(., $ed:reading)) or ed:placed-calls(., $ed:reading)/(@place-why, @place-source)]
                /ed:placed-here(., $ed:reading) ! (' ' || .)"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- (Source: Title; certainty high), behind an editor's note, and how certain any other is, as pages
       have it. -->
  <xsl:function name="ed:rests-on-words" as="xs:string">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($note)"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $note[not(@called-in)] ! (
          @source[../@kind = 'editorial'] ! (ed:label('source', $lang) || ': ' || string-join(ed:source-names($note), '; ')),
          @cert ! ed:certainty(., $lang))"/>
    <xsl:sequence select="string-join((
        string-join($parts, '; ')[.] ! (' (' || . || ')'), ed:place-told($note, $ed:reading) ! (' ' || .)))"/>
  </xsl:function>
</xsl:stylesheet>
