<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual notes at the foot, by the line of the page (typesetting puts its number before them),
     and marks for the pages of the source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The number of a note; a note of the margin that has none has a sign of its own series. -->
  <xsl:function name="ed:note-sign" as="xs:string">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="
        if ($note/@n or not($note/@place = 'margin')) then string($note/@n)
        else ed:margin-signs(root($note))(generate-id($note))"/>
  </xsl:function>
  <xsl:function name="ed:margin-signs" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="signs" as="xs:string+" select="
        ('*', '†', '‡', '§', '¶')[not(. = $root//ed:note/@n)], '‖'"/>
    <xsl:map>
      <xsl:for-each select="$root//ed:note[@place = 'margin'][not(@n)]">
        <xsl:variable name="earlier" as="xs:integer" select="position() - 1"/>
        <xsl:map-entry key="generate-id()" select="$signs[$earlier mod count($signs) + 1]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- Whether a note is more than one paragraph of words. -->
  <xsl:function name="ed:is-of-blocks" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="exists($note//(ed:list | ed:table | ed:figure | ed:line | ed:block |
        ed:heading | ed:verbatim)) or count($note//ed:paragraph) gt 1"/>
  </xsl:function>

  <!-- The number of a note, which leads back, and its words. -->
  <xsl:template name="ed:note-said">
    <xsl:sequence select="@lang, @lang/ed:dir(..)"/>
    <span id="{@id}">
      <xsl:if test="ed:opens-apart(.)"><xsl:attribute name="class" select="'apart'"/></xsl:if>
      <a class="note-number" href="#{ed:call-id(.)}">{ed:note-sign(.)}</a>
    </span>
    <!-- A blank would be a line of its own above what its number hangs beside. -->
    <xsl:if test="not(ed:opens-apart(.))"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates mode="ed:html">
      <xsl:with-param name="ed:in-note" tunnel="yes" select="true()"/>
      <xsl:with-param name="ed:note-opening" tunnel="yes" select="ed:note-opening(.)"/>
      <xsl:with-param name="ed:marks" tunnel="yes" select="()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="ed:entries-in(.), ed:done-in(.)" mode="ed:in-note"/>
    <xsl:for-each select="ed:placed-here(., 'reading')"><xsl:text> </xsl:text><span class="placed">{.}</span></xsl:for-each>
    <xsl:for-each select="ed:placed-at-foot(root())[1][. is current()]">
      <xsl:text> </xsl:text>
      <span class="placed"><xsl:sequence select="ed:placed-marks(ed:placed-at-foot(root()))"/></span>
    </xsl:for-each>
    <xsl:call-template name="ed:rests-on"/>
  </xsl:template>

  <!-- The entries of an apparatus about words of a note follow these, in the note: no line of the text
       has its words. -->
  <xsl:function name="ed:entries-in" as="element(ed:entry)*">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="$note//(ed:alternate[@kind = 'variant'][not(ancestor::ed:apart)] | ed:point[@part = 'end'])
        [ancestor::ed:note[not(@place = ('inline', 'block', 'entry'))][1] is $note]
        ! ed:entry-of(.)[not(@silent)]"/>
  </xsl:function>
  <!-- And so do corrections of words of a note. -->
  <xsl:function name="ed:done-in" as="element()*">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="$note//(ed:alternate[not(@kind = 'variant')] | ed:inline)[@key]
        [not(ancestor-or-self::*/@only = ('diplomatic', 'apparatus')) or self::ed:inline[@kind = 'surplus']]
        [ancestor::ed:note[not(@place = ('inline', 'block', 'entry'))][1] is $note][not(ed:needs-no-entry(.))]"/>
  </xsl:function>
  <xsl:mode name="ed:in-note" on-no-match="fail"/>
  <xsl:template match="ed:alternate | ed:inline" mode="ed:in-note" as="element(span)">
    <span class="of-note"><xsl:call-template name="ed:done-words"/></span>
  </xsl:template>
  <xsl:template match="ed:entry" mode="ed:in-note" as="element(span)">
    <span class="of-note"><xsl:apply-templates select="ed:bound(ed:entry-words(.))" mode="ed:html"/></span>
  </xsl:template>

  <!-- A note that may stand in a margin: its name there, the side that it asks for, and whether it
       has a sign of the source. One with notes of its own, or within another, is at the foot. -->
  <xsl:function name="ed:in-margin" as="attribute()*">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="within" as="xs:boolean"/>
    <xsl:if test="$note/@place = 'margin' and not($within) and empty($note//ed:note)">
      <xsl:attribute name="data-beside" select="$note/@id"/>
      <xsl:attribute name="data-side" select="($note/@side, 'outer')[1]"/>
      <xsl:if test="$note/@n"><xsl:attribute name="data-signed" select="'yes'"/></xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The blocks that a note opens with, outermost first: their words stand beside its number. None
       where words open it, or what has no first line of words. -->
  <xsl:function name="ed:note-opening" as="element()*">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="blocks" as="element()*" select="ed:opening-blocks($behaviour)"/>
    <xsl:sequence select="$blocks[not($blocks[last()]/self::ed:line)]"/>
  </xsl:function>
  <xsl:function name="ed:opening-blocks" as="element()*">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="first" as="node()?" select="$behaviour/node()[
        self::* or normalize-space()][not(self::ed:anchor or self::ed:break)][1]"/>
    <xsl:sequence select="$first[self::ed:paragraph or self::ed:line or self::ed:block or
        self::ed:heading] ! (., ed:opening-blocks(.))"/>
  </xsl:function>

  <!-- Whether a note opens with verse, a list, a table or a picture: then its number hangs beside it. -->
  <xsl:function name="ed:opens-apart" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:variable name="inmost" as="element()" select="($note, ed:opening-blocks($note))[last()]"/>
    <xsl:sequence select="exists($inmost/(self::ed:line, node()[
        self::* or normalize-space()][1][self::ed:list or self::ed:table or self::ed:figure]))"/>
  </xsl:function>

  <!-- line  lemma] what the source has, or what was done. Long readings are named by their first
       and last words here; the table behind the text has them whole. Entries of an apparatus say
       what their value says (apparatus.xsl), each layer in a band of its own. -->
  <xsl:template name="ed:variant" as="element(span)*">
    <xsl:choose>
      <xsl:when test="@kind = 'variant' or self::ed:point">
        <!-- Those within a reading of it, which is not set, follow it. -->
        <xsl:apply-templates mode="ed:foot" select="(., .//ed:alternate[@kind = 'variant']
            [ancestor::*/@only = 'apparatus'][ancestor::ed:alternate[@kind = 'variant']
            [not(ancestor::*/@only = 'apparatus')][1] is current()]) ! ed:entry-of(.)[not(@silent)]"/>
      </xsl:when>
      <xsl:when test="not(ed:needs-no-entry(.))"><xsl:call-template name="ed:done-here"/></xsl:when>
    </xsl:choose>
    <xsl:call-template name="ed:variants-of-source"/>
  </xsl:template>
  <!-- Whether other entries begin in the words of one. -->
  <xsl:function name="ed:holds-others" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="
        if ($one/self::ed:point)
        then exists($one/following::*[self::ed:point or self::ed:alternate[@key][not(ancestor::ed:apart)] or self::ed:inline[@key]]
          [not(ancestor::*/@only = ('apparatus', 'diplomatic') or ancestor::ed:note)][1][not(@entry = $one/@entry)])
        else exists($one//(ed:alternate[@key] | ed:inline[@key] | ed:point)
          [not(ancestor::*/@only = ('apparatus', 'diplomatic') or ancestor::ed:note[. >> $one])])"/>
  </xsl:function>

  <!-- Entries about words that the source alone has, as in a sic, follow what the text has for
       them, or stand where it has none. -->
  <xsl:template name="ed:variants-of-source" as="element(span)*">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:for-each select=".//ed:alternate[@kind = 'variant'][ed:is-of-source(.)][ed:told-by(.) is $here]">
      <span id="{(@id, @key)[1]}" data-key="{@key}"/>
      <xsl:apply-templates mode="ed:foot" select="ed:entry-of(.)[not(@silent)]"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="ed:told-by" as="element()">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:variable name="left-out" as="element()" select="$one/ancestor::*[@only = 'diplomatic'][last()]"/>
    <xsl:sequence select="($left-out/ancestor::*[self::ed:alternate or self::ed:inline][@key][1], $left-out)[1]"/>
  </xsl:function>

  <xsl:template name="ed:done-here" as="element(span)">
    <span class="footnote variant" data-key="{@key}">
      <xsl:sequence select="ed:line-key(.)"/>
      <span class="after-key">&#xA0;</span>
      <xsl:call-template name="ed:done-words"/>
    </span>
  </xsl:template>
  <xsl:template name="ed:done-words" as="node()*">
    <!-- A witness that has the corrected words stands with them, before the bracket. -->
    <xsl:variable name="one" as="element()" select="."/>
    <xsl:variable name="confirmed" as="attribute()?" select="self::ed:alternate/@source"/>
    <xsl:for-each select="ed:lemma(.)[.]">
      <span class="lemma">{.}</span>
      <xsl:if test="$confirmed">
        <xsl:text> </xsl:text>
        <xsl:sequence select="ed:sigla($one, $confirmed)"/>
      </xsl:if>
      <xsl:text>] </xsl:text>
    </xsl:for-each>
    <xsl:sequence select="ed:done(., ed:lang(.))"/>
  </xsl:template>

  <!-- What has no words; what is in a reading, or in words that are not set. -->
  <xsl:function name="ed:needs-no-entry" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="not(normalize-space($one) or $one/*[@only = 'apparatus'])
        or $one/ancestor::*/@only = ('diplomatic', 'apparatus') or ed:is-in-entry($one)"/>
  </xsl:function>
  <!-- The fault of a witness that the entry around it tells among the readings (apparatus/told.xsl). -->
  <xsl:function name="ed:is-in-entry" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="sic" as="element()*" select="$one/ed:inline[@kind = 'sic'][not(@source)][normalize-space()]"/>
    <xsl:sequence select="exists($sic) and exists($one/ancestor::ed:alternate[@kind = 'variant'][1]
        [ed:inline[@kind = 'rdg']][ed:inline[not(@only)][@wit]//* intersect $sic] ! ed:entry-of(.)[not(@silent)])"/>
  </xsl:function>
  <!-- One entry of an apparatus. Of several on a page that have the same key
       the first has it (engines/paged/lines.py). -->
  <xsl:mode name="ed:foot" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:foot" as="element(span)">
    <span class="footnote variant" data-key="{@key}" data-layer="{@layer}">
      <xsl:call-template name="ed:band"/>
      <xsl:sequence select="ed:key-said((@id, @key)[1], (@from, @to), @poem,
          key('ed:about', @key)[1] ! (ed:verses-of(.), .[current()/@by = 'verse']/preceding::ed:line[@n]
            [not(ancestor::*/@only = 'apparatus')][1])[1], ed:lang(.))"/>
      <span class="after-key">&#xA0;</span>
      <xsl:apply-templates select="ed:bound(ed:entry-words(.))" mode="ed:html"/>
    </span>
  </xsl:template>
  <!-- No line of the foot begins with a siglum whose words end the line before it: the first is bound to
       these, others to it where they are few. -->
  <xsl:variable name="ed:few-sigla" as="xs:integer" select="3"/>
  <xsl:function name="ed:bound" as="node()*">
    <xsl:param name="told" as="node()*"/>
    <xsl:for-each-group select="$told" group-adjacent="exists((self::ed:siglum, .[. = ' '][self::text()]))">
      <xsl:variable name="are-sigla" as="xs:boolean" select="exists(current-group()/self::ed:siglum)"/>
      <xsl:variable name="few" as="xs:boolean" select="count(current-group()/self::ed:siglum) le $ed:few-sigla"/>
      <xsl:for-each select="current-group()">
        <xsl:choose>
          <xsl:when test="$are-sigla and self::text() and (position() eq 1 or $few and position() lt last())">
            <xsl:text>&#xA0;</xsl:text>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>
  <!-- Which band of the foot the entries of a layer stand in, from the top. -->
  <xsl:template name="ed:band" as="attribute()*">
    <xsl:variable name="rank" as="xs:integer"
        select="count(../ed:layer[@name = current()/@layer]/preceding-sibling::ed:layer)"/>
    <xsl:if test="$rank gt 0"><xsl:attribute name="data-band" select="$rank"/></xsl:if>
  </xsl:template>

  <!-- Verse is keyed by the number of its line, or of its first and last; other words by the line of
       the page, which typesetting knows. -->
  <xsl:function name="ed:line-key" as="node()*">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="line" as="element(ed:line)?" select="ed:verses-of($one)[1]"/>
    <xsl:sequence select="ed:key-said($one/(@id, @key)[1], ed:verses($one), $line ! ed:poem-of(.), $line, ed:lang($one))"/>
  </xsl:function>
  <!-- data-line: of which verse, as numbers may be alike. data-on: what its page is called, by which a
       printed line is told beside verses. The heading of a poem is said once where its lines follow
       each other (engines/paged/lines.py). -->
  <xsl:function name="ed:key-said" as="element(a)">
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="ends" as="xs:string*"/>
    <xsl:param name="poem" as="xs:string?"/>
    <xsl:param name="line" as="element(ed:line)?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="before" as="xs:string" select="string($poem ! (. || ', '))"/>
    <a class="line-key{' verse'[exists($ends)]}" href="#{$place}">
      <xsl:if test="exists($ends)">
        <xsl:attribute name="data-line" select="$line/@id"/>
        <xsl:if test="$poem"><b class="poem">{$before}</b></xsl:if>
        <span>{ed:range((substring($ends[1], string-length($before) + 1), $ends[2]))}</span>
      </xsl:if>
      <xsl:if test="empty($ends)">
        <xsl:attribute name="data-on" select="translate(ed:label('page-short', $lang), ' ', '&#xA0;')"/>
      </xsl:if>
    </a>
  </xsl:function>
  <!-- Several lines as numbers, or as the first and those that follow: sq, 12 sq. and 12 sqq. -->
  <xsl:param name="ed:range" as="xs:string" select="''"/>
  <xsl:function name="ed:range" as="xs:string?">
    <xsl:param name="ends" as="xs:string*"/>
    <!-- The last one may be shortened: 112–14. -->
    <xsl:variable name="last" as="xs:string?" select="
        $ends[2] ! (substring($ends[1], 1, string-length($ends[1]) - string-length(.)) || .)"/>
    <xsl:variable name="lines" as="xs:integer*"
        select="($ends[1], $last)[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:sequence select="
        if ($ed:range = 'sq' and count($lines) eq 2)
        then $ends[1] || (if ($lines[2] eq $lines[1] + 1) then ' sq.' else ' sqq.')
        else string-join($ends, '–')[.]"/>
  </xsl:function>
  <xsl:function name="ed:verses" as="xs:string*">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="lines" as="element(ed:line)*" select="ed:verses-of($one)"/>
    <xsl:variable name="keys" as="xs:string*" select="distinct-values(($lines[1], $lines[last()]) ! ed:verse-key(.))"/>
    <xsl:variable name="source" as="xs:string*" select="ed:source-lines($one)[empty($lines)]"/>
    <xsl:sequence select="
        if (exists($lines))
        then ($keys[1], $keys[2] ! ed:shortened($keys[1], ., ed:poem-of($lines[1])))
        else if (exists($source)) then $source else ed:chapters-of($one)"/>
  </xsl:function>
  <!-- Chapter and verse, or the paragraph, as the entries of the apparatus are keyed. -->
  <xsl:function name="ed:chapters-of" as="xs:string*">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="asked" as="xs:string" select="string(root($one)/ed:document/@ed:key-by)"/>
    <xsl:variable name="places" as="element()+" select="$one, ($one//*[not(@only)])[last()]"/>
    <xsl:variable name="keys" as="xs:string*" select="distinct-values(
        if ($asked = ('', 'chapter')) then $places ! ed:chapter-verse(.)
        else if ($asked = 'paragraph') then $one ! ed:paragraph-number(.) else ())"/>
    <xsl:sequence select="$keys[1], $keys[2] ! ed:shortened($keys[1], ., ())"/>
  </xsl:function>
  <xsl:function name="ed:verses-of" as="element(ed:line)*">
    <xsl:param name="one" as="element()"/>
    <xsl:sequence select="
        ($one//ed:line[not(ancestor::*/@only = 'apparatus')], $one/ancestor::ed:line[1] ! ed:numbered-line(.))[@n]"/>
  </xsl:function>
  <!-- The lines of the source, where they are numbered in what is read, as those of an inscription. -->
  <xsl:key name="ed:numbered-breaks" match="ed:break[@n][@numbered]"
      use="generate-id(ancestor::*[self::ed:block or self::ed:paragraph][1])"/>
  <xsl:function name="ed:source-lines" as="xs:string*">
    <xsl:param name="one" as="element()"/>
    <xsl:variable name="all" as="element(ed:break)*" select="key('ed:numbered-breaks',
        generate-id($one/ancestor::*[self::ed:block or self::ed:paragraph][1]), root($one))"/>
    <xsl:variable name="first" as="element(ed:break)?" select="$all[. &lt;&lt; $one][last()]"/>
    <xsl:sequence select="ed:lines-of-source($first, $all[ancestor::* intersect $one][last()])"/>
  </xsl:function>

  <!-- What the editors did, and what the source has. -->
  <xsl:function name="ed:done" as="node()*">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <!-- Nodes that are in no tree have an order as a sequence alone: no path may go through them. -->
    <xsl:variable name="read" as="xs:boolean" select="ed:is-told-how-to-read($one)"/>
    <xsl:variable name="other" as="node()*" select="
        if ($read) then ()
        else if ($one/@kind = 'choice' and ed:other-forms($one)) then ed:edition-has($one)
        else if ($one/self::ed:alternate or $one/@kind = 'surplus') then ed:source-has($one) else ()"/>
    <xsl:variable name="words" as="xs:string" select="
        string-join($other ! descendant-or-self::text()[not(ancestor::ed:siglum)]) => normalize-space()"/>
    <xsl:variable name="kind" as="xs:string" select="if (ed:plain($one)) then $one/@kind else 'surplus'"/>
    <!-- What the source does not have it omits. -->
    <xsl:variable name="did" as="xs:string?" select="
        if ($kind ne 'correction') then 'did-' || $kind
        else if ($read or $words or $one//ed:gap) then () else 'app-omission'"/>
    <xsl:for-each select="$did">
      <i class="did">{ed:label(., $lang)}</i>
      <xsl:text>{' '[$words]}</xsl:text>
    </xsl:for-each>
    <xsl:sequence select="ed:unbroken(ed:brief(
        if ($words and $kind ne 'surplus') then ed:around($one, $words, true()) else $words))"/>
    <!-- A faulty reading that one witness alone has is told by its siglum, such as that of a machine transcript. -->
    <xsl:for-each select="$other ! descendant-or-self::ed:siglum, $one[not(self::ed:alternate)]/@source,
        $one/self::ed:alternate[not(@kind = 'variant')]/*[@only = 'diplomatic']/@source">
      <xsl:text> </xsl:text>
      <xsl:sequence select="ed:sigla($one, string())"/>
    </xsl:for-each>
    <xsl:for-each select="$one[not(@kind = 'choice')] ! ed:other-forms(.)">
      <xsl:text>{'; '[not($read)]}</xsl:text>
      <i class="did">{ed:label(if ($read) then 'app-lege' else 'did-choice', $lang)}</i>
      <xsl:text> {ed:brief(.)}</xsl:text>
    </xsl:for-each>
    <xsl:text>{ed:why-done($one, $lang) ! (' (' || . || ')')}</xsl:text>
  </xsl:function>

  <!-- A reading with a hyphen in it stays in one line: there the hyphen would look like one of the
       edition. Long ones cannot. -->
  <xsl:function name="ed:unbroken" as="node()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="ed:is-unbroken($words)"><span class="unbroken">{$words}</span></xsl:when>
      <xsl:otherwise><xsl:text>{$words}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:is-unbroken" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="string-length($words) le 24 and matches($words, '\S[-‐]')"/>
  </xsl:function>

  <!-- On what ground, where no source is named, and how certain it is, if it is not held certain. -->
  <xsl:function name="ed:why-done" as="xs:string?">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join((ed:grounds($one, $lang),
        $one/@cert[not(. = 'high')] ! ed:certainty(., $lang)), '; ')[.]"/>
  </xsl:function>

  <!-- Witnesses by their sigla, other sources as the list of sources names them. -->
  <xsl:function name="ed:sigla" as="node()*">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:for-each select="ed:source-ids($pointers)">
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:variable name="siglum" as="attribute()?" select="ed:siglum-in($one, .)"/>
      <xsl:choose>
        <xsl:when test="$siglum or empty(ed:source-entry($one, .))"><span class="siglum">{($siglum, .)[1]}</span></xsl:when>
        <xsl:otherwise>({ed:source-name($one, .)})</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:siglum-in" as="attribute()?">
    <xsl:param name="at" as="node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="(root($at)/ed:document/ed:witnesses//ed:witness[@id = $id]/@siglum)[1]"/>
  </xsl:function>

  <xsl:key name="ed:sourced" match="ed:text//*[@source or @wit]"
      use="tokenize(string-join((@source, @wit), ' '))"/>

  <xsl:key name="ed:about" match="ed:text//(ed:alternate[not(ancestor::ed:apart)] | ed:point)" use="@key, @entry"/>
  <xsl:key name="ed:started" match="ed:point[@part = 'start']" use="@entry"/>

  <!-- Places that a reference can name the page of: what is set, and has its id there. -->
  <xsl:key name="ed:place" use="@id" match="
      ed:text//*[self::ed:section or self::ed:heading or self::ed:paragraph or self::ed:block or
      self::ed:line or self::ed:list or self::ed:item or self::ed:table or self::ed:figure or
      self::ed:anchor][not(ancestor::ed:note)]
      [not(ancestor-or-self::*/@only = ('diplomatic', 'apparatus'))]"/>

  <!-- Breaks between blocks, by the block that they are shown in. -->
  <xsl:key name="ed:page-before" match="ed:break[@unit = 'page'][not(ed:is-among-words(.))]"
      use="ed:next-block(.) ! generate-id(.)"/>

  <xsl:function name="ed:is-among-words" as="xs:boolean">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="exists($break/ancestor::*[self::ed:heading or self::ed:paragraph or
        self::ed:line or self::ed:item or self::ed:cell or self::ed:block[not(ed:has-blocks(.))]])"/>
  </xsl:function>

  <!-- Of the text: behind its last words no page has any, and what is said of its source has none. -->
  <xsl:function name="ed:next-block" as="element()?">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:sequence select="$break/following::*[self::ed:heading or self::ed:paragraph or
        self::ed:line or self::ed:block[not(ed:has-blocks(.))]]
        [normalize-space()][not(ancestor-or-self::*/@only = 'diplomatic')][not(ancestor::ed:note)][1]
        [exists(ancestor::ed:text)]"/>
  </xsl:function>

  <xsl:function name="ed:page-mark" as="element(span)">
    <xsl:param name="break" as="element(ed:break)"/>
    <span class="source-page">
      <xsl:for-each select="$break/@n[normalize-space()]">
        <xsl:attribute name="data-n" select="ed:without-brackets(.)"/>
      </xsl:for-each>
      <xsl:copy-of select="$break/@id"/>
    </span>
  </xsl:function>

  <xsl:function name="ed:mention-id" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="number" as="xs:string">
      <xsl:number select="$mention" level="any" count="*[@entries]"/>
    </xsl:variable>
    <xsl:sequence select="ed:own-id($mention, 'm' || $number)"/>
  </xsl:function>
</xsl:stylesheet>
