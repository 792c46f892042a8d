<?xml version="1.0" encoding="UTF-8"?>
<!-- Sentences of which the words are analysed, in CoNLL-U (Universal Dependencies): a line a word, ten
     columns parted by tabulators. Those of a file are put together in formats/tokens.py. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where the source has no sentences, a paragraph, verse or turn is one. -->
  <xsl:function name="ed:sentences" as="element(ed:row)*">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="texts" as="element(text)*" select="$document/text[.//w[@lemma or @pos or @msd]]"/>
    <xsl:for-each select="$texts//(s | (p | ab | l | u | head)[not(.//s or ancestor::s or ancestor::p or ancestor::ab
        or ancestor::u)])[.//w[@lemma or @pos or @msd]]">
      <ed:row table="sentences">
        <ed:value name="conllu"><xsl:value-of select="ed:conllu(.)"/></ed:value>
      </ed:row>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:conllu" as="xs:string">
    <xsl:param name="sentence" as="element()"/>
    <xsl:variable name="tokens" as="element()*" select="$sentence//(w | pc)[not(ancestor::w or ancestor::note)]
        [not(ancestor::*[self::sic or self::orig or self::abbr][parent::choice])][normalize-space() or w]"/>
    <!-- A word that is several, as of al: they have numbers, it has theirs. -->
    <xsl:variable name="units" as="element()*" select="$tokens ! (if (w) then w else .)"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="map:merge(
        for $n in 1 to count($units) return map{generate-id($units[$n]): $n})"/>
    <xsl:variable name="named" as="map(xs:string, xs:integer)" select="map:merge(
        for $n in 1 to count($units) return $units[$n]/@xml:id ! map{string(): $n})"/>
    <xsl:variable name="links" as="map(xs:string, xs:string+)" select="map:merge(
        $sentence//linkGrp[@type = 'UD-SYN']/link ! ed:dependency(., $named))"/>
    <xsl:variable name="close" as="xs:boolean*" select="
        for $n in 1 to count($tokens) return ed:touches-next($tokens[$n], $tokens[$n + 1], $sentence)"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string-join(
        for $n in 1 to count($tokens) return (ed:token-form($tokens[$n]), ' '[not($close[$n])])))"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each select="1 to count($tokens)">
        <xsl:variable name="token" as="element()" select="$tokens[current()]"/>
        <xsl:variable name="misc" as="xs:string" select="if ($close[current()]) then 'SpaceAfter=No' else '_'"/>
        <xsl:variable name="inner" as="element()*" select="$token/w"/>
        <xsl:if test="$inner">
          <xsl:sequence select="string-join((
              $numbers(generate-id($inner[1])) || '-' || $numbers(generate-id($inner[last()])),
              ed:token-form($token), (1 to 7) ! '_', $misc), '&#x9;')"/>
        </xsl:if>
        <xsl:for-each select="($inner, $token[empty($inner)])">
          <xsl:variable name="number" as="xs:string" select="string($numbers(generate-id()))"/>
          <xsl:sequence select="string-join(($number, ed:token-form(.), ed:analysis(.),
              ($links($number), '_', '_')[position() le 2], '_', if ($inner) then '_' else $misc), '&#x9;')"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="id" as="xs:string" select="string(($sentence/@xml:id, $sentence/@ed:id,
        ed:place-of($sentence) || '.s' || count($sentence/preceding-sibling::s) + 1)[1])"/>
    <xsl:sequence select="string-join(('# sent_id = ' || $id, '# text = ' || $text, $lines), '&#xA;')"/>
  </xsl:function>

  <!-- The words of a token: of one within another that has none, as it is normalized. -->
  <xsl:function name="ed:token-form" as="xs:string">
    <xsl:param name="token" as="element()"/>
    <xsl:sequence select="(ed:row-words($token)[.], $token/@norm ! normalize-space(), '_')[1]"/>
  </xsl:function>
  <!-- Lemma, UPOS, XPOS, FEATS. -->
  <xsl:variable name="ed:upos" as="xs:string*" select="tokenize('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT
      SCONJ SYM VERB X')"/>
  <xsl:function name="ed:analysis" as="xs:string+">
    <xsl:param name="token" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="tokenize($token/@msd[contains(., '=')], '[|\s]+')"/>
    <xsl:variable name="told" as="xs:string*" select="$said[starts-with(., 'UPosTag=')] ! substring-after(., '=')"/>
    <xsl:variable name="pos" as="xs:string?" select="$token/@pos ! normalize-space()"/>
    <xsl:sequence select="
        ($token/@lemma ! normalize-space(), '_')[. ne ''][1],
        ($told, $pos[. = $ed:upos], '_')[1],
        ($pos[not(. = $ed:upos)], $token/@msd[not(contains(., '='))] ! normalize-space(), '_')[. ne ''][1],
        (string-join($said[not(starts-with(., 'UPosTag='))], '|'), '_')[. ne ''][1]"/>
  </xsl:function>
  <!-- Of which word another depends, and how: its own number, then the head and the relation. -->
  <xsl:function name="ed:dependency" as="map(xs:string, xs:string+)?">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="named" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="ends" as="xs:string*" select="tokenize($link/@target) ! substring-after(., '#')"/>
    <xsl:variable name="relation" as="xs:string" select="replace($link/@ana, '^.*[:#]', '') => replace('_', ':')"/>
    <xsl:sequence select="$named($ends[2]) ! map{string(): (string(($named($ends[1]), 0)[1]), ($relation[.], '_')[1])}"/>
  </xsl:function>
  <xsl:function name="ed:touches-next" as="xs:boolean">
    <xsl:param name="token" as="element()"/>
    <xsl:param name="next" as="element()?"/>
    <xsl:param name="sentence" as="element()"/>
    <xsl:sequence select="exists($next) and empty($sentence//(text()[not(ancestor::w or ancestor::pc)][matches(., '\s')]
        | (lb | pb | cb)[@ed:space])[. &gt;&gt; $token][. &lt;&lt; $next])"/>
  </xsl:function>
</xsl:stylesheet>
