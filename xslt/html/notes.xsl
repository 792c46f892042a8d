<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a call in the text, the note in a list at the end, linked both ways (DPUB-ARIA roles). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:note" mode="ed:html">
    <a class="note-call" role="doc-noteref" id="{ed:call-id(.)}" href="#{@id}"
        aria-label="{ed:label('note', ed:lang(.))} {@n}">
      <xsl:text>{@n}</xsl:text>
    </a>
  </xsl:template>

  <xsl:template match="ed:note[@place = ('inline', 'margin', 'block')]" mode="ed:html" priority="1">
    <xsl:element name="{if (@place = 'block' or ed:has-blocks(.)) then 'aside' else 'span'}">
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'note', 'note-' || @place"/>
      </xsl:call-template>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>

  <!-- In the text that has no call of it, a note stands at the end alone. -->
  <xsl:template match="ed:note[@called-in]" mode="ed:html">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:if test="@called-in = $ed:shown"><xsl:next-match/></xsl:if>
  </xsl:template>

  <xsl:template name="ed:notes" visibility="public" as="element(section)*">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:for-each-group group-by="if (@kind = 'editorial') then 'editorial-notes' else 'notes'"
        select="ed:text//ed:note[@place = ('foot', 'end')]
          [not(ancestor::*/@only[. ne $ed:shown])]">
      <xsl:sort select="current-grouping-key()" order="descending"/>
      <section class="{current-grouping-key()}" role="doc-endnotes"
          aria-labelledby="{current-grouping-key()}">
        <h2 id="{current-grouping-key()}">{ed:label(current-grouping-key(), $lang)}</h2>
        <ol>
          <xsl:apply-templates select="current-group()" mode="ed:note-body"/>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:mode name="ed:note-body" on-no-match="fail" visibility="public"/>
  <xsl:template match="ed:note" mode="ed:note-body">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="back" as="xs:string" select="ed:label('back', ed:lang(.))"/>
    <li id="{@id}">
      <xsl:sequence select="@lang, @lang/ed:dir(..)"/>
      <span class="note-number">{@n}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="ed:html"/>
      <xsl:text> </xsl:text>
      <xsl:if test="not(@called-in[. ne $ed:shown])">
        <a class="note-back" role="doc-backlink" href="#{ed:call-id(.)}"
            aria-label="{$back} {@n}">↩</a>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
