<?xml version="1.0" encoding="UTF-8"?>
<!-- What every stage shares: how a problem is reported, how a label is looked up. -->
<xsl:package name="urn:editio:common" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- labels/*.xml, each language one child, handed in by whoever runs a format; stylesheets open
       no files. -->
  <xsl:param name="ed:labels" as="document-node()?" select="()"/>

  <!-- Where it is said (pages of the site), words that are English for want of others stand between
       these two, which no text has (Unicode, 23.7); html/tongue.xsl makes lang="en" of them. -->
  <xsl:param name="ed:marked" as="xs:string" select="''"/>
  <xsl:variable name="ed:english" as="xs:string+" visibility="public" select="'&#xFDD0;', '&#xFDD1;'"/>

  <xsl:include href="blanks.xsl"/>
  <xsl:include href="counting.xsl"/>

  <!-- Divisions that stand beside a text without being it. -->
  <xsl:variable name="ed:beside-text" as="xs:string*" visibility="public" select="
      'translation', 'apparatus', 'bibliography', 'commentary', 'figure', 'glossary', 'index',
      'introduction', 'notes'"/>

  <xsl:key name="ed:label" match="ed:label" use="../@xml:lang || ' ' || @key"/>

  <!-- The words for $key in $lang, or in its primary language, or in English; the key if none. -->
  <xsl:function name="ed:label" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <!-- Saxon keeps what a function found where its value is asked for, and not where it is what a
         function, a sequence or a text node is made of: hence the step. -->
    <xsl:sequence select="ed:label-found($key, $lang) ! ."/>
  </xsl:function>
  <xsl:function name="ed:label-found" as="xs:string" cache="yes">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="(ed:labelled($key, $lang), ed:in-english($key, $lang), $key)[1]"/>
  </xsl:function>
  <!-- The words for a value that the encoding chose among those of an attribute; else the value. -->
  <xsl:function name="ed:value-label" as="xs:string" visibility="public">
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="$of || '-' || $value"/>
    <xsl:sequence select="(ed:labelled($key, $lang), ed:in-english($key, $lang), $value)[1]"/>
  </xsl:function>
  <xsl:function name="ed:in-english" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:string?" select="ed:labelled($key, 'en')"/>
    <xsl:sequence select="
        if ($ed:marked and matches($words, '\p{L}') and not(tokenize($lang, '-')[1] = 'en'))
        then $ed:english[1] || $words || $ed:english[2] else $words"/>
  </xsl:function>
  <!-- What a part of a text or of a document is called; one without a word of ours by its own name. -->
  <xsl:function name="ed:part-label" as="xs:string" visibility="public">
    <xsl:param name="part" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($part = 'page') then ed:label('count-page', $lang)
        else if ($part = ('column', 'line', 'gathering', 'section', 'chapter', 'verse', 'folio'))
        then ed:label($part, $lang) else ed:value-label('part', $part, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:labelled" as="xs:string?" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="found" as="element(ed:label)*" select="
        for $one in ($lang, substring-before($lang || '-', '-'))
        return $ed:labels ! key('ed:label', $one || ' ' || $key, .)"/>
    <xsl:sequence select="$found[1]/string()"/>
  </xsl:function>

  <!-- A date as readers write it (1964-04-17 -> 17 April 1964); other values as they stand.
       format-date knows English only in Saxon-HE, so month names are labels; where a month has
       another form without a day, that is month-NN-alone. -->
  <xsl:function name="ed:date" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="is-before" as="xs:boolean" select="starts-with($iso, '-')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace($iso, '^-', ''), '-')"/>
    <xsl:sequence select="
        if (matches($iso, '^-?\d{4}-\d\d-\d\dT\d\d:\d\d'))
        then ed:date(substring-before($iso, 'T'), $lang) || ', ' || ed:hour(substring-after($iso, 'T'))
        (: a day or a month of any year :)
        else if (matches($iso, '^--\d\d(-\d\d)?$')) then replace(ed:date('0001' || substring($iso, 2), $lang), ' 1$', '')
        else if (not(matches($iso, '^-?\d{4}(-\d\d){0,2}$'))) then $iso
        else string-join((
          $parts[3] ! (string(xs:integer(.)) || ed:label('day-mark', $lang)),
          $parts[2] ! (ed:labelled('month-' || . || '-alone', $lang)[not($parts[3])],
            ed:label('month-' || ., $lang))[1],
          replace($parts[1], '^0+(.)', '$1'),
          ed:label('before-christ', $lang)[$is-before]), ' ')"/>
  </xsl:function>
  <!-- 10:30, with seconds and the zone where they are said. -->
  <xsl:function name="ed:hour" as="xs:string">
    <xsl:param name="time" as="xs:string"/>
    <xsl:sequence select="replace($time, '^(\d\d:\d\d)(:00(\.0+)?)?', '$1')
        => replace('Z$', ' UTC') => replace('([+-]\d\d:\d\d)$', ' $1')"/>
  </xsl:function>
  <!-- Its year alone. -->
  <xsl:function name="ed:year-of" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:date(replace($iso, '^(-?\d{4}).*$', '$1'), $lang)"/>
  </xsl:function>

  <!-- A hand by the number of its id, or by its id: hand 2, corrector 1. -->
  <xsl:function name="ed:hand-by-id" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="hand" as="xs:string"/>
    <xsl:sequence select="
        if (matches($id, '^\p{L}{4,}[-_.]?\d+$') and not(matches($id, 'hand|man|main', 'i')))
        then replace($id, '^(\p{L}+)[-_.]?0*(\d+)$', '$1 $2')
        else $hand || ' ' || (if (matches($id, '\D\d+$')) then replace($id, '^.*\D', '') else $id)"/>
  </xsl:function>
  <!-- How certain something is: certainty: high. -->
  <xsl:function name="ed:certainty" as="xs:string" visibility="public">
    <xsl:param name="grade" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:label('cert', $lang) || ' ' || ed:value-label('cert', $grade, $lang)"/>
  </xsl:function>

  <!-- On what ground: internal evidence. A source that is named says of itself that it is external. -->
  <xsl:function name="ed:grounds" as="xs:string?" visibility="public">
    <xsl:param name="done" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="grounds" as="xs:string*" select="tokenize($done/@evidence)[. ne 'external' or not($done/@source)]"/>
    <xsl:sequence select="string-join($grounds ! ed:value-label('evidence', ., $lang), ', ')[.]"/>
  </xsl:function>

  <!-- A sex as ISO 5218 has it, or as it is often written: the value that has a label. -->
  <xsl:variable name="ed:sexes" as="map(xs:string, xs:string)" visibility="public" select="map{
      '0': 'unknown', '1': 'M', '2': 'F', '9': 'inapplicable', 'm': 'M', 'f': 'F', 'male': 'M',
      'female': 'F', 'u': 'unknown', 'unknown': 'unknown'}"/>
  <xsl:function name="ed:sex" as="xs:string" visibility="public">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="($ed:sexes(lower-case(normalize-space($value))), $value)[1]"/>
  </xsl:function>
  <!-- What a statement on somebody says; a sex in words. -->
  <xsl:function name="ed:statement-said" as="xs:string" visibility="public">
    <xsl:param name="statement" as="element(ed:statement)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($statement/@name = 'sex') then ed:value-label('trait', ed:sex($statement), $lang) else string($statement)"/>
  </xsl:function>

  <!-- A relation: as the labels have it, else its name in words (teacherOf: teacher of). -->
  <xsl:function name="ed:relation-name" as="xs:string" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <!-- parent_of is parentOf; siblings, siblingOf and sibling are one. -->
    <xsl:variable name="parts" as="xs:string*" select="tokenize($name, '[_\-]')"/>
    <xsl:variable name="joined" as="xs:string" select="
        string-join((head($parts), tail($parts) ! (upper-case(substring(., 1, 1)) || substring(., 2))))"/>
    <xsl:variable name="keys" as="xs:string+" select="
        ($name, $joined, replace($joined, '(s|Of)$', '')) ! ('relation-' || .)"/>
    <xsl:sequence select="($keys ! (ed:labelled(., $lang), ed:in-english(., $lang)),
        lower-case(replace($joined, '(\p{Ll})(\p{Lu})', '$1 $2')))[1]"/>
  </xsl:function>

  <!-- The address that words may lead to (checks/addresses.py tells of the others): on the web, to
       an e-mail address, a DOI, a URN, or relative; else nothing. A browser passes over white space
       and control characters in a scheme, so they are passed over here. -->
  <xsl:function name="ed:address" as="xs:string?" visibility="public">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string" select="replace($target, '[\s\p{C}]', '')"/>
    <xsl:variable name="scheme" as="xs:string?" select="
        tokenize($plain, ':')[matches($plain, '^[^/?#]*:')][1] ! lower-case(.)"/>
    <xsl:sequence select="
        if ($plain = '') then ()
        else if ($scheme = 'doi') then 'https://doi.org/' || substring-after($plain, ':')
        else if (empty($scheme)) then $plain
        else ($scheme || ':' || substring-after($plain, ':'))
            [$scheme = ('mailto', 'urn') or $scheme = ('http', 'https') and ed:names-server(.)]"/>
  </xsl:function>

  <!-- http://[::1 and https:///page name no server. -->
  <xsl:function name="ed:names-server" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^https?://([^@/?#]*@)?(\[[0-9A-Fa-f:.]+\]|[^\[\]@:/?#]+)(:\d*)?([/?#]|$)')"/>
  </xsl:function>

  <!-- A language as browsers know it (BCP 47): two letters where the language has two. Headers often
       have the three of ISO 639-2. -->
  <xsl:variable name="ed:short-tags" as="map(xs:string, xs:string)" select="map{
      'eng': 'en', 'ger': 'de', 'deu': 'de', 'fre': 'fr', 'fra': 'fr', 'ita': 'it', 'spa': 'es',
      'por': 'pt', 'dut': 'nl', 'nld': 'nl', 'lat': 'la', 'gre': 'el', 'ell': 'el', 'rus': 'ru',
      'pol': 'pl', 'cze': 'cs', 'ces': 'cs', 'slo': 'sk', 'slk': 'sk', 'slv': 'sl', 'hun': 'hu',
      'hrv': 'hr', 'srp': 'sr', 'swe': 'sv', 'dan': 'da', 'nor': 'no', 'nob': 'nb', 'nno': 'nn',
      'fin': 'fi', 'ice': 'is', 'isl': 'is', 'est': 'et', 'lav': 'lv', 'lit': 'lt', 'rum': 'ro',
      'ron': 'ro', 'bul': 'bg', 'ukr': 'uk', 'bel': 'be', 'tur': 'tr', 'ara': 'ar', 'heb': 'he',
      'yid': 'yi', 'per': 'fa', 'fas': 'fa', 'hin': 'hi', 'san': 'sa', 'chi': 'zh', 'zho': 'zh',
      'jpn': 'ja', 'kor': 'ko', 'cat': 'ca', 'baq': 'eu', 'eus': 'eu', 'glg': 'gl', 'gle': 'ga',
      'wel': 'cy', 'cym': 'cy', 'bre': 'br', 'arm': 'hy', 'hye': 'hy', 'geo': 'ka', 'kat': 'ka'}"/>
  <xsl:function name="ed:language-tag" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(translate(normalize-space($tag), '_', '-'), '-')"/>
    <xsl:variable name="said" as="xs:string" select="string-join(
        (($ed:short-tags(lower-case($parts[1])), $parts[1])[1], tail($parts)), '-')"/>
    <xsl:sequence select="if ($said = '' or $said castable as xs:language) then $said else 'und'"/>
  </xsl:function>

  <!-- The address of an identifier with its authority; empty where the authority has no pages, or no
       number of such a form. -->
  <xsl:variable name="ed:authorities" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'https://www.wikidata.org/entity/', 'gnd': 'https://d-nb.info/gnd/',
      'viaf': 'https://viaf.org/viaf/', 'geonames': 'https://www.geonames.org/',
      'ror': 'https://ror.org/', 'orcid': 'https://orcid.org/', 'isni': 'https://isni.org/isni/',
      'lccn': 'https://id.loc.gov/authorities/names/', 'doi': 'https://doi.org/'}"/>
  <xsl:function name="ed:authority" as="xs:string" visibility="public">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if (matches($value, '^https?://')) then string(ed:address($value))
        else string(($ed:authorities(lower-case($type))[
            if (lower-case($type) = 'doi') then $value ne '' else matches($value, '^[\w. -]+$')] ! (. || $value), '')[1])"/>
  </xsl:function>

  <!-- What kinds of numbers are called; an address speaks for itself, "other" says nothing. A kind
       that is not known here is called as its editor calls it. -->
  <xsl:variable name="ed:numbers" as="map(xs:string, xs:string)" visibility="public" select="map:merge((
      tokenize('DOI GND VIAF ORCID ISNI ISBN ISSN ISMN URN ARK PURL LCCN OCLC ROR PND BNF RISM VD16 VD17 VD18
        ESTC ISTC USTC STC') ! map{lower-case(.): .},
      map{'wikidata': 'Wikidata', 'geonames': 'GeoNames', 'wikipedia': 'Wikipedia', 'handle': 'Handle', 'hdl': 'Handle'},
      tokenize('uri url address link other none unknown') ! map{.: ''}))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  <xsl:function name="ed:number-kind" as="xs:string" visibility="public">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="string(($ed:numbers(lower-case($type)), $type[not(matches(., '^(URL|URI)\p{Lu}'))])[1])"/>
  </xsl:function>
  <!-- Names that a project has for its own files and records: they are kept as data, no reader is told. -->
  <xsl:function name="ed:is-internal" as="xs:boolean" visibility="public">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="matches($type,
        '^(slug|file|file[-_ ]?(name|path|id)|path|doc(ument)?[-_ ]?id|\w*dir(ectory)?[-_ ]?name|dtaid|\w*uuid|((xml|db|database|record|system|local|url)[-_ :]?)?(id|uid|uuid|guid|key|slug))$', 'i')"/>
  </xsl:function>

  <!-- Whether the first words of a document are its title. -->
  <xsl:function name="ed:opens-with" as="xs:boolean" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="first" as="element()?"
        select="($document/ed:text//(ed:heading | ed:paragraph))[1]"/>
    <xsl:sequence select="
        $first/self::ed:heading[empty(.//ed:note)] and normalize-space($first) = normalize-space($title)"/>
  </xsl:function>

  <!-- What a licence or a rights statement is called, by its address; the address where it is not
       one that everybody knows. -->
  <xsl:function name="ed:licence-name" as="xs:string" visibility="public">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="path" as="xs:string" select="replace($address, '^https?://(www\.)?', '', 'i')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($path, '/')"/>
    <xsl:sequence select="
        if (matches($path, '^creativecommons\.org/licenses/[a-z-]+/\d', 'i'))
          then string-join(('CC', upper-case($parts[3]), $parts[4], $parts[5][matches(., '^[a-z]{2}$')] ! upper-case(.)), ' ')
        else if (matches($path, '^creativecommons\.org/publicdomain/zero/', 'i')) then 'CC0 ' || $parts[4]
        else if (matches($path, '^creativecommons\.org/publicdomain/mark/', 'i')) then 'Public Domain Mark ' || $parts[4]
        else if (matches($path, '^openfontlicense\.org', 'i')) then 'OFL 1.1'
        else if (matches($path, '^rightsstatements\.org/', 'i')) then ($ed:statements(string($parts[3])), $address)[1]
        else $address"/>
  </xsl:function>
  <xsl:variable name="ed:statements" as="map(xs:string, xs:string)" select="map{
      'InC': 'In Copyright', 'InC-OW-EU': 'In Copyright – EU Orphan Work',
      'InC-EDU': 'In Copyright – Educational Use Permitted',
      'InC-NC': 'In Copyright – Non-Commercial Use Permitted',
      'InC-RUU': 'In Copyright – Rights-holder(s) Unlocatable or Unidentifiable',
      'NoC-CR': 'No Copyright – Contractual Restrictions',
      'NoC-NC': 'No Copyright – Non-Commercial Use Only',
      'NoC-OKLR': 'No Copyright – Other Known Legal Restrictions',
      'NoC-US': 'No Copyright – United States', 'CNE': 'Copyright Not Evaluated',
      'UND': 'Copyright Undetermined', 'NKC': 'No Known Copyright'}"/>

  <!-- An id that a page needs for what it adds, such as a heading: the name, or, where the text that
       holds $place has an element of that id, another. -->
  <xsl:key name="ed:placed" match="*[@id]" use="@id"/>
  <xsl:function name="ed:own-id" as="xs:string" visibility="public">
    <xsl:param name="place" as="node()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if (root($place)[self::document-node()] ! key('ed:placed', $name, .))
        then ed:own-id($place, 'ed-' || $name) else $name"/>
  </xsl:function>
  <!-- The same, where the ids on the page are known. -->
  <xsl:function name="ed:free-id" as="xs:string" visibility="public">
    <xsl:param name="taken" as="xs:string*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if ($name = $taken) then ed:free-id($taken, 'ed-' || $name) else $name"/>
  </xsl:function>

  <!-- Reports a problem to the host, which turns it into a Diagnostic at the node's line. -->
  <xsl:template name="ed:diagnostic" visibility="public">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:message>
      <ed:diagnostic code="{$code}" subject="{$subject}"
          at="{($node/ancestor-or-self::*/(@ed:at, @at))[last()]}"/>
    </xsl:message>
  </xsl:template>

  <!-- Series of notes: the author's, the editors', and of each those that are kept apart by their type,
       hand or place, as the edition asks for it, or as they are at the end where others are at the foot. -->
  <xsl:function name="ed:series-of" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="string-join(($note/@kind, $note/@series), ' ')"/>
  </xsl:function>
  <xsl:function name="ed:series-of-notes" as="xs:string+" visibility="public">
    <xsl:param name="document" as="element(ed:document)?"/>
    <xsl:sequence select="
        for $name in distinct-values(('', tokenize($document/@ed:note-series), 'end')), $kind in ('note', 'editorial')
        return string-join(($kind, $name[.]), ' ')"/>
  </xsl:function>
  <xsl:function name="ed:series-title" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="whose" as="xs:string?" select="
        $note[@kind = 'editorial' or not(@series = 'end')] ! ed:label(ed:notes-class(.), $lang)"/>
    <xsl:sequence select="string-join(($whose, $note/@series ! (
        if (. = 'end') then ed:label('endnotes', $lang) else replace(., '[-_]', ' '))), ': ')"/>
  </xsl:function>
  <xsl:function name="ed:notes-class" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="if ($note/@kind = 'editorial') then 'editorial-notes' else 'notes'"/>
  </xsl:function>
</xsl:package>
