<?xml version="1.0" encoding="UTF-8"?>
<!-- Rights, layer by layer: the licence of the text, the licence of encoding and notes alone, what is
     said of the rights where no licence is given. Nothing is offered that the header does not offer. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="rights-words.xsl"/>

  <!-- Where the rights in the text are unknown, or restricted without a licence beside it, what is
       licensed can only be the work of the editors. -->
  <xsl:function name="ed:rights" as="element(ed:field)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="stated" as="element(availability)*"
        select="$header/fileDesc/publicationStmt/availability"/>
    <xsl:variable name="is-open" as="xs:boolean" select="empty($stated[
        @status = 'unknown' or (@status = 'restricted' and not(licence))])"/>
    <xsl:for-each-group select="$stated" group-by="string(@status[. = ('unknown', 'restricted', 'free')])">
      <xsl:variable name="said" as="xs:string" select="string-join(current-group() ! ed:said-of-rights(.), ' ')"/>
      <xsl:if test="current-grouping-key() or $said">
        <ed:field name="rights">
          <xsl:if test="$said"><xsl:attribute name="said" select="$said"/></xsl:if>
          <xsl:value-of select="current-grouping-key()"/>
        </ed:field>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:for-each select="$stated//licence[ed:is-given(.)], $stated[not(.//licence)]/(p | ab)[ed:states-licence(.)]">
      <xsl:variable name="statement" as="element()" select="."/>
      <xsl:for-each select="(ed:licence-addresses(.), '')[. or position() eq 1]">
        <xsl:variable name="is-statement" as="xs:boolean" select="contains(., '//rightsstatements.org/')"/>
        <xsl:variable name="of" as="xs:string" select="
            if ($statement/self::licence) then ed:licensed($statement) else (ed:layer-named($statement), 'text')[1]"/>
        <xsl:if test="$of = ('text', 'encoding') or $is-statement and $of = 'nothing'">
          <ed:field name="{
              if ($is-statement and $of ne 'encoding') then 'rights-statement'
              else if ($is-open and $of = 'text') then 'licence' else 'encoding-licence'}">
            <xsl:if test="."><xsl:attribute name="target" select="."/></xsl:if>
            <xsl:copy-of select="$statement/(@when, @notBefore, @notAfter)"/>
            <xsl:value-of select="($statement[not(.//ptr)] ! ed:said-by(.)[not(. = ('', current()))], ed:licence-name(.))[1]
                || ed:time-of($statement)"/>
          </ed:field>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- What a header says in prose of the rights, but for prose that states a licence: its words, and
       the addresses that they link to. -->
  <xsl:function name="ed:said-of-rights" as="xs:string*">
    <xsl:param name="stated" as="element(availability)"/>
    <xsl:for-each select="$stated/(p | ab)[$stated//licence or not(ed:states-licence(.))]">
      <xsl:variable name="said" as="xs:string" select="ed:said-by(.)"/>
      <xsl:variable name="linked" as="xs:string*" select="distinct-values(
          .//(ref | ptr)/@target/ed:web-addresses(.))[not(contains($said, .))]"/>
      <xsl:sequence select="
          string-join(($said, string-join($linked, ', ')[.] ! ('(' || . || ')'))[.], ' ')[.]"/>
    </xsl:for-each>
    <xsl:for-each select="$stated//licence[ed:licensed(.) = ('pictures', 'nothing') or not(ed:is-given(.))]">
      <xsl:variable name="addresses" as="xs:string*" select="ed:licence-addresses(.)"/>
      <xsl:variable name="said" as="xs:string" select="(ed:said-by(.)[.], $addresses ! ed:licence-name(.), '')[1]"/>
      <xsl:sequence select="string-join((
          (@n, ../@n)[1][ed:licensed-by-words(current()) ne ed:licensed(current())] ! (. || ':'), $said || ed:time-of(.),
          string-join($addresses[not(contains($said, .))], ', ')[.] ! ('(' || . || ')')), ' ')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether a licence holds, as far as the header says. A build knows no day: one that ends is told
       with its days, and so is one that the file is not known to be younger than. Where copyright is
       all that is stated, none is given. -->
  <xsl:function name="ed:is-given" as="xs:boolean" cache="yes">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:variable name="words" as="xs:string" select="ed:clauses(string($licence)) => string-join(' ')"/>
    <xsl:variable name="of-file" as="xs:string*" select="$licence/ancestor::teiHeader/(
        fileDesc/publicationStmt/date | revisionDesc//change)/ed:dates(.)[name() = ('when', 'from', 'notBefore')]"/>
    <xsl:sequence select="
        empty(ed:dates($licence)[name() = ('to', 'notAfter')])
        and (every $day in ed:dates($licence) satisfies ($of-file ! ed:is-as-late(., $day)) = true())
        and (exists(ed:licence-addresses($licence)) or not(matches($words, $ed:apart, $ed:java)) or matches($words, $ed:names-licence, $ed:java)
          or matches($words, $ed:common, $ed:java))"/>
  </xsl:function>
  <xsl:function name="ed:is-as-late" as="xs:boolean">
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="bound" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="min((string-length($day), string-length($bound)))"/>
    <xsl:variable name="begin" as="xs:string" select="substring($day, 1, $length)"/>
    <xsl:sequence select="$begin gt substring($bound, 1, $length)
        or $begin = substring($bound, 1, $length) and string-length($day) ge string-length($bound)"/>
  </xsl:function>
  <!-- From when, or until when, a licence holds, in the language of the page. -->
  <xsl:function name="ed:time-of" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="(root($statement)/*/@xml:lang/ed:language-tag(.), 'en')[1]"/>
    <xsl:sequence select="string($statement/self::licence[exists(ed:dates(.))]
        ! (' (' || ed:open-date(ed:dates(.), $lang) || ')'))"/>
  </xsl:function>

  <!-- The layer that @n names, of a licence or of what it stands in. -->
  <xsl:function name="ed:layer-named" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="($statement/self::licence/@n, $statement/ancestor::availability[1]/@n)[1]
        ! ed:clauses(.)[1] ! ed:subject(.)"/>
  </xsl:function>

  <!-- What a licence is said to be of: the text, its encoding (and notes), pictures; or nothing, where
       its words deny it. Its @n says it before its words do. -->
  <xsl:function name="ed:licensed" as="xs:string" cache="yes">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:variable name="words" as="xs:string" select="ed:licensed-by-words($licence)"/>
    <xsl:sequence select="
        if (not(ed:is-doubtful(string-join($licence/(../@n | @n | .//text()), ' ')))) then 'text'
        else ($words[. = 'nothing'], ed:layer-named($licence), $words)[1]"/>
  </xsl:function>

  <!-- Of the clauses that speak of the licence, one of the text is enough. One that names nothing
       speaks of what the ones before do, and of the text where these name no other layer. -->
  <xsl:function name="ed:licensed-by-words" as="xs:string" cache="yes">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:variable name="clauses" as="xs:string*" select="ed:clauses(string-join(
        for $part in $licence//text() return ($part, ' . '[
          $part is $part/ancestor::*[self::p or self::ab or self::item][1]/descendant::text()[last()]])))"/>
    <xsl:variable name="granted" as="xs:string*" select="$clauses[not(matches(., $ed:denied, $ed:java))]"/>
    <xsl:variable name="limits" as="xs:string*" select="
        $granted[matches(., $ed:limits, $ed:java)][ed:subject(.) = ('encoding', 'pictures', 'nothing')]"/>
    <xsl:variable name="naming" as="xs:string*" select="$clauses[matches(., $ed:names-licence, $ed:java)]"/>
    <xsl:variable name="speaking" as="xs:string*" select="
        if (exists($naming)) then $granted[. = ($naming, $limits)] else $granted[not(matches(., $ed:apart, $ed:java))]"/>
    <xsl:variable name="subjects" as="xs:string*" select="
        for $clause in $speaking
        return (ed:subject($clause)[. ne 'nothing'], ed:carried(
          $clauses[position() lt index-of($clauses, $clause)[1]], ($limits, $clause)))[1]"/>
    <xsl:sequence select="
        if (empty($subjects)) then ('nothing'[exists($clauses[matches(., $ed:denied, $ed:java)])], 'text')[1]
        else ('text', 'encoding', 'pictures', 'nothing')[. = $subjects][1]"/>
  </xsl:function>
  <xsl:function name="ed:carried" as="xs:string">
    <xsl:param name="before" as="xs:string*"/>
    <xsl:param name="limits" as="xs:string*"/>
    <xsl:variable name="named" as="xs:string*" select="$before ! ed:named-by(.)"/>
    <xsl:sequence select="
        if ($named = 'text') then 'text' else ($named[last()], $limits ! ed:subject(.), 'text')[1]"/>
  </xsl:function>
  <xsl:function name="ed:named-by" as="xs:string?" cache="yes">
    <xsl:param name="clause" as="xs:string"/>
    <xsl:variable name="subject" as="xs:string?" select="ed:subject($clause)"/>
    <xsl:sequence select="$subject[not(matches($clause, $ed:apart, $ed:java))]
        [. = ('text', 'nothing') or matches($clause, $ed:layer-first, $ed:java)]"/>
  </xsl:function>

  <!-- What a clause is about, if it says so: "encoding of the text" and "not the text" are not about
       the text, "without the images" not about images. -->
  <xsl:function name="ed:subject" as="xs:string?" cache="yes">
    <xsl:param name="clause" as="xs:string"/>
    <!-- Most clauses name neither, and few a layer; to look for all in all of them takes long. -->
    <xsl:variable name="has-layer" as="xs:boolean" select="matches($clause, $ed:layer-named, $ed:java)"/>
    <xsl:variable name="left" as="xs:string" select="
        replace($clause, ' (editorial|introductory|supplementary|accompanying|additional|other) materials? ', ' ')
        ! (if ($has-layer) then . => replace($ed:layer-of-text, ' $1 ', $ed:java) => replace($ed:text-layer, ' $1 ', $ed:java) else .)"/>
    <xsl:variable name="less" as="xs:string" select="
        replace($left, $ed:text-denied, ' | ', $ed:java)
        ! (if ($has-layer) then replace(., $ed:layers-denied, ' ', $ed:java) else .)"/>
    <xsl:sequence select="
        if (not($has-layer or matches($clause, $ed:text-named, $ed:java))) then ()
        else if (matches($less, $ed:text-named, $ed:java) and not(contains($less, '|'))) then 'text'
        else if ($has-layer and matches($less, $ed:notes-named, $ed:java)) then 'encoding'
        else if ($has-layer and matches($less, $ed:pictures-named, $ed:java)) then 'pictures'
        else 'nothing'[contains($less, '|')]"/>
  </xsl:function>

  <!-- Clauses in small letters, words between blanks. A comma or an "and" ends one that has its verb. -->
  <xsl:function name="ed:clauses" as="xs:string*" cache="yes">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="
        ed:worded(replace($words || ' ', '[.;!?]+[ &#9;&#10;&#13;]', ' | ', $ed:java), '[^\p{L}|,:]+')
        ! replace(., '([|,:])', ' $1 ', $ed:java) ! (' ' || normalize-space(.) || ' ')
        ! replace(., ' (not only|nicht nur|non seulement|no s[oó]lo|non solo|não só|niet alleen|nie tylko|не только) ', ' ', $ed:java)
        ! replace(., ' (but also|sondern auch|mais aussi|sino también|ma anche|mas também|maar ook|ale także|но и) ', ' and ', $ed:java)
        ! replace(., ' (may|must|can|shall|should|need) not ', ' ', $ed:java)
        ! replace(., ' (but|while|whereas|aber|jedoch|während|hingegen|mais|tandis|pero|mientras|ma|mentre|mas|enquanto|maar|terwijl|ale|natomiast|но|а|אבל|אך|لكن|بينما) ', ' | $1 ', $ed:java)
        ! replace(., $ed:ended, '$1 | ', $ed:java)"/>
    <xsl:sequence select="tokenize($plain, '\|')[normalize-space()] ! (' ' || normalize-space() || ' ')"/>
  </xsl:function>

  <!-- Prose states a licence where it says that it does, or links to the only one that everybody
       knows of which its header speaks; and where nothing in it may take that back, or say it of
       encoding, notes or pictures alone. In doubt it is prose. -->
  <xsl:function name="ed:states-licence" as="xs:boolean">
    <xsl:param name="prose" as="element()"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values(
        $prose/ancestor::publicationStmt//availability//@target/ed:web-addresses(.)[ed:is-known-licence(.)])"/>
    <xsl:sequence select="not(ed:is-doubtful(string($prose)))
        and ($prose//ref/@type = ('license', 'licence')
        or count($known) eq 1 and $prose//@target/ed:web-addresses(.) = $known)"/>
  </xsl:function>

  <xsl:function name="ed:is-doubtful" as="xs:boolean" cache="yes">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="told" as="xs:string" select="ed:worded($words, '\P{L}+')"/>
    <xsl:sequence select="matches(' ' || $told || ' ', $ed:doubt, $ed:java)"/>
  </xsl:function>
  <!-- Words in small letters, without the "non" in names of licences, which denies nothing. -->
  <xsl:function name="ed:worded" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="
        lower-case(normalize-unicode($words)) ! replace(., 'n[’&apos;&apos;]t', ' not ')
        ! replace(., '(^|\P{L})n[’&apos;&apos;]', ' ne ') ! string-join(tokenize(., $between, $ed:java)[.], ' ')"/>
    <xsl:sequence select="
        replace($plain, '(^| )((non?|nicht|niet|não|pas d utilisation) [ck]om+er[cz]i[\p{L}|]*|no (copyright|deriv[\p{L}|]*)|(pas de|keine|geen|sin|sem|non|bez|без) (modif|deriv|bearbeit|afgeleid|obras? deriv|opere deriv|utworów zal|производн)[\p{L}|]*)', ' ', $ed:java)"/>
  </xsl:function>
  <xsl:function name="ed:is-known-licence" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^https?://') and ed:licence-name($address) ne $address"/>
  </xsl:function>

  <!-- Where a licence, or a statement that names one, can be read: its @target, which may name
       several; else the address of a licence that its words link to, or the first that they do. -->
  <xsl:function name="ed:licence-addresses" as="xs:string*">
    <xsl:param name="licence" as="element()"/>
    <xsl:variable name="own" as="xs:string*"
        select="($licence/@target, string($licence)[not($licence/*)][matches(., '^\s*https?://\S+\s*$')])[1]
          ! ed:web-addresses(.)"/>
    <xsl:variable name="linked" as="xs:string*"
        select="$licence//(ref | ptr)/@target/ed:web-addresses(.)"/>
    <xsl:sequence select="
        if (exists($own)) then distinct-values($own)
        else ($linked[ed:is-known-licence(.)], $linked)[1]"/>
  </xsl:function>

  <!-- The addresses of the web that a pointer names; capitals tell nothing in scheme and host. -->
  <xsl:function name="ed:web-addresses" as="xs:string*">
    <xsl:param name="target" as="xs:string"/>
    <xsl:for-each select="tokenize($target)[matches(., '^https?://', 'i')] ! ed:address(.)">
      <xsl:variable name="host" as="xs:string" select="replace(., '^([^:]+://[^/?#]*).*$', '$1')"/>
      <xsl:sequence select="lower-case($host) || substring(., string-length($host) + 1)"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
