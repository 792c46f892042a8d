<?xml version="1.0" encoding="UTF-8"?>
<!-- An author's note whose mark stands in words that one of the two texts alone has (supplied,
     corrected, left out) is a note of the other text, too: it is called where these words would
     stand, by a mark that the editors place. What the author deleted is not called anew. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:mode name="ed:keep-notes" on-no-match="shallow-copy"/>
  <!-- A note that is moved, or one that another text has again. -->
  <xsl:mode name="ed:kept-note" on-no-match="shallow-copy"/>

  <xsl:key name="ed:called-again" match="ed:link[@kind = 'note']" use="substring-after(@target, '#')"/>
  <!-- Notes by the words that hide them in one of the two texts. -->
  <xsl:key name="ed:hidden" match="ed:note[exists(ed:hiding(.))]" use="generate-id(ed:hiding(.))"/>

  <!-- What editors supply, or put for what the source has, and that. A translation stands in one of
       the two texts, too, and has its notes with it. -->
  <xsl:variable name="ed:of-editors-alone" as="xs:string*" select="
      'supplied', 'corr', 'reg', 'expan', 'ex', 'sic', 'orig', 'abbr', 'am'"/>
  <!-- The words, with what stands for them in the other text, that a note of the author is in, where
       that has no call of it. -->
  <xsl:function name="ed:hiding" as="element()?">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="words" as="element()*" select="
        $note[not(@kind = 'editorial' or @place = 'entry')][empty(ancestor::ed:about | ancestor::ed:note)]
          /ancestor::*[@only]"/>
    <xsl:if test="exists($words) and count(distinct-values($words/@only)) eq 1
        and $words[1]/@only = ('reading', 'diplomatic')
        and (every $one in $words satisfies $one[@kind = $ed:of-editors-alone or parent::ed:alternate[not(@kind = 'revision')]])
        and not($note/@id/key('ed:called-again', ., root($note))[not(ancestor-or-self::*/@only = $words[1]/@only)])">
      <xsl:sequence select="$words[1]/(parent::ed:alternate, .)[1]"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="ed:alternate | *[@only]" mode="ed:keep-notes">
    <xsl:next-match/>
    <xsl:apply-templates select="key('ed:hidden', generate-id())" mode="ed:kept-note"/>
  </xsl:template>

  <!-- A note of the reading text stays in its place, and the diplomatic text calls it. -->
  <xsl:template match="ed:note[@place = ('foot', 'end')]" mode="ed:kept-note">
    <ed:link kind="note" target="#{@id}" only="diplomatic" called-in="diplomatic"/>
  </xsl:template>
  <!-- One of the diplomatic text moves to where both have it. -->
  <xsl:template match="ed:note[@place = ('foot', 'end')][ancestor::*/@only = 'diplomatic']" mode="ed:kept-note"
      priority="1">
    <xsl:copy>
      <xsl:copy-of select="@* except @call"/>
      <xsl:attribute name="called-in" select="'reading'"/>
      <xsl:apply-templates mode="ed:keep-notes"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="ed:note[@place = ('foot', 'end')][ancestor::*/@only = 'diplomatic'][exists(ed:hiding(.))]"
      mode="ed:keep-notes">
    <ed:link kind="note" target="#{@id}"><xsl:copy-of select="@call/ed:named('id', .)"/></ed:link>
  </xsl:template>
  <!-- One that stands in its place, as in a margin, stands there again; its ids are given once. -->
  <xsl:template match="ed:note" mode="ed:kept-note">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="ed:kept-note"/>
      <xsl:attribute name="only" select="if (ancestor::*/@only = 'reading') then 'diplomatic' else 'reading'"/>
      <xsl:attribute name="again" select="'yes'"/>
      <xsl:apply-templates mode="ed:kept-note"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="@id | @call" mode="ed:kept-note"/>
</xsl:stylesheet>
