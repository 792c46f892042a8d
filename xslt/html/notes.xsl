<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a call in the text, the note in a list at the end, linked both ways (DPUB-ARIA roles). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Calls that touch are set apart by the style, so that 4 and 5 are not 45. -->
  <xsl:template match="ed:note" mode="ed:html">
    <a class="{ed:call-class(.)}" role="doc-noteref" id="{ed:call-id(.)}" href="#{@id}"
        aria-label="{ed:label('note', ed:lang(.))} {@n}">
      <xsl:text>{ed:call-sign(.)}</xsl:text>
    </a>
  </xsl:template>

  <!-- The classes of the call of a note. -->
  <xsl:function name="ed:call-class" as="xs:string" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="'note-call' ||
        ' next'[$call/preceding-sibling::node()[1][self::ed:note or self::ed:link[@kind = 'note']]]"/>
  </xsl:function>

  <xsl:template match="ed:note[@place = ('inline', 'margin', 'block')]" mode="ed:html" priority="1">
    <xsl:element name="{if (@place = 'block' or ed:has-blocks(.)) then 'aside' else 'span'}">
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'note-' || @place"/>
      </xsl:call-template>
      <xsl:call-template name="ed:note-beside"/>
    </xsl:element>
  </xsl:template>

  <!-- A note in the margin stands apart from the words beside it, with its sign if it has one and
       where it stands; a block begins with its sign; an editor's note in the line is in brackets. -->
  <xsl:template name="ed:note-beside" visibility="public">
    <xsl:variable name="marked" as="xs:boolean" select="@place = 'inline' and @kind = 'editorial'"/>
    <xsl:if test="@place = 'margin'">
      <xsl:attribute name="data-where" select="ed:label('note-' || @where, ed:lang(.))"/>
      <xsl:text> {@n ! (. || ' ')}</xsl:text>
    </xsl:if>
    <xsl:if test="@place = 'block' and @n">
      <span class="note-number">{@n}</span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:text>{'['[$marked]}</xsl:text>
    <xsl:apply-templates mode="ed:html"/>
    <xsl:call-template name="ed:rests-on"/>
    <xsl:text>{']'[$marked]}</xsl:text>
    <xsl:if test="@place = 'margin' and matches(string(following-sibling::node()[1]), '^[\p{L}\p{N}]')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- In the text that has no call of it, a note stands at the end alone. -->
  <xsl:template match="ed:note[@called-in]" mode="ed:html">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:if test="@called-in = $ed:shown"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- The notes of a text, below it: its own, then those of the editors, series by series. -->
  <xsl:template name="ed:notes" visibility="public" as="element(section)*">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="order" as="xs:string+" select="ed:series-of-notes(.)"/>
    <xsl:for-each-group group-by="ed:series-of(.)"
        select="ed:text//ed:note[@place = ('foot', 'end')]
          [ed:is-noted(., $ed:shown)]">
      <xsl:sort select="index-of($order, current-grouping-key())"/>
      <xsl:variable name="class" as="xs:string" select="ed:notes-class(.)"/>
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., string-join(($class, @series), '-'))"/>
      <section class="{$class}" role="doc-endnotes" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:series-title(., $lang)}</h2>
        <xsl:for-each select="ed:placed(ed:placed-calls(current-group(), $ed:shown), $lang, 'placed')"><p class="hint">{.}</p></xsl:for-each>
        <ol>
          <xsl:apply-templates select="current-group()" mode="ed:note-body"/>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A note: an item of the list below the text. -->
  <xsl:mode name="ed:note-body" on-no-match="fail" visibility="public"/>
  <xsl:template match="ed:note" mode="ed:note-body">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="back" as="xs:string" select="ed:label('back', ed:lang(.))"/>
    <xsl:variable name="number" as="xs:string" select="string(@n)"/>
    <li id="{@id}">
      <xsl:sequence select="@lang, @lang/ed:dir(..)"/>
      <span class="note-number">{@n}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="ed:html"/>
      <xsl:for-each select="ed:placed-here(., $ed:shown)"><xsl:text> </xsl:text><span class="placed">{.}</span></xsl:for-each>
      <xsl:call-template name="ed:rests-on"/>
      <xsl:text> </xsl:text>
      <xsl:for-each select="ed:called-from(., $ed:shown)">
        <a class="note-back" role="doc-backlink" href="#{.}"
            aria-label="{$back} {$number}">↩</a>
      </xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
