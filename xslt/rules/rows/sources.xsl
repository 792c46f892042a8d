<?xml version="1.0" encoding="UTF-8"?>
<!-- Rows about sources: manuscripts and what is in them, what is lost of an inscription, what writers
     changed. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="msDesc | msPart | msFrag" mode="ed:rows">
    <xsl:variable name="name" as="element()?" select="(msIdentifier, altIdentifier)[1]"/>
    <xsl:variable name="dated" as="element()?" select="
        (history/origin//(origDate | date), history/origin, .//origDate)[ed:is-dated(.)][1]"/>
    <xsl:variable name="when" as="attribute()*" select="$dated ! ed:dates(.)"/>
    <xsl:variable name="size" as="element()*" select="(physDesc//dimensions)[1]"/>
    <xsl:sequence select="ed:row('manuscripts', map{
        'id': ed:ms-id(.), 'within': ancestor::*[self::msDesc or self::msPart][1] ! ed:ms-id(.),
        'country': $name/country ! ed:row-words(.), 'settlement': $name/settlement ! ed:row-words(.),
        'repository': $name/(institution, repository) ! ed:row-words(.),
        'collection': $name/collection ! ed:row-words(.), 'shelfmark': $name/idno[ed:is-shelfmark(.)][1] ! ed:row-words(.),
        'name': $name/msName ! ed:row-words(.),
        'title': (head, msContents/summary, msContents//title)[1] ! ed:row-words(.),
        'date': (history/origin//(origDate, date))[1] ! ed:row-words(.),
        'from': string($when[name() = ('when', 'from', 'notBefore')][1]),
        'to': string($when[name() = ('when', 'to', 'notAfter')][last()]),
        'certainty': string(($dated/@cert, (history/origin//origDate)[1]/@cert)[1]),
        'origin': (history/origin//(origPlace, placeName))[1] ! ed:row-words(.),
        'material': string((physDesc//supportDesc/@material, physDesc//material[1]/ed:row-words(.))[1]),
        'form': string((physDesc/objectDesc/@form)[1]), 'extent': (physDesc//extent)[1] ! ed:extent-words(.),
        'height': $size/height ! ed:size-words(.), 'width': $size/width ! ed:size-words(.),
        'unit': string(($size/@unit, $size/height/@unit)[1]),
        'languages': distinct-values(.//textLang/(@mainLang, @otherLangs) ! tokenize(.) ! ed:language-tag(.))})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>
  <!-- An extent as pages tell it, without the sizes, which have columns of their own. -->
  <xsl:function name="ed:extent-words" as="xs:string">
    <xsl:param name="extent" as="element(extent)"/>
    <xsl:variable name="told" as="node()*">
      <xsl:apply-templates select="$extent/(node() except (dimensions, note))" mode="ed:rules"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($told ! descendant-or-self::text()
        [not(ancestor::*/@only = ('diplomatic', 'apparatus'))])) => replace('^[;,]\s*|\s*[;,]$', '')"/>
  </xsl:function>
  <!-- A size in words or, where it has none, by its attributes. -->
  <xsl:function name="ed:size-words" as="xs:string">
    <xsl:param name="size" as="element()"/>
    <xsl:sequence select="string((ed:row-words($size)[.], $size/@quantity,
        string-join($size/(@atLeast, @min, @atMost, @max), '–')[.])[1])"/>
  </xsl:function>
  <xsl:function name="ed:ms-id" as="xs:string">
    <xsl:param name="description" as="element()"/>
    <xsl:sequence select="string(($description/@xml:id, $description/@ed:id,
        root($description)/*/@ed:id || '.' || local-name($description) ||
          (count($description/preceding::*[local-name() = local-name($description)]) + 1))[1])"/>
  </xsl:function>

  <xsl:template match="msItem | msItemStruct" mode="ed:rows">
    <xsl:sequence select="ed:row('items', map{
        'ms': ancestor::msDesc[1] ! ed:ms-id(.), 'part': ancestor::msPart[1] ! ed:ms-id(.),
        'id': string(@xml:id), 'n': string(@n),
        'locus': (locus, locusGrp/locus) ! (ed:row-words(.)[.], string-join((@from, @to), '–'))[1],
        'author': author ! ed:said-by(.), 'title': title ! ed:row-words(.),
        'incipit': incipit ! ed:row-words(.), 'explicit': explicit ! ed:row-words(.),
        'language': textLang/@mainLang ! ed:language-tag(.)})"/>
    <xsl:apply-templates select="msItem | msItemStruct" mode="ed:rows"/>
  </xsl:template>

  <xsl:template match="div[@type = 'edition']//gap" mode="ed:rows">
    <xsl:sequence select="ed:row('gaps', map{
        'id': string(@xml:id), 'place': ed:place-of(..),
        'textpart': ancestor::div[@type = 'textpart'][1]/@n, 'line': string(preceding::lb[1]/@n),
        'reason': string(@reason), 'unit': string(@unit), 'quantity': string(@quantity),
        'at_least': string(@atLeast), 'at_most': string(@atMost), 'extent': string(@extent),
        'certainty': string((@cert, certainty/@cert)[1])})"/>
  </xsl:template>

  <!-- Where the encoding tells how a text came to be. -->
  <xsl:key name="ed:genetic" match="sourceDoc | listChange[parent::creation]" use="'yes'"/>
  <xsl:template mode="ed:rows" match="(del | add | mod | restore | retrace | undo | redo | addSpan | delSpan)
      [key('ed:genetic', 'yes')][not(ancestor::teiHeader)]">
    <xsl:sequence select="ed:row('changes', map{
        'id': string(@xml:id), 'place': ed:place-of(.), 'element': local-name(),
        'where': string(@place), 'how': string((@rend, @rendition, @type)[1]),
        'hand': ed:ids(@hand), 'stage': ed:ids(string((ancestor-or-self::*/@change)[last()])),
        'group': string((parent::subst/@xml:id, parent::mod/@xml:id)[1]), 'words': ed:steps(.)})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>
  <!-- The words of a change, those of each step of it by themselves: cold → grey. -->
  <xsl:function name="ed:steps" as="xs:string">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="steps" as="xs:string*" select="
        $change/self::mod[not(text()[normalize-space()])]/(del | add | mod | subst | restore | retrace) ! ed:steps(.)"/>
    <xsl:variable name="pair" as="xs:string*" select="$change/self::subst/(del | add) ! ed:row-words(.)"/>
    <xsl:sequence select="
        if (exists(($steps, $pair))) then string-join(($steps, $pair)[.], ' → ') else ed:row-words($change)"/>
  </xsl:function>
</xsl:stylesheet>
