<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before the text: title, author, date, source, licence, policy. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:function name="ed:header" as="element()+">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($document)"/>
    <xsl:variable name="date" as="element()?"
        select="$document/ed:metadata/ed:field[@name = 'date'][1]"/>
    <xsl:variable name="fields" as="element(ed:field)*" select="$document/ed:metadata/ed:field"/>
    <!-- The text of a witness rests on that witness, not on what the edited text was taken from. -->
    <xsl:variable name="witness" as="element(ed:witness)?"
        select="($document/ed:witnesses//ed:witness[@siglum = $document/@witness])[1]"/>
    <xsl:variable name="lines" as="xs:string*" select="
        ed:header-line('title', ed:field($document, 'title'), $lang),
        ed:header-line('subtitle', $fields[@name = 'subtitle'], $lang),
        ed:header-line('series', distinct-values($fields[@name = 'series'] ! (. || @said ! (' (' || . || ')'))), $lang),
        ed:header-line('author', ed:names-in-row($fields[@name = 'author'], $lang), $lang),
        for $role in distinct-values($fields[@name = 'editor']/@role) return
          ed:role-label($role, $lang) || ': ' || ed:names-in-row($fields[@name = 'editor'][@role = $role], $lang),
        $document/ed:metadata/ed:letter ! ed:letter-lines(., $lang) ! string-join((?label, ?words), ': '),
        ed:header-line('date', string($date/ed:date-words(., $lang)), $lang),
        ed:header-line('source', if ($document/@witness) then $witness ! ed:witness-words(.)[. ne $document/@witness]
          else ed:field($document, 'source'), $lang),
        ed:header-line('basis', ed:field($document, 'basis')[not($document/@witness)], $lang),
        ed:header-line('edition', (ed:field($document, 'publisher'),
          ed:field($document, 'edition'))[.], $lang),
        $ed:cited[.] ! (ed:label('how-to-cite', $lang) || ': ' || .),
        ed:header-line('rights', (string-join($fields[@name = 'rights'] ! (
          .[. = 'restricted' or . = 'unknown' and not(@said)] ! ed:label('rights-' || ., $lang), @said), ' '),
          $fields[@name = 'rights-statement'] ! ed:terms(.)), $lang),
        ed:header-line('licence', $fields[@name = 'licence'] ! ed:terms(.), $lang),
        $fields[@name = 'encoding-licence'] ! (ed:label('licence-of-encoding', $lang) || ': ' || ed:terms(.)),
        ed:header-line('kind', ($document/@witness ! (ed:label('witness-text', $lang) || ' ' || .),
          ed:label($ed:reading, $lang))[1], $lang),
        ed:label('policy', $lang) || ': ' || string-join((
          ed:label(if ($document/@witness) then 'witness-text-hint' else 'policy-' || $ed:reading, $lang),
          string-join((ed:signs-used($document, $ed:reading, $lang), ed:added-by-rule($document, $lang)), '; ')[.] ! (. || '.')), ' ')"/>
    <ed:stack gap="1">
      <xsl:for-each select="$lines[.]"><ed:run><xsl:value-of select="."/></ed:run></xsl:for-each>
    </ed:stack>
    <ed:run>***</ed:run>
  </xsl:function>

  <!-- What brackets around words mean that the edition adds by rule, where the text has some. -->
  <xsl:function name="ed:added-by-rule" as="xs:string?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="('[ ]: ' || ed:label('policy-added', $lang))[exists($document/ed:text//ed:inline[@own]
        [ed:is-bracketed(.)][not(ancestor-or-self::*/@only[. ne $ed:reading])])]"/>
  </xsl:function>

  <!-- What the header says of a licence, its name, its address; each once. -->
  <xsl:function name="ed:terms" as="xs:string">
    <xsl:param name="field" as="element(ed:field)"/>
    <xsl:variable name="more" as="xs:string*" select="
        distinct-values($field/@target/(ed:licence-name(.), string()))[not(contains($field, .))]"/>
    <xsl:sequence select="$field || string-join($more, ', ')[.] ! (' (' || . || ')')"/>
  </xsl:function>

  <xsl:function name="ed:header-line" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join($values[normalize-space()], ed:label('comma', $lang))[.] ! (ed:label('text-' || $name, $lang) || ': ' || .)"/>
  </xsl:function>
</xsl:stylesheet>
