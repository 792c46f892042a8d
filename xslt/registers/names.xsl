<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers: what they are called, and where they stand in the alphabet. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The names of an entry; without any, what stands for one. -->
  <xsl:function name="ed:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entry/(
        persName | placeName | orgName | eventName | objectName | objectIdentifier/objectName |
        catDesc/term | (analytic, monogr)[1]/title | titleStmt/title | self::bibl/title |
        form/orth | self::nym/form[not(orth)])[normalize-space()]"/>
    <xsl:variable name="others" as="element()*" select="$entry/(
        (name, geogName, label, head, self::place/(geogFeat, district, settlement, region, country, bloc),
         self::event/desc, self::personGrp/ab)[normalize-space()])[1]"/>
    <xsl:sequence select="if (exists($names)) then $names else $others"/>
  </xsl:function>

  <!-- Miller, Ann: the surname first where the parts of a name are told apart and the source has no
       words between them; a name that has is as it is written. -->
  <xsl:function name="ed:called" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="surnames" as="element()*" select="$name/surname[normalize-space()]"/>
    <xsl:variable name="born" as="element()*"
        select="$surnames[@type = ('birth', 'maiden', 'née', 'nee', 'married', 'alt')]"/>
    <xsl:variable name="main" as="element()*"
        select="if (exists($surnames except $born)) then $surnames except $born else $surnames"/>
    <xsl:sequence select="
        if (empty($main) or exists($name/text()[normalize-space()])) then ed:unspoilt($name)
        else string-join((string-join($main ! ed:unspoilt(.)[.], ' '),
          string-join(($name/* except ($name/(note | idno | location), $surnames)) ! ed:unspoilt(.)[.], ' '),
          string-join(($surnames except $main) ! ed:unspoilt(.)[.] ! ('(' || . || ')'), ' '))[.], ', ')
          => replace(', \(', ' (')"/>
  </xsl:function>

  <!-- A name without what is marked as wrong in it: what a machine misread is no form of a name. Where
       a part falls away, so does the sign that parted it; parts without words between them stay apart. -->
  <xsl:function name="ed:unspoilt" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if (empty($name//sic)) then ed:said-by($name)
        else if (empty($name/text()[normalize-space()]) and empty($name/*[local-name() = $ed:of-sentences]))
        then string-join($name/(* except (note | idno | location)) ! ed:unspoilt(.)[.], ' ')
        else replace(normalize-space(string-join($name//text()[not(ancestor::sic or parent::choice)])),
          '^[\s,;]+|[\s,;]+$', '')"/>
  </xsl:function>

  <!-- The name by which an entry goes: that which is preferred, or the first; a form in which nothing
       is marked as wrong comes before one that has such words. Parts of titles are no forms of one another. -->
  <xsl:function name="ed:head-name" as="element()?">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="first" as="element()?" select="($names[@type = ('preferred', 'pref', 'main')], $names)[1]"/>
    <xsl:variable name="sound" as="element()?" select="
        $names[node-name() = $first/node-name()][not(self::title)]
          [not(@subtype = 'misread' or @type = 'misread')][empty(ed:spoilt(.))][1]"/>
    <xsl:sequence select="if (empty($first/ed:spoilt(.))) then $first else ($sound, $first)[1]"/>
  </xsl:function>
  <!-- Words of it that are marked as wrong, and that nothing corrects. -->
  <xsl:function name="ed:spoilt" as="element(sic)*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name//sic[not(parent::choice[corr | reg] or ancestor::note)][matches(., '[\p{L}\p{N}]')]"/>
  </xsl:function>
  <!-- The words of that name. It loses none: those that are marked as wrong stand there, as such. -->
  <xsl:function name="ed:head-words" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="marked" as="element()">
      <xsl:apply-templates select="$name" mode="ed:marked"/>
    </xsl:variable>
    <xsl:sequence select="ed:called(if (empty(ed:spoilt($name))) then $name else $marked)"/>
  </xsl:function>
  <xsl:mode name="ed:marked" on-no-match="shallow-copy"/>
  <xsl:template match="sic[not(parent::choice[corr | reg])][matches(., '[\p{L}\p{N}]')]" mode="ed:marked" as="element(orig)">
    <orig xmlns="http://www.tei-c.org/ns/1.0"><xsl:value-of select="normalize-space() || ' [sic]'"/></orig>
  </xsl:template>

  <!-- As the entry says, else by the name without its article. -->
  <xsl:function name="ed:sort-key" as="xs:string">
    <xsl:param name="name" as="element()?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="key" as="xs:string?" select="$name/(@sortKey, */@sortKey)[normalize-space()][1]"/>
    <xsl:variable name="ranked" as="element()*" select="sort($name/*[@sort castable as xs:integer], (), function($one) {
        xs:integer($one/@sort)})"/>
    <xsl:sequence select="lower-case(replace(
        ($key, string-join($ranked ! ed:said-by(.), ' ')[.], $words)[1], '^(The|A|An) |[“”]', ''))"/>
  </xsl:function>
</xsl:stylesheet>
