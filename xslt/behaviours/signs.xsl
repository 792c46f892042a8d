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
    <xsl:sequence select="ed:signs-told(ed:signs-of($document, $text), $lang)"/>
  </xsl:function>

  <!-- The same without words of a language: each sign and the labels that say what it means, as
       “⟨ ⟩ = policy-omitted”. A volume tells those of all its texts in its own language. -->
  <xsl:function name="ed:signs-of" as="xs:string*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="supplied" as="element(ed:inline)*" select="
        $document/ed:text//ed:inline[@kind = 'supplied'][normalize-space()]
          [not(ancestor-or-self::*/@only[. ne $text])]"/>
    <!-- One of a pair is left out where letters are lost on its side. -->
    <xsl:variable name="pairs" as="xs:string*" select="
        distinct-values($supplied ! replace(ed:opening(.) || ' ' || replace(ed:closing(.), '^\(\?\)', ''),
          '^\[ $|^ \]$|^ $', '[ ]'))"/>
    <xsl:variable name="doubted" as="element()*" select="
        ($supplied[starts-with(ed:closing(.), '(?)')], $document/ed:text//ed:gap[@cert = 'low'][not(@sign or @kind = 'space')]
          [not(ancestor-or-self::*/@only[. ne $text])])[1]"/>
    <xsl:variable name="unsure" as="element()?" select="
        ($document/ed:about//ed:inline[@kind = 'added'][normalize-space() = '(?)'])[1]"/>
    <xsl:sequence select="
        $pairs ! string-join((., '=', if (. = '⟨ ⟩') then 'policy-omitted'
          else if (. = '( )') then 'policy-understood' else 'policy-supplied',
          if (ed:is-of-source(substring(., 1, 1), $document, $text)) then 'policy-of-source' else ()), ' '),
        string-join(('(?) =', 'sign-low'[$doubted], 'sign-unsure'[$unsure]), ' ')[exists(($doubted, $unsure))]"/>
  </xsl:function>

  <!-- Signs with what they mean; what several texts have is told once. -->
  <xsl:function name="ed:signs-told" as="xs:string*" visibility="public">
    <xsl:param name="signs" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each-group select="$signs" group-by="substring-before(., ' = ')">
      <xsl:variable name="means" as="xs:string*" select="
          sort(distinct-values(current-group() ! tokenize(substring-after(., ' = '))), (), function($key) {
            $key = ('policy-of-source', 'sign-unsure')})"/>
      <!-- What is said beside the first stands behind it. -->
      <xsl:sequence select="current-grouping-key() || ': ' ||
          (if ($means[1] = 'sign-low') then ed:certainty('low', $lang) else ed:label($means[1], $lang)) ||
          string-join(tail($means) ! (' (' || ed:label(., $lang) || ')'))"/>
    </xsl:for-each-group>
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
