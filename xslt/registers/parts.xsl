<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers: the parts that lists, maps, tables and citations work with. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:register-part" on-no-match="fail"/>

  <xsl:template match="@source" mode="ed:register-part" as="attribute()">
    <xsl:attribute name="source" select="tokenize(.) ! substring-after(., '#')"/>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | eventName | objectName | term | title | orth |
      name | geogName | label | nym/form[not(orth)]" mode="ed:register-part" as="element(ed:form)">
    <ed:form kind="{(@subtype, @type, 'variant')[1]}">
      <!-- That of a variant is the text that has it. -->
      <xsl:apply-templates select="@source[not(../@type = 'variant')]" mode="ed:register-part"/>
      <xsl:value-of select="ed:called(.) || ed:doubt(.)"/>
    </ed:form>
  </xsl:template>

  <!-- A date of a life, with its place; words where they say more than the date. -->
  <xsl:template match="birth | death | floruit" mode="ed:register-part" as="element()+">
    <xsl:variable name="dated" as="element()" select="(.[ed:is-dated(.)], date[ed:is-dated(.)], .)[1]"/>
    <xsl:variable name="places" as="element()*"
        select="placeName | settlement | region | country | geogName | location"/>
    <ed:date role="{local-name()}">
      <xsl:copy-of select="ed:certainty-of-date(.)"/>
      <xsl:sequence select="ed:dates($dated)"/>
      <xsl:for-each select="ed:date-words(., $places)[.]">
        <xsl:attribute name="words" select="."/>
      </xsl:for-each>
      <xsl:if test="exists($places[normalize-space()])">
        <xsl:attribute name="place" select="$places ! ed:place-words(.)[.]" separator=", "/>
      </xsl:if>
      <xsl:apply-templates select="@source" mode="ed:register-part"/>
    </ed:date>
    <!-- On what it rests, and what is to be said of it, is none of its words. -->
    <xsl:for-each select=".//(note | bibl)[normalize-space()][not(ancestor::note | ancestor::bibl)][not(ed:is-withheld(.))]">
      <ed:note kind="remark"><xsl:value-of select="ed:said-by(.)"/></ed:note>
    </xsl:for-each>
  </xsl:template>
  <!-- A register that has sources for most of its dates says with them that the others have none. -->
  <xsl:key name="ed:dated" match="(birth | death | floruit | event)[(., date)[ed:is-dated(.)]]"
      use="if (ed:rests-on-source(.)) then 'sourced' else 'unsourced'"/>
  <xsl:function name="ed:rests-on-source" as="xs:boolean">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="exists(($dated, $dated/parent::person, $dated/date)/@source)
        or exists(($dated, $dated/date)/(bibl | ptr | ref | note[@type = 'source']))"/>
  </xsl:function>
  <xsl:function name="ed:certainty-of-date" as="attribute(cert)?">
    <xsl:param name="dated" as="element()"/>
    <xsl:choose>
      <xsl:when test="$dated/@cert"><xsl:sequence select="$dated/@cert"/></xsl:when>
      <xsl:when test="ed:doubt($dated)"><xsl:attribute name="cert" select="'low'"/></xsl:when>
      <xsl:when test="not(ed:rests-on-source($dated)) and ($dated/(., date)[ed:is-dated(.)] or ed:is-dated-in-words($dated))
          and (ed:has-sources-for-most(root($dated)) or $dated/note ! ed:forbids-citing(.) = true())">
        <xsl:attribute name="cert" select="'unknown'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:is-dated-in-words" as="xs:boolean">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="exists($dated/(self::birth | self::death | self::floruit)) and
        ed:date-words($dated, $dated/(placeName | settlement | region | country | geogName | location)) ne ''"/>
  </xsl:function>

  <!-- (?) behind what its editor is not sure of: so it says itself, or what is said of it does. -->
  <xsl:key name="ed:doubts" match="certainty | precision" use="tokenize(@target) ! substring-after(., '#')"/>
  <xsl:function name="ed:doubt" as="xs:string">
    <xsl:param name="said" as="element()"/>
    <xsl:variable name="about" as="element()*" select="
        ($said, $said/date)/(certainty | precision)[not(@target)], $said/@xml:id/key('ed:doubts', ., root($said))"/>
    <xsl:sequence select="
        if (($said, $said/date, $about)/@cert = ('low', 'medium', 'unknown') or ($said, $said/date)/@evidence = 'conjecture'
          or ($said, $said/date, $about)/@precision = ('low', 'medium', 'unknown')
          or $about/@degree[. castable as xs:double] ! (number(.) lt 1) = true()) then ' (?)' else ''"/>
  </xsl:function>

  <!-- What its register marks as not to be cited. -->
  <xsl:function name="ed:is-withheld" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        ($note/@type, $note/@subtype) ! matches(lower-case(.), '(^|[^\p{L}])' || $ed:not-to-be-cited) = true()"/>
  </xsl:function>
  <xsl:variable name="ed:not-to-be-cited" as="xs:string" select="
      '(not?|nicht|ne|non|não|niet|nie|не)[^\p{L}]*(to[^\p{L}]*be|zu|zum|pas|a|do|te)?[^\p{L}]*(cit|zit|quot|цит)'"/>
  <!-- Whether a note at a date says so of it, and nothing else. -->
  <xsl:function name="ed:forbids-citing" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="matches(lower-case($note),
        '^[^\p{L}]*(please[^\p{L}]+)?(do[^\p{L}]+)?' || $ed:not-to-be-cited || '\p{L}*[^\p{L}]*$')"/>
  </xsl:function>

  <xsl:function name="ed:has-sources-for-most" as="xs:boolean" cache="yes">
    <xsl:param name="register" as="node()"/>
    <xsl:sequence select="count(key('ed:dated', 'sourced', $register)) gt count(key('ed:dated', 'unsourced', $register))"/>
  </xsl:function>
  <xsl:function name="ed:date-words" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:variable name="words" as="xs:string" select="
        normalize-space(string-join($date//text()[not(ancestor::note or ancestor::bibl or ancestor::* intersect $places
          or ed:leads-to-place(., $places))], ''))
          => replace('^[\s,;]+|[\s,;]+$', '')"/>
    <xsl:variable name="custom" as="xs:string" select="string-join(
        $date/descendant-or-self::*/(@when-custom, @from-custom, @to-custom), '–')"/>
    <xsl:sequence select="
        if (not(matches($words, '^[-\d]*$'))) then $words
        else if (exists($date/descendant-or-self::*[ed:is-dated(.)])) then '' else ($words[.], $custom)[1]"/>
  </xsl:function>
  <!-- The word before a place, which is told apart: in, at, zu, à. -->
  <xsl:function name="ed:leads-to-place" as="xs:boolean">
    <xsl:param name="words" as="text()"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:sequence select="exists($words/following-sibling::node()[1] intersect $places)
        and matches($words, '^[\s,;]*\p{Ll}{1,4}\s*$')"/>
  </xsl:function>
  <xsl:function name="ed:place-words" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="name" as="element()?" select="
        ($place/placeName[@type = ('pref', 'main')], $place/placeName)[1]"/>
    <xsl:sequence select="if ($name or $place[not(.//geo)]) then ed:said-by(($name, $place)[1])
        else normalize-space(string-join($place//text()[not(ancestor::geo or ancestor::note or ancestor::idno)], ''))"/>
  </xsl:function>

  <!-- What a place lies in, as it is named. -->
  <xsl:template match="country | region | district | settlement | bloc" mode="ed:register-part"
      as="element(ed:within)">
    <ed:within kind="{local-name()}"><xsl:value-of select="ed:said-by(.)"/></ed:within>
  </xsl:template>
  <xsl:template match="@xml:id" mode="ed:register-part" as="element(ed:within)">
    <ed:within kind="place" entry="{.}"><xsl:value-of select="..!ed:head-name(ed:names(.))!ed:head-words(.)"/></ed:within>
  </xsl:template>

  <!-- Latitude and longitude in degrees, WGS 84 (TEI Guidelines, geo). -->
  <xsl:template match="location" mode="ed:register-part" as="element()*">
    <xsl:variable name="degrees" as="xs:string*" select="geo[1] ! ed:degrees(.)"/>
    <xsl:variable name="names" as="element()*"
        select="(country | region | district | settlement | placeName | bloc)[normalize-space()]"/>
    <xsl:if test="count($degrees) = 2 and not(placeName or preceding-sibling::location[not(placeName)]/geo)">
      <ed:geo latitude="{$degrees[1]}" longitude="{$degrees[2]}">
        <xsl:apply-templates select="@source" mode="ed:register-part"/>
      </ed:geo>
    </xsl:if>
    <xsl:for-each select="$names">
      <ed:within kind="{local-name()}"><xsl:value-of select="ed:said-by(.)"/></ed:within>
    </xsl:for-each>
    <xsl:apply-templates mode="ed:statement" select="
        (* except ($names, idno[$names], note[$names], geo[$names or count($degrees) = 2]))[normalize-space()]"/>
  </xsl:template>
  <!-- Where it lies from another place: south of Lund. -->
  <xsl:template match="location[offset[normalize-space()]][not(geo)]" mode="ed:register-part"
      as="element(ed:statement)">
    <ed:statement name="location">
      <xsl:value-of select="*[normalize-space()] ! ed:said-by(.)" separator=" "/>
    </ed:statement>
  </xsl:template>
  <!-- “46.95 7.44”, “46.95,7.44”, “46,95 7,44”; nothing where it is no pair of degrees. -->
  <xsl:key name="ed:geo-decls" match="geoDecl" use="@xml:id, 'every one'"/>
  <xsl:function name="ed:degrees" as="xs:string*">
    <xsl:param name="geo" as="element(geo)"/>
    <xsl:variable name="datum" as="xs:string?" select="(
        key('ed:geo-decls', substring($geo/@decls, 2), root($geo)),
        key('ed:geo-decls', 'every one', root($geo)))[1]/@datum"/>
    <xsl:variable name="tokens" as="xs:string*" select="tokenize($geo) ! replace(., ',$', '')"/>
    <xsl:variable name="pair" as="xs:string*" select="
        (if (count($tokens) eq 1) then tokenize($tokens, '[,;]') else $tokens) ! translate(., ',', '.')"/>
    <xsl:sequence select="$pair[count($pair) eq 2][empty($datum) or $datum = 'WGS84']
        [every $one in $pair satisfies $one castable as xs:double]
        [abs(number($pair[1])) le 90 and abs(number($pair[2])) le 180]"/>
  </xsl:function>

  <!-- A number is told once, where its address is given, too. -->
  <xsl:template match="idno" mode="ed:register-part" as="element(ed:idno)?">
    <xsl:variable name="value" as="xs:string" select="normalize-space()"/>
    <xsl:if test="not(ed:place-on-web(.) = (preceding-sibling::idno ! ed:place-on-web(.)))">
      <ed:idno type="{ed:idno-type(., $value)}" uri="{ed:authority(@type, $value)}">
        <xsl:apply-templates select="@source" mode="ed:register-part"/>
        <xsl:value-of select="$value"/>
      </ed:idno>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:place-on-web" as="xs:string?" cache="yes">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:sequence select="replace(ed:authority($idno/@type, normalize-space($idno)), '^https?://(www\.)?|/$', '')[.]"/>
  </xsl:function>
  <!-- URL says nothing of whose it is: the subtype does, or the host. -->
  <xsl:function name="ed:idno-type" as="xs:string">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="host" as="xs:string?"
        select="replace($value, '^https?://(www\.)?([^/]*).*$', '$2')[. ne $value]"/>
    <xsl:sequence select="string((
        $idno/@type[not(lower-case(.) = ('url', 'uri'))], $idno/@subtype, $host, $idno/@type)[1])"/>
  </xsl:function>

  <xsl:template match="note | gloss | desc | p | ab" mode="ed:register-part" as="element(ed:note)?">
    <xsl:if test="normalize-space() and not(ed:is-withheld(.))">
      <ed:note kind="{(@type, 'identification'[current()/self::gloss], 'remark')[1]}">
        <xsl:apply-templates select="@source" mode="ed:register-part"/>
        <!-- Notes and paragraphs in it stand apart. -->
        <xsl:value-of select="normalize-space(string-join(for $text in .//text() return
            (' '[exists($text[not(preceding-sibling::node())]/parent::*[self::note or self::p or self::ab or
              self::item or self::label])], $text)))"/>
        <xsl:value-of select="ed:doubt(.)"/>
      </ed:note>
    </xsl:if>
  </xsl:template>

  <!-- A work: one ed:part a bibliographic level, with its fields as the register has them. -->
  <xsl:template match="analytic | monogr | series" mode="ed:register-part" as="element(ed:part)">
    <ed:part level="{local-name()}">
      <xsl:sequence select="(author | editor | title | imprint/(publisher | pubPlace | date) |
          biblScope | imprint/biblScope | edition) ! ed:part-of(.)"/>
    </ed:part>
  </xsl:template>
  <!-- The fields of a record without levels. -->
  <xsl:function name="ed:record-of" as="element(ed:part)?">
    <xsl:param name="record" as="element(bibl)"/>
    <xsl:if test="$record/(author | editor | publisher | pubPlace | date | biblScope)">
      <ed:part level="monogr">
        <xsl:sequence select="$record/(author | editor | title[1] | publisher | pubPlace | date |
            biblScope | edition) ! ed:part-of(.)"/>
      </ed:part>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:part-of" as="element(ed:field)">
    <xsl:param name="part" as="element()"/>
    <ed:field name="{local-name($part)}">
      <xsl:copy-of select="$part/(@level, @when, @unit, @type)"/>
      <xsl:sequence select="ed:certainty-of-field($part)"/>
      <xsl:apply-templates select="$part/@source" mode="ed:register-part"/>
      <xsl:for-each select="$part/(@ed:entries, */@ed:entries, @ref, */@ref)[1]">
        <xsl:attribute name="entry" select="replace(tokenize(.)[1], '^.*#', '')"/>
      </xsl:for-each>
      <xsl:value-of select="(ed:said-by($part)[.], string-join($part[self::biblScope]/(@from, @to), '–'))[1]"/>
    </ed:field>
  </xsl:function>
  <!-- How sure it is of a field, of the name in it, or what is said of either. -->
  <xsl:function name="ed:certainty-of-field" as="attribute(cert)?">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="asked" as="element()+" select="$part, $part/(persName | orgName | placeName | name)"/>
    <xsl:choose>
      <xsl:when test="$asked/@cert"><xsl:sequence select="($asked/@cert)[1]"/></xsl:when>
      <xsl:when test="$asked ! ed:doubt(.)[.]"><xsl:attribute name="cert" select="'low'"/></xsl:when>
    </xsl:choose>
  </xsl:function>
  <xsl:template match="citedRange" mode="ed:register-part" as="element(ed:cited)">
    <ed:cited><xsl:value-of select="normalize-space()"/></ed:cited>
  </xsl:template>
</xsl:stylesheet>
