<?xml version="1.0" encoding="UTF-8"?>
<!-- What a kind of text is looked into by: who speaks in a play or a sitting, how much and where; the
     headwords of a dictionary, from A to Z. Both from the rows of the text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:role" match="ed:inline[@kind = 'role'][@id]" use="@id"/>

  <xsl:template name="ed:indexes" as="element(section)*">
    <xsl:variable name="rows" as="element(ed:row)*" select="ed:rows/ed:row"/>
    <xsl:variable name="speeches" as="element(ed:row)*" select="$rows[@table = ('speeches', 'utterances')]"/>
    <xsl:if test="count(distinct-values($speeches ! ed:speaks(.))) gt 1">
      <xsl:sequence select="ed:index(., 'speakers', ed:speakers(., $speeches))"/>
    </xsl:if>
    <xsl:variable name="entries" as="element(ed:row)*" select="ed:headed(.)"/>
    <xsl:if test="count($entries) gt 20">
      <xsl:sequence select="ed:index(., 'headwords', ed:headwords($entries))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:index" as="element(section)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="element()+"/>
    <xsl:variable name="id" as="xs:string" select="ed:own-id($document, $name)"/>
    <section class="index {$name}" aria-labelledby="{$id}">
      <h2 id="{$id}">{ed:label($name, ed:lang($document))}</h2>
      <xsl:sequence select="$content"/>
    </section>
  </xsl:function>

  <xsl:function name="ed:value" as="xs:string">
    <xsl:param name="row" as="element(ed:row)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string($row/ed:value[@name = $name])"/>
  </xsl:function>
  <!-- Whose a speech is; of a chorus, each one's. -->
  <xsl:function name="ed:speaks" as="xs:string*">
    <xsl:param name="row" as="element(ed:row)"/>
    <xsl:variable name="who" as="xs:string*" select="tokenize(ed:value($row, 'who'), '[|\s]+')[.]"/>
    <xsl:sequence select="if (exists($who)) then distinct-values($who) else ed:speaker-name($row)[.]"/>
  </xsl:function>
  <xsl:function name="ed:speaker-name" as="xs:string">
    <xsl:param name="row" as="element(ed:row)"/>
    <xsl:sequence select="replace((ed:value($row, 'speaker')[.], ed:value($row, 'name'))[1], '[\s.,:;]+$', '')"/>
  </xsl:function>

  <xsl:function name="ed:speakers" as="element(div)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="speeches" as="element(ed:row)+"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($document)"/>
    <xsl:variable name="places" as="xs:boolean" select="exists($speeches/ed:value[@name = ('act', 'scene')])"/>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="{ed:own-id($document, 'speakers')}">
      <table>
        <thead>
          <tr>
            <xsl:for-each select="'speaker', 'speeches', 'words', 'place'[$places]">
              <th scope="col">{ed:label((map{'words': 'speech-words', 'place': 'apparatus-place'}(.), .)[1], $lang)}</th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each-group select="$speeches" group-by="ed:speaks(.)">
            <xsl:sort select="count(current-group())" order="descending"/>
            <tr>
              <th scope="row">
                <a href="#{ed:value(., 'id')}">{ed:called($document, current-grouping-key(), current-group())}</a>
              </th>
              <td>{count(current-group())}</td>
              <td>{sum(current-group() ! xs:integer((ed:value(., 'words')[.], '0')[1]))}</td>
              <xsl:if test="$places"><td><xsl:sequence select="ed:scenes(current-group())"/></td></xsl:if>
            </tr>
          </xsl:for-each-group>
        </tbody>
      </table>
    </div>
  </xsl:function>
  <!-- As the list of the cast calls a speaker, else as most speeches do. -->
  <xsl:function name="ed:called" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="who" as="xs:string"/>
    <xsl:param name="speeches" as="element(ed:row)+"/>
    <xsl:variable name="alone" as="element(ed:row)*" select="$speeches[count(ed:speaks(.)) = 1]"/>
    <xsl:variable name="names" as="xs:string*">
      <xsl:for-each-group select="$alone" group-by="ed:speaker-name(.)">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="(key('ed:role', $who, root($document))[1] ! ed:plain(.), $names, $speeches ! ed:name-given(., $who), $who)[.][1]"/>
  </xsl:function>
  <!-- What the cast or a list of persons calls one of those who speak. -->
  <xsl:function name="ed:name-given" as="xs:string?">
    <xsl:param name="speech" as="element(ed:row)"/>
    <xsl:param name="who" as="xs:string"/>
    <xsl:sequence select="tokenize(ed:value($speech, 'name'), '\|')[index-of(tokenize(ed:value($speech, 'who'), '\|'), $who)[1]]"/>
  </xsl:function>
  <!-- Scene by scene, with how many speeches there; each leads to the first. -->
  <xsl:function name="ed:scenes" as="node()*">
    <xsl:param name="speeches" as="element(ed:row)+"/>
    <xsl:for-each-group select="$speeches" group-adjacent="ed:scene(.)">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <a href="#{ed:value(., 'id')}">{(current-grouping-key()[.], '–')[1]}</a>
      <xsl:text> ({count(current-group())})</xsl:text>
    </xsl:for-each-group>
  </xsl:function>

  <!-- 2.1, or by their headings: Act Two, First Scene. -->
  <xsl:function name="ed:scene" as="xs:string">
    <xsl:param name="speech" as="element(ed:row)"/>
    <xsl:variable name="parts" as="xs:string*" select="(ed:value($speech, 'act'), ed:value($speech, 'scene'))[.]"/>
    <xsl:sequence select="string-join($parts, if ($parts = $parts[matches(., '\s')]) then ', ' else '.')"/>
  </xsl:function>

  <!-- Entries with a headword, each word once a place. -->
  <xsl:function name="ed:headed" as="element(ed:row)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="$document/ed:rows/ed:row[@table = 'entries'][ed:value(., 'headword') and ed:value(., 'id')]"/>
  </xsl:function>
  <xsl:function name="ed:letter" as="xs:string">
    <xsl:param name="entry" as="element(ed:row)"/>
    <xsl:variable name="word" as="xs:string" select="(ed:value($entry, 'sort')[.], ed:value($entry, 'headword'))[1]"/>
    <xsl:sequence select="(upper-case(substring(replace(normalize-unicode($word, 'NFD'), '[^\p{L}]', ''), 1, 1))[.], '#')[1]"/>
  </xsl:function>
  <!-- Raised numbers for entries of one dictionary with one headword, as they follow each other. -->
  <xsl:function name="ed:homographs" as="map(xs:string, xs:string)">
    <xsl:param name="entries" as="element(ed:row)*"/>
    <xsl:map>
      <xsl:for-each-group select="$entries"
          group-by="string-join((../@id, ed:value(., 'language'), ed:value(., 'headword')), '|')">
        <xsl:for-each select="current-group()[current-group()[2]]">
          <xsl:map-entry key="generate-id()" select="ed:superior(string(position()))"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
  <xsl:function name="ed:headwords" as="element(div)+">
    <xsl:param name="entries" as="element(ed:row)+"/>
    <xsl:variable name="raised" as="map(xs:string, xs:string)" select="ed:homographs($entries)"/>
    <xsl:for-each-group select="$entries" group-by="ed:letter(.)">
      <xsl:sort select="current-grouping-key()"/>
      <div class="headwords-of">
        <h3>{current-grouping-key()}</h3>
        <ul>
          <xsl:for-each select="current-group()">
            <li><a href="#{ed:value(., 'id')}">{ed:value(., 'headword')}{$raised(generate-id())}</a></li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <!-- To the first entry of each letter. -->
  <xsl:template name="ed:letter-bar" as="element(nav)?">
    <xsl:variable name="entries" as="element(ed:row)*" select="ed:headed(.)"/>
    <xsl:if test="count(distinct-values($entries ! ed:letter(.))) gt 1">
      <nav class="letters" aria-label="{ed:label('headwords', ed:lang(.))}">
        <xsl:for-each-group select="$entries" group-by="ed:letter(.)">
          <xsl:sort select="current-grouping-key()"/>
          <a href="#{ed:value(., 'id')}">{current-grouping-key()}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each-group>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
