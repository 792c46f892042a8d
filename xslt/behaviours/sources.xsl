<?xml version="1.0" encoding="UTF-8"?>
<!-- The sources that editors name for what they did or say: as the header of the text has them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:source-entry" match="ed:about//*[@id]" use="@id"/>

  <!-- The ids of sources, in the order in which they are named. -->
  <xsl:function name="ed:source-ids" as="xs:string*" visibility="public">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointers) ! replace(., '^.*#', '')"/>
  </xsl:function>

  <!-- The entry of a source in the header of this text, if it is there. -->
  <xsl:function name="ed:source-entry" as="element()?" visibility="public">
    <xsl:param name="at" as="node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="root($at)[self::document-node()] ! key('ed:source-entry', $id, .)[1]"/>
  </xsl:function>

  <!-- The names of the sources that a statement of the editors names. -->
  <xsl:function name="ed:source-names" as="xs:string*" visibility="public">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="ed:source-ids($one/@source) ! ed:source-name($one, .)"/>
  </xsl:function>

  <!-- A witness by its siglum, another source by its title, else by its first words. -->
  <xsl:function name="ed:source-name" as="xs:string" visibility="public">
    <xsl:param name="at" as="node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="ed:source-entry($at, $id)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($entry)[.]"/>
    <xsl:sequence select="string((
        root($at)/ed:document/ed:witnesses/ed:witness[@id = $id]/@siglum,
        $entry/descendant::ed:inline[@kind = 'title'][normalize-space()][1] ! normalize-space(),
        string-join($words[position() le 6], ' ')[.] || '…'[count($words) gt 6],
        $id)[string()][1])"/>
  </xsl:function>
</xsl:stylesheet>
