<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to facts: what pages that span texts need to know of one text, so that nothing has
     to open it again. -->
<xsl:package name="urn:editio:facts" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0"/>

  <xsl:mode name="ed:facts" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:facts" as="element(ed:facts)">
    <xsl:apply-templates select="ed:document" mode="ed:facts"/>
  </xsl:template>

  <xsl:template match="ed:document" mode="ed:facts" as="element(ed:facts)">
    <xsl:variable name="notes" as="element(ed:note)*" select="ed:text//ed:note"/>
    <ed:facts id="{@id}" lang="{ed:lang(.)}"
        words="{count(tokenize(string-join(ed:text//(ed:paragraph | ed:heading | ed:line)
            [not(ancestor::ed:paragraph or ancestor::ed:note)] ! ed:plain(.), ' ')))}"
        notes="{count($notes[not(@kind = 'editorial')])}"
        editorial-notes="{count($notes[@kind = 'editorial'])}"
        interventions="{count(ed:text//*[@key])}">
      <xsl:copy-of select="ed:metadata/ed:field[@name = ('title', 'subtitle', 'author', 'date',
          'language', 'licence', 'source', 'edition', 'publisher')]"/>
      <xsl:for-each select="ed:text//ed:heading[@id][not(ancestor::*/@only)]">
        <ed:heading id="{@id}" level="{@level}"><xsl:value-of select="ed:plain(.)"/></ed:heading>
      </xsl:for-each>
    </ed:facts>
  </xsl:template>
</xsl:package>
