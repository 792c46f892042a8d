<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes stand where they are called. A note kept elsewhere (at the end of the text, say) moves to
     the ref or ptr that points to it, or to the end of what its own @target names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pointers that call a note, by the id of the note. -->
  <xsl:key name="ed:calls" match="ref | ptr" use="tokenize(@target) ! substring-after(., '#')"/>
  <!-- Notes placed by their own @target alone, by the id of what they are about. -->
  <xsl:key name="ed:attached" match="note[@target][empty(ed:calls(.))]"
      use="tokenize(@target) ! substring-after(., '#')"/>
  <!-- Notes that stand between blocks, by the block that takes their call. -->
  <xsl:key name="ed:loose" match="note[ed:is-loose(.)]" use="ed:host(.) ! generate-id()"/>

  <xsl:function name="ed:calls" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@xml:id/key('ed:calls', ., root($note))[not(ancestor::note)]"/>
  </xsl:function>

  <xsl:function name="ed:is-placed" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists(ed:calls($note)) or exists(
        tokenize($note/@target) ! key('ed:by-id', substring-after(., '#'), root($note)))
        or (ed:is-loose($note) and exists(ed:host($note)))"/>
  </xsl:function>

  <!-- Between blocks, without a pointer of its own, and not a block that wants to stay there. -->
  <xsl:function name="ed:is-loose" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="ed:is-editorial($note) and not($note/@target or ed:is-inline($note))
        and empty(ed:calls($note))"/>
  </xsl:function>
  <xsl:function name="ed:is-editorial" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'editorial' or exists($note/@resp)"/>
  </xsl:function>

  <!-- The nearest block before the note among its siblings, else the nearest after it. -->
  <xsl:function name="ed:host" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="hosts" as="xs:string*" select="
        'ab', 'dateline', 'docAuthor', 'docDate', 'docImprint', 'head', 'item', 'l', 'p',
        'salute', 'signed', 'speaker', 'titlePart', 'trailer'"/>
    <xsl:sequence select="($note/preceding-sibling::*[local-name() = $hosts][1],
        $note/following-sibling::*[local-name() = $hosts][1])[1]"/>
  </xsl:function>

  <xsl:function name="ed:notes-before" as="element(note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
        select="key('ed:loose', generate-id($element), root($element))[. &lt;&lt; $element]"/>
  </xsl:function>
  <xsl:function name="ed:notes-after" as="element(note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@xml:id/key('ed:attached', ., root($element))[not(. intersect $element//note)],
        key('ed:loose', generate-id($element), root($element))[. &gt;&gt; $element]"/>
  </xsl:function>

  <xsl:template match="note" mode="ed:rules">
    <xsl:if test="not(ed:is-placed(.))">
      <xsl:call-template name="ed:note"/>
    </xsl:if>
  </xsl:template>

  <!-- The first call of a note brings it; later calls are links to it. -->
  <xsl:template match="(ref | ptr)[ed:called(.)]" mode="ed:rules" priority="1">
    <xsl:variable name="note" as="element(note)" select="ed:called(.)"/>
    <xsl:choose>
      <xsl:when test="ed:calls($note)[1] is .">
        <xsl:apply-templates select="$note" mode="ed:placed">
          <xsl:with-param name="call" select="."/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <ed:link kind="note" target="#{$note/@xml:id}">
          <xsl:call-template name="ed:common"/>
          <xsl:value-of select="$note/@ed:n"/>
        </ed:link>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:called" as="element(note)?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
        (tokenize($pointer/@target)[starts-with(., '#')] !
          key('ed:by-id', substring(., 2), root($pointer)))[1]/self::note
          [not($pointer/ancestor::note)]"/>
  </xsl:function>

  <!-- Nothing can be put inside these: the call follows them. -->
  <xsl:template match="(anchor | graphic | pb | lb | milestone)[key('ed:attached', @xml:id)]"
      mode="ed:rules" priority="9">
    <xsl:next-match/>
    <xsl:apply-templates select="ed:notes-after(.)" mode="ed:placed"/>
  </xsl:template>

  <xsl:mode name="ed:placed" on-no-match="fail"/>
  <xsl:template match="note" mode="ed:placed">
    <xsl:param name="call" as="element()?" select="()"/>
    <xsl:call-template name="ed:note">
      <xsl:with-param name="call" select="$call"/>
    </xsl:call-template>
  </xsl:template>

  <!-- kind: note (the author's), editorial, or what @type says; place: foot unless @place says
       end, margin or inline; call: the id of the pointer; called-in: the text that has a call. -->
  <xsl:template name="ed:note" as="element(ed:note)">
    <xsl:param name="call" as="element()?" select="()"/>
    <ed:note n="{@ed:n}" place="{ed:place(.)}" kind="{
        if (ed:is-editorial(.)) then 'editorial' else string((@type, 'note')[1])}">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="$call">
        <xsl:attribute name="call" select="$call/(@xml:id, 'call-' || @ed:n)[1]"/>
        <xsl:apply-templates select="$call/@cert" mode="ed:common"/>
        <xsl:if test="$call/supplied">
          <xsl:attribute name="called-in" select="'reading'"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="node()[not(self::label[. is ../*[1]])]" mode="ed:rules"/>
    </ed:note>
  </xsl:template>

  <xsl:function name="ed:place" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        if ($note/@place = ('end', 'margin', 'inline')) then string($note/@place)
        else if (starts-with($note/@place, 'margin')) then 'margin'
        else if ($note[ed:is-placed(.) or ed:is-inline(.)]) then 'foot' else 'block'"/>
  </xsl:function>

  <!-- A division that holds nothing but notes now called elsewhere leaves no trace: formats
       collect the notes under a heading of their own. -->
  <xsl:template mode="ed:rules" priority="8"
      match="div[note][empty(* except (head, note))][every $n in note satisfies ed:is-placed($n)]"/>

  <xsl:template match="noteGrp" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
