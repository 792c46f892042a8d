<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus of a text as one value: behaviours to the same behaviours, with a point where each
     entry that stands apart begins and ends (ed:point), and all entries behind the text
     (ed:apparatus). Book, pages, plain text and tables say what stands there. An entry is

       ed:entry    key; layer; by (how it is keyed: loc, verse, source, chapter, paragraph, line),
                   from, to (its key), poem (the heading that it begins with), place (where, if pages
                   know no key); in, about; silent;
                   shown-at: what the reading text has where the entry is about words of the source alone;
                   tear (copies begin, break off, go on or end there, and no word is told)
         ed:lemma    the words it is about; handle: the word before an addition or tear
         ed:reading  kind (lemma, reading, omission, addition, transposition, torn); group, type;
                     wit, sigla, expanded (groups as their members), hand, resp, source, cert …
           ed:words, ed:detail, ed:note
         ed:told     all of it as it is set, after the key -->
<xsl:package name="urn:editio:apparatus" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0"/>

  <xsl:include href="apparatus/points.xsl"/>
  <xsl:include href="apparatus/entries.xsl"/>
  <xsl:include href="apparatus/readings.xsl"/>
  <xsl:include href="apparatus/told.xsl"/>
  <xsl:include href="apparatus/sigla.xsl"/>
  <xsl:include href="apparatus/keys.xsl"/>

  <!-- The behaviours of a text, to which the entries of its apparatus are added. -->
  <xsl:mode name="ed:apparatus" visibility="public" on-no-match="fail"/>

  <xsl:key name="ed:id" match="*[@id]" use="@id"/>

  <xsl:template match="/" mode="ed:apparatus" as="document-node()">
    <xsl:choose>
      <xsl:when test="exists(ed:document//ed:alternate[@kind = 'variant'])">
        <xsl:variable name="pointed" as="document-node()">
          <xsl:document><xsl:apply-templates mode="ed:pointed"/></xsl:document>
        </xsl:variable>
        <xsl:document>
          <xsl:for-each select="$pointed/ed:document">
            <xsl:copy><xsl:copy-of select="@*, node()"/><xsl:sequence select="ed:apparatus(.)"/></xsl:copy>
          </xsl:for-each>
        </xsl:document>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:package>
