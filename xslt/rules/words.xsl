<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and dates of headers and registers, where elements hold elements and the white space of
     the file says nothing. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements of a sentence: what stands between them in the source is what the sentence has there. -->
  <xsl:variable name="ed:of-sentences" as="xs:string*" select="'abbr', 'add', 'choice', 'corr', 'del', 'emph',
      'expan', 'foreign', 'g', 'gap', 'hi', 'lb', 'mentioned', 'orig', 'q', 'quote', 'reg', 'seg', 'sic',
      'soCalled', 'subst', 'supplied', 'surplus', 'unclear'"/>

  <!-- The words of an element of the header, as in the reading text. What holds elements alone has no
       white space of its own, but for those of a sentence: parts of names are set apart by blanks,
       other parts by commas. -->
  <xsl:function name="ed:said-by" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parts" as="node()*" select="$element/node()[self::* or self::text()]
        except $element/(note | email | affiliation | address[../name] | graphic | self::bibl/availability | idno[not($element/(self::bibl | self::idno)) or $element/self::bibl/title and not(matches(., '\p{L}'))] | del |
          surplus | self::choice[corr | reg | expan]/(sic | orig | abbr))"/>
    <xsl:variable name="separator" as="xs:string" select="
        if ($parts/self::text()[normalize-space()] or $parts/local-name() = $ed:of-sentences) then ''
        else if (exists($parts/self::*) and (every $part in $parts/self::* satisfies
          $part/(self::forename or self::surname or self::roleName or self::addName or
          self::genName or self::nameLink or self::div or self::p or self::ab or self::s or
          self::list[../(p | ab)]))) then ' ' else ', '"/>
    <xsl:variable name="said" as="xs:string*" select="for $part in $parts return
        ((if ($part/self::lb) then ' '[not($part/@break = 'no')]
          else if ($part/self::list and $separator = '') then ' ' || ed:said-by($part) ||
            ' '[not(matches(string($part/following-sibling::node()[1]), '^[.,;:!?)]'))]
          else if ($part/self::date[$separator = ''][not(*) and not(normalize-space())]) then string-join(distinct-values(ed:dates($part)), '–')
          else if ($part/self::*) then ed:said-by($part) || ' '[$separator = ''][ed:is-torn-off($part)]
          else string($part)) || ','[$separator = ' '][ed:comes-first($part)])
          [normalize-space() or $separator = '']"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(
        if ($separator = ', ') then ($said[position() lt last()] ! ed:unpointed(.), $said[last()]) else $said,
        $separator))"/>
    <xsl:sequence select="($words[.], $element[not(*)]/@ed:called/string(), '')[1]"/>
  </xsl:function>

  <!-- A title or forename right before the rest of a name. -->
  <xsl:function name="ed:is-torn-off" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/(self::roleName | self::forename | self::addName)[matches(., '\p{L}$')])
        and matches($part/following-sibling::node()[1], '^\p{L}')"/>
  </xsl:function>

  <!-- What somebody did: the words, or the note that stands for them. -->
  <xsl:function name="ed:task" as="xs:string">
    <xsl:param name="resp" as="element(resp)"/>
    <xsl:variable name="noted" as="xs:string" select="
        string-join($resp[note][not(text()[normalize-space()])]/*
          ! replace(normalize-space(), '\.$', '')[.], '; ')"/>
    <xsl:sequence select="($noted[.], ed:said-by($resp))[1]"/>
  </xsl:function>

  <!-- How large something is: a number alone says what it is a number of by its type. -->
  <xsl:function name="ed:extent" as="xs:string">
    <xsl:param name="extent" as="element(extent)"/>
    <xsl:variable name="measures" as="element(measure)*"
        select="$extent/measure[matches(., '^\s*[\d.,\s]+$')][@type or @unit]"/>
    <xsl:sequence select="
        if (exists($measures) and empty($extent/(* except $measures | text()[normalize-space()])))
        then string-join($measures ! (normalize-space() || ' ' || (@type, @unit)[1]), ', ')
        else ed:said-by($extent)"/>
  </xsl:function>

  <!-- A surname before the forename: Holm, Ida. -->
  <xsl:function name="ed:comes-first" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:sequence select="exists($part/self::surname[normalize-space()]/following-sibling::forename[normalize-space()])
        and empty($part/(preceding-sibling::forename | following-sibling::surname))"/>
  </xsl:function>

  <!-- Words without the sign that parts them from the next in a catalogue: "London :". -->
  <xsl:function name="ed:unpointed" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="replace($words, '\s*[,:;/]\s*$', '')"/>
  </xsl:function>

  <!-- The calendar of the words of a date, where it is another than ours: as the header calls it, else
       as the attribute does. -->
  <xsl:function name="ed:calendar-of" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:for-each select="$date[normalize-space()]/@calendar[not(matches(., 'gregor', 'i'))]">
      <xsl:variable name="declared" as="element()?"
          select="key('ed:by-id', replace(tokenize(.)[1], '^.*#', ''), root($date))[1]/self::calendar"/>
      <xsl:variable name="named" as="xs:string?" select="$declared ! ed:said-by(.)"/>
      <xsl:sequence select="($named[. and string-length() lt 40], replace(tokenize(.)[1], '^.*#', ''))[1]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The attributes of a date; ISO 8601 forms count where there are no others. They have a year 0,
       which others have not: 1 BC is 0000 there, and -0001 here. -->
  <xsl:function name="ed:dates" as="attribute()*">
    <xsl:param name="date" as="element()"/>
    <xsl:for-each select="'when', 'from', 'to', 'notBefore', 'notAfter'">
      <xsl:variable name="value" as="attribute()?" select="
          ($date/@*[name() = current()], $date/@*[name() = current() || '-iso'])[normalize-space()][1]"/>
      <xsl:variable name="iso" as="xs:string?" select="$value ! ed:known-part(ed:extended(.), $date)"/>
      <xsl:if test="$iso">
        <xsl:attribute name="{.}" select="
            if (ends-with(name($value), '-iso')) then ed:without-year-zero($iso) else $iso"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>
  <!-- ISO 8601 also writes 20211026; as XML Schema reads it, that is a year. -->
  <xsl:function name="ed:extended" as="xs:string">
    <xsl:param name="value" as="attribute()"/>
    <xsl:variable name="iso" as="xs:string" select="normalize-space($value)"/>
    <xsl:sequence select="
        if (ends-with(name($value), '-iso')) then replace($iso, '^(\d{4})(\d\d)(\d\d)($|T)', '$1-$2-$3$4') else $iso"/>
  </xsl:function>
  <!-- Dates that stand for none, as databases write them, or cannot be meant; of a letter whose words name a day of no year,
       the day. -->
  <xsl:function name="ed:known-part" as="xs:string?">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="
        if (matches($iso, '^(9999(-|$)|0001-01-01|\d{8}$)')) then ()
        else if (matches($iso, '^(0001|1000)-\d\d') and $date[parent::correspAction][matches(., '\d')][not(matches(., '\d{3}'))])
        then '-' || substring($iso, 5) else $iso"/>
  </xsl:function>
  <!-- Such attributes in words: 1799, 1799–1802, from 1799, not before 1799. -->
  <xsl:function name="ed:open-date" as="xs:string">
    <xsl:param name="dates" as="attribute()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="start" as="attribute()?"
        select="(for $name in ('when', 'from', 'notBefore') return $dates[name() = $name])[1]"/>
    <xsl:variable name="end" as="attribute()?" select="
        (for $name in ('to', 'notAfter') return $dates[name() = $name])[not($start/name() = 'when')][1]"/>
    <xsl:variable name="open" as="attribute()?" select="
        ($start, $end)[count(($start, $end)) eq 1][name() ne 'when']"/>
    <xsl:variable name="label" as="xs:string?" select="
        $open ! ed:label((map{'notBefore': 'not-before', 'notAfter': 'not-after'}(name()), name())[1], $lang)"/>
    <xsl:sequence select="string-join(($label, string-join(($start, $end) ! ed:date(., $lang), '–')), ' ')"/>
  </xsl:function>
  <xsl:function name="ed:without-year-zero" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="year" as="xs:string" select="replace($iso, '^(-?\d{4}).*$', '$1')"/>
    <xsl:sequence select="
        if (not(matches($iso, '^(-\d{4}|0000)(-|$)'))) then $iso
        else '-' || format-number(abs(xs:integer($year)) + 1, '0000') || substring($iso, string-length($year) + 1)"/>
  </xsl:function>
  <xsl:function name="ed:is-dated" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="exists(ed:dates($date))"/>
  </xsl:function>
</xsl:stylesheet>
