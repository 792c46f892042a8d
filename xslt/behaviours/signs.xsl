<?xml version="1.0" encoding="UTF-8"?>
<!-- What the signs of the editors mean: those that a text uses, told with it in all that is read apart
     from the site. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- Signs around supplied words, of those that the reading or the diplomatic text uses. -->
  <xsl:function name="ed:signs-used" as="xs:string*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="supplied" as="element(ed:inline)*" select="
        $document/ed:text//ed:inline[@kind = 'supplied'][normalize-space()]
          [not(ancestor-or-self::*/@only[. ne $text])]"/>
    <!-- One of a pair is left out where letters are lost on its side. -->
    <xsl:variable name="pairs" as="xs:string*" select="
        distinct-values($supplied ! replace(ed:opening(.) || ' ' || replace(ed:closing(.), '^\(\?\)', ''),
          '^\[ $|^ \]$', '[ ]'))[normalize-space()]"/>
    <xsl:sequence select="
        $pairs ! (. || ': ' || ed:label(if (. = '⟨ ⟩') then 'policy-omitted'
          else if (. = '( )') then 'policy-understood' else 'policy-supplied', $lang)
          || (if (ed:is-of-source(substring(., 1, 1), $document, $text)) then ' (' || ed:label('policy-of-source', $lang) || ')' else '')),
        ($supplied[starts-with(ed:closing(.), '(?)')], $document/ed:text//ed:gap[@cert = 'low'][not(@sign or @kind = 'space')]
          [not(ancestor-or-self::*/@only[. ne $text])])[1] ! ('(?): ' || ed:certainty('low', $lang))"/>
  </xsl:function>

  <!-- Whether a sign stands among the words of the source: the author may have it, too. -->
  <xsl:function name="ed:is-of-source" as="xs:boolean">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="exists(($document/ed:text//text()[contains(., $sign)][not(ancestor::ed:inline[@own or @kind = ('added', 'label', 'sign', 'supplied')]
        or ancestor::ed:note[@kind = 'editorial'] or ancestor::*/@only[. ne $text])])[1])"/>
  </xsl:function>

  <!-- A line that tells them. -->
  <xsl:function name="ed:signs-line" as="element(p)?" visibility="public">
    <xsl:param name="told" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="exists($told)">
      <p class="signs"><xsl:value-of select="ed:label('signs', $lang) || ': ' || string-join($told, '; ') || '.'"/></p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
