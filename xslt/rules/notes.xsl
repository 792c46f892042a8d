<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes stand where they are called: in the words that have them, at the end of the line before
     where they stand between lines, at what their @target names, or at the pointer that calls them
     where they are kept apart (at the end of the text, say). Numbers are given by number.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pointers that call a note, by the id of the note. -->
  <xsl:key name="ed:calls" match="ref | ptr" use="tokenize(@target) ! substring-after(., '#')"/>
  <!-- Notes placed by their own @target alone, by the id of what they are about. -->
  <xsl:key name="ed:attached" match="note[ed:aims(.)][not(ed:is-of-entry(.))][empty(ed:calls(.))]"
      use="tokenize(ed:aims(.)) ! substring-after(., '#')"/>
  <!-- Notes that stand between lines, by the line that takes their call. -->
  <xsl:key name="ed:loose" match="note[ed:is-loose(.)]" use="ed:host(.) ! generate-id()"/>

  <!-- A note that is kept apart is called by pointers; a pointer to a note in its own place is a
       reference to it. -->
  <xsl:function name="ed:calls" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        $note[ed:is-apart(.)]/@xml:id/key('ed:calls', ., root($note))[not(ancestor::note)]"/>
  </xsl:function>
  <!-- The call that brings the note: the first that the reading text has, if it has one. -->
  <xsl:function name="ed:first-call" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="calls" as="element()*" select="ed:calls($note)"/>
    <xsl:sequence select="($calls[not(ancestor-or-self::*/ed:only(.) = ('diplomatic', 'apparatus')
        or ancestor::rdg)], $calls)[1]"/>
  </xsl:function>
  <xsl:function name="ed:is-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="kept" as="element()" select="
        if (ed:is-alone($note)) then $note/.. else $note"/>
    <xsl:sequence select="(ed:is-alone($note) or not(ed:is-among-words($note)))
        and exists($kept/(parent::noteGrp | ancestor::back | ancestor::standOff |
          parent::div[@type = ('notes', 'footnotes', 'endnotes', 'annotations')] |
          $note[not(. is $kept)]/ancestor::div[@type = ('notes', 'footnotes', 'endnotes', 'annotations')] |
          $note[. is $kept]/parent::*[ed:has-notes-alone(.)] | ed:plain-call($note)))"/>
  </xsl:function>
  <!-- The first pointer before a note between blocks that says nothing or a sign alone, directly behind a
       word, as a call stands; one behind a blank refers to the note. -->
  <xsl:function name="ed:plain-call" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="call" as="element()?" select="($note/@xml:id/key('ed:calls', ., root($note))
        [. &lt;&lt; $note][not(ancestor::note)][not(* | text()[normalize-space()]) or matches(ed:bare-sign(.), '^(\d{1,4}|\w|\W{1,3})$')]
        [matches(ed:last-signs(preceding-sibling::node()[1], 1), '\S')])[1]"/>
    <xsl:variable name="aim" as="element()?" select="ed:target-of($note)"/>
    <xsl:sequence select="$call[empty($aim except .)]"/>
  </xsl:function>
  <!-- What an element holds, asked by each of its notes. -->
  <xsl:function name="ed:has-notes-alone" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="every $part in $element/* satisfies $part/(self::note | self::head | self::pb)"/>
  </xsl:function>
  <!-- A paragraph or an item of a list of notes, which holds nothing else. -->
  <xsl:function name="ed:is-alone" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/parent::*[self::p or self::ab or self::item][ed:is-of-notes(.)])"/>
  </xsl:function>
  <xsl:function name="ed:is-of-notes" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/(* except note)) and not($element/text()[normalize-space()])"/>
  </xsl:function>
  <xsl:template match="(p | ab | item)[note][empty(* except note)][not(text()[normalize-space()])]
      [every $one in note satisfies exists(ed:calls($one))]" mode="ed:rules" priority="5"/>

  <!-- Where a note points: itself, or with the others of its group. -->
  <xsl:function name="ed:aims" as="attribute()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        ($note/@targetEnd, $note/@target, $note/parent::noteGrp/@targetEnd, $note/parent::noteGrp/@target)[1]"/>
  </xsl:function>

  <!-- What a note is attached to: the first target that the reading text has, else the first; not what
       it stands in. -->
  <xsl:function name="ed:target-of" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="targets" as="element()*" select="ed:aimed-at-by($note)"/>
    <xsl:sequence select="
        if (count($targets) le 1) then $targets
        else ($targets[not(ancestor-or-self::*/ed:only(.) = 'diplomatic')], $targets)[1]"/>
  </xsl:function>
  <xsl:function name="ed:aimed-at-by" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(tokenize(ed:aims($note)) !
        key('ed:by-id', substring-after(., '#'), root($note)))[not(. intersect $note/(.//* | ancestor::*))]"/>
  </xsl:function>

  <xsl:function name="ed:is-placed" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists(ed:calls($note)) or exists(ed:target-of($note))
        or (ed:is-loose($note) and exists(ed:host($note)))"/>
  </xsl:function>

  <!-- In an element that has words of its own; a call that were all that is said would not be kept. -->
  <xsl:function name="ed:is-among-words" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/..[ed:is-of-words(.)])"/>
  </xsl:function>
  <xsl:function name="ed:is-of-words" as="xs:boolean" cache="yes">
    <xsl:param name="parent" as="element()"/>
    <xsl:sequence select="
        if ($parent/(self::app | self::choice | self::*[ed:is-substitution(.)] | self::rdgGrp | self::lem | self::rdg))
        then true()
        else if ($parent/text()[normalize-space()]) then true()
        else if ($ed:of-lines = local-name($parent)) then false()
        else not($parent/* intersect ed:lines-in($parent))"/>
  </xsl:function>

  <!-- Elements whose children are lines or blocks of their own. -->
  <xsl:variable name="ed:of-lines" as="xs:string*" select="
      'TEI', 'address', 'argument', 'back', 'body', 'castGroup', 'castList', 'cit', 'closer', 'div',
      'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'docTitle', 'epigraph', 'epilogue',
      'figure', 'floatingText', 'front', 'group', 'lg', 'list', 'listBibl', 'noteGrp', 'opener',
      'performance', 'postscript', 'prologue', 'row', 'set', 'sp', 'spGrp', 'standOff', 'table',
      'text', 'titlePage'"/>
  <!-- Lines that can take a call at their end. -->
  <xsl:variable name="ed:lines" as="xs:string*" select="
      'ab', 'addrLine', 'bibl', 'byline', 'castItem', 'cell', 'dateline', 'docAuthor', 'docDate',
      'docEdition', 'docImprint', 'epigraph', 'figDesc', 'head', 'imprimatur', 'item', 'l', 'label', 'lbl',
      'line', 'p', 'quote', 'q', 'salute', 'signed', 'speaker', 'stage', 'titlePart', 'trailer', 'u'"/>
  <xsl:function name="ed:lines-in" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/descendant::*[local-name() = $ed:lines]
        [not(ancestor::note[not(. intersect $element/ancestor-or-self::note)])]
        [not(* /descendant-or-self::*[local-name() = ('p', 'l', 'item', 'cell')])]"/>
  </xsl:function>

  <!-- Between lines, without a pointer of its own, and not a block that wants to stay there. -->
  <xsl:function name="ed:is-loose" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(ed:is-among-words($note)) and not($note/(ancestor::teiHeader | ancestor::msDesc))
        and not(ed:is-of-entry($note))
        and ($note/@place or empty(ed:entry-of($note)))
        and empty(ed:target-of($note)) and empty(ed:calls($note))
        and not($note/(parent::noteGrp | parent::standOff))
        and (ed:is-editorial($note) or exists($note/@place[. ne 'none'])
          or not(matches(local-name($note/..), '^(div\d?|body|front|back|postscript)$')))"/>
  </xsl:function>

  <!-- The last line before the note among what stands beside it, else the first after it. -->
  <xsl:function name="ed:host" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="beside" as="element()*"
        select="if ($note/parent::noteGrp) then $note/.. else $note"/>
    <xsl:sequence select="(
        $beside/preceding-sibling::*[not(self::note)][exists(ed:own-lines(.))][1]
          /ed:own-lines(.)[last()],
        $beside/following-sibling::*[not(self::note)][exists(ed:own-lines(.))][1]
          /ed:own-lines(.)[1])[1]"/>
  </xsl:function>
  <xsl:function name="ed:own-lines" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="within" as="element()*" select="ed:lines-in($element)"/>
    <xsl:sequence select="
        if ($element[local-name() = $ed:lines][not($within/(self::p | self::l | self::item |
          self::cell))]) then $element else $within"/>
  </xsl:function>

  <!-- An editor's: so typed, or with the name of anyone but an author; a type says it before a name. -->
  <xsl:function name="ed:is-editorial" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="names" as="xs:string*" select="tokenize($note/@resp) ! replace(., '^#', '')"/>
    <xsl:variable name="type" as="xs:string" select="lower-case($note/@type)"/>
    <xsl:sequence select="
        if ($type = ('author', 'authorial')) then false()
        else $type = ('editorial', 'editor', 'editors', 'commentary', 'comment'[not(ed:is-of-record($note))], 'textual',
          'critical', 'biographical', 'translator', 'transl') or exists($names[not(. = ed:authors(root($note)))])"/>
  </xsl:function>
  <!-- What the authors of a text are called by where they are pointed to. -->
  <xsl:function name="ed:authors" as="xs:string*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="'author', 'auth',
        $root/*/teiHeader/fileDesc/(titleStmt | sourceDesc)//author/descendant-or-self::*/(@xml:id, @ref, @key)
          ! tokenize(.) ! replace(., '^#', '')"/>
  </xsl:function>

  <xsl:function name="ed:notes-before" as="element(note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
        select="key('ed:loose', generate-id($element), root($element))[. &lt;&lt; $element]"/>
  </xsl:function>
  <xsl:function name="ed:notes-after" as="element(note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@xml:id/key('ed:attached', ., root($element))[not(. intersect $element//note)]
          [not(exists($element/ancestor-or-self::*[ed:is-either(.)]))],
        key('ed:loose', generate-id($element), root($element))[. &gt;&gt; $element]"/>
  </xsl:function>

  <xsl:template match="note" mode="ed:rules">
    <xsl:if test="not(ed:is-placed(.))">
      <xsl:call-template name="ed:note"/>
    </xsl:if>
  </xsl:template>
  <!-- What goes on elsewhere is part of the note that it goes on from. -->
  <xsl:template match="note[ed:goes-on-from(.)]" mode="ed:rules" priority="2"/>
  <xsl:function name="ed:goes-on-from" as="element(note)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(key('ed:by-id', substring-after($note/@prev, '#'), root($note))/self::note
        | key('ed:next', '#' || $note/@xml:id, root($note)))[. &lt;&lt; $note][1]"/>
  </xsl:function>
  <xsl:key name="ed:next" match="note[@next]" use="string(@next)"/>
  <xsl:key name="ed:parts" match="note[ed:goes-on-from(.)]"
      use="ed:goes-on-from(.) ! generate-id()"/>
  <!-- An empty note that names another one calls it a second time. -->
  <xsl:template match="note[not(node())][ed:again(.)]" mode="ed:rules" priority="3">
    <ed:link kind="note" target="#{ed:again(.)/@xml:id}"><xsl:call-template name="ed:common"/></ed:link>
  </xsl:template>
  <xsl:function name="ed:again" as="element(note)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(tokenize($note/(@sameAs, @corresp)[1]) !
        key('ed:by-id', substring-after(., '#'), root($note)))[1]/self::note[node()]"/>
  </xsl:function>

  <!-- A call of a note brings it; other calls are links to it. A pointer may call several, and lead to
       other places as well. -->
  <xsl:template match="(ref | ptr)[ed:all-called(.)[ed:is-apart(.)]]" mode="ed:rules" priority="3">
    <xsl:variable name="call" as="element()" select="."/>
    <xsl:variable name="notes" as="element(note)+" select="ed:all-called(.)[ed:is-apart(.)]"/>
    <xsl:if test="exists(ed:other-targets(.))"><xsl:next-match/></xsl:if>
    <xsl:for-each select="$notes">
      <xsl:choose>
        <xsl:when test="ed:first-call(.) is $call">
          <xsl:apply-templates select="." mode="ed:placed">
            <xsl:with-param name="call" select="$call"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:called-again(., $call)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <!-- A further call, and whose it is. -->
  <xsl:function name="ed:called-again" as="element(ed:link)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="call" as="element()?"/>
    <ed:link kind="note" target="#{$note/@ed:id}">
      <xsl:for-each select="$call[not(self::anchor)][ed:all-called(.)[ed:is-apart(.)][1] is $note]">
        <xsl:call-template name="ed:common"/>
      </xsl:for-each>
      <xsl:for-each select="$note">
        <xsl:call-template name="ed:call-placed"><xsl:with-param name="call" select="$call"/></xsl:call-template>
      </xsl:for-each>
    </ed:link>
  </xsl:function>
  <xsl:function name="ed:called" as="element(note)?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
        (tokenize($pointer/@target)[starts-with(., '#')] !
          key('ed:by-id', substring(., 2), root($pointer)))[1]/self::note
          [not($pointer/ancestor::note) or not(ed:is-apart(.))]"/>
  </xsl:function>
  <!-- Where else a pointer leads that calls notes: its words are about that. -->
  <xsl:function name="ed:other-targets" as="xs:string*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="notes" as="xs:string*" select="ed:all-called($pointer)[ed:is-apart(.)]/@xml:id ! ('#' || .)"/>
    <xsl:sequence select="tokenize(($pointer/@ed:target, $pointer/@target)[1])[not(. = $notes)]"/>
  </xsl:function>
  <xsl:function name="ed:all-called" as="element(note)*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:for-each select="distinct-values(tokenize($pointer/@target)[starts-with(., '#')])">
      <xsl:sequence select="key('ed:by-id', substring(., 2), root($pointer))[1]/self::note
          [not($pointer/ancestor::note) or not(ed:is-apart(.))]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Nothing can be put inside these: the call follows them. -->
  <xsl:template match="(anchor | graphic | pb | lb | cb | gb | milestone | gap | space | ptr)
      [key('ed:attached', @xml:id)]" mode="ed:rules" priority="9">
    <xsl:next-match/>
    <xsl:apply-templates select="ed:notes-after(.)" mode="ed:placed">
      <xsl:with-param name="at" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The same of what one of the two texts alone has: the note is called in both. -->
  <xsl:function name="ed:is-either" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(ed:is-substitution($element) or exists($element/(self::choice | self::del | self::surplus | self::g)))
        and empty($element/ancestor::rdg)"/>
  </xsl:function>
  <xsl:template match="(choice | subst | mod | del | surplus | g)[ed:is-either(.)]
      [exists(descendant-or-self::*/@xml:id ! key('ed:attached', .))][not(ancestor::*[ed:is-either(.)])] |
      app[@xml:id][key('ed:attached', @xml:id)]" mode="ed:rules" priority="9">
    <xsl:next-match/>
    <xsl:variable name="at" as="element()" select="."/>
    <xsl:for-each select="if (self::app) then . else descendant-or-self::*[@xml:id]">
      <xsl:apply-templates select="key('ed:attached', @xml:id)[not(. intersect $at//note)]" mode="ed:placed">
        <xsl:with-param name="at" select="."/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="ed:placed" on-no-match="fail"/>
  <xsl:template match="note" mode="ed:placed">
    <xsl:param name="call" as="element()?" select="()"/>
    <xsl:param name="at" as="element()?" select="()"/>
    <xsl:call-template name="ed:note">
      <xsl:with-param name="call" select="($call, $at[self::anchor])[1]"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A note on several things is called at each. -->
  <xsl:template match="note[@target][empty(ed:calls(.))]" mode="ed:placed" priority="1">
    <xsl:param name="at" as="element()?" select="()"/>
    <xsl:choose>
      <xsl:when test="empty($at) or $at is ed:target-of(.)">
        <xsl:next-match><xsl:with-param name="at" select="$at"/></xsl:next-match>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:called-again(., $at[self::anchor])"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:include href="note.xsl"/>
</xsl:stylesheet>
