<?xml version="1.0" encoding="UTF-8"?>
<!-- Rows of dictionaries: entries, senses, cross-references; of texts in two versions: what
     corresponds. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="entry | entryFree | re[@xml:id]" mode="ed:rows">
    <xsl:sequence select="ed:row('entries', map{
        'id': ed:place-of(.), 'headword': (.//form[not(ancestor::cit)])[1]/orth[1] ! ed:row-words(.),
        'forms': (.//form[not(ancestor::cit or ancestor::re)]/orth)[position() gt 1] ! ed:row-words(.),
        'pronunciation': (.//pron)[1] ! ed:row-words(.),
        'grammar': (.//gramGrp)[1]/* ! ed:row-words(.), 'type': @type,
        'language': (ancestor-or-self::*/@xml:lang)[last()] ! ed:language-tag(.),
        'sort': string((@sortKey, (.//form)[1]/orth[1]/@sortKey)[1]),
        'senses': string(count(.//sense)), 'etymology': etym ! ed:row-words(.)})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>

  <xsl:template match="sense" mode="ed:rows">
    <xsl:sequence select="ed:row('senses', map{
        'id': string(@xml:id), 'entry': ancestor::*[self::entry or self::entryFree][1] ! ed:place-of(.),
        'within': string(parent::sense/@xml:id),
        'number': string((@n, ed:sense-number(.))[1]),
        'usage': usg ! ed:row-words(.), 'definition': def ! ed:row-words(.),
        'examples': cit[not(@type = ('translation', 'translationEquivalent'))]/quote ! ed:row-words(.),
        'translations': cit[@type = ('translation', 'translationEquivalent')]/(quote, form/orth, orth) ! ed:row-words(.)})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>

  <!-- Which sense of several it is. -->
  <xsl:function name="ed:sense-number" as="xs:string?">
    <xsl:param name="sense" as="element(sense)"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="ed:ranks-in($sense/.., 'sense')"/>
    <xsl:sequence select="$numbers(generate-id($sense))[map:size($numbers) gt 1] ! string()"/>
  </xsl:function>

  <xsl:template match="xr" mode="ed:rows">
    <xsl:variable name="xr" as="element(xr)" select="."/>
    <xsl:for-each select="(.//(ref | ptr), .)[1], tail(.//(ref | ptr))">
      <xsl:sequence select="ed:row('xrefs', map{
          'entry': $xr/ancestor::*[self::entry or self::entryFree][1] ! ed:place-of(.),
          'sense': string($xr/ancestor::sense[1]/@xml:id), 'type': string(($xr/@type, @type)[1]),
          'label': $xr/(lbl, label) ! ed:row-words(.), 'words': ed:row-words(.)[current()/self::ref],
          'target': ed:ids(@target)})"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What is said of places apart from them: annotations, spans, interpretations. -->
  <xsl:key name="ed:analysed" match="*[@ana]" use="tokenize(@ana) ! substring-after(., '#')"/>
  <xsl:template match="note[@ed:was] | span[not(ancestor::annotationBlock or ancestor::u)] | annotation | interp"
      mode="ed:rows">
    <xsl:variable name="named" as="element()*" select="@xml:id[current()/self::interp] ! key('ed:analysed', .)"/>
    <xsl:sequence select="ed:row('annotations', map{
        'id': string((@xml:id, @ed:id)[1]), 'element': string((@ed:was, local-name())[1]),
        'type': string((@motivation, self::note/@subtype, @type[not(current()/@ed:was)], parent::spanGrp/@type, parent::interpGrp/@type)[1]),
        'places': ((@target, @inst, @from)[1] ! ed:ids(.), $named ! ed:place-of(.)), 'until': ed:ids((@targetEnd, @to)[1]),
        'words': string-join((if (text()[normalize-space()]) then . else *) ! normalize-space()[.], ' / '), 'resp': ed:ids(@resp), 'cert': string(@cert)})"/>
  </xsl:template>

  <!-- What corresponds to what: in either text, or said apart. -->
  <xsl:template match="(div | p | ab | l | lg | seg | s | head | u | cit | quote | anchor)[@corresp | @synch]"
      mode="ed:rows">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:for-each select="tokenize(@corresp), tokenize(@synch)">
      <xsl:sequence select="ed:row('alignment', map{
          'source': ed:place-of($here), 'target': replace(., '^#', ''),
          'type': if (. = tokenize($here/@corresp)) then 'corresp' else 'synch'})"/>
    </xsl:for-each>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="link[count(tokenize(@target)) gt 1]" mode="ed:rows">
    <xsl:variable name="ends" as="xs:string+" select="ed:ids(@target)"/>
    <xsl:variable name="type" as="xs:string" select="string((@type, parent::linkGrp/@type, 'link')[1])"/>
    <xsl:sequence select="tail($ends) ! ed:row('alignment', map{
        'source': $ends[1], 'target': ., 'type': $type})"/>
  </xsl:template>
</xsl:stylesheet>
