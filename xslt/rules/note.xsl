<?xml version="1.0" encoding="UTF-8"?>
<!-- One note: whose it is, where the source has it, its sign as printed, and all that stands in it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- kind: note (the author's) or editorial; place: foot, end, margin, inline or block; where: the
       margin or the line in the source's own word; n: the sign as printed; call: the id of the
       pointer (called.xsl has what is said of a call). -->
  <xsl:template name="ed:note" as="node()*">
    <xsl:param name="call" as="element()?" select="()"/>
    <xsl:variable name="place" as="xs:string" select="ed:place(.)"/>
    <xsl:variable name="sign" as="xs:string?" select="ed:sign(., $call)"/>
    <xsl:if test="not(ed:is-known-place(lower-case(@place)))">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T011'"/>
        <xsl:with-param name="node" select="."/>
        <xsl:with-param name="subject" select="normalize-space(@place)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$place = 'inline' and ed:is-close(preceding-sibling::node()[1], '\S$')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <ed:note place="{$place}" kind="{if (ed:is-editorial(.)) then 'editorial' else 'note'}">
      <xsl:if test="exists($sign)"><xsl:attribute name="n" select="$sign"/></xsl:if>
      <xsl:copy-of select="ed:series(.) ! ed:named('series', .)"/>
      <xsl:if test="$place = 'margin'">
        <xsl:attribute name="where" select="ed:where(.)"/>
        <xsl:copy-of select="ed:side(.) ! ed:named('side', .)"/>
      </xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:call-facts"><xsl:with-param name="call" select="$call"/></xsl:call-template>
      <xsl:call-template name="ed:note-words"/>
    </ed:note>
    <xsl:if test="$place = 'inline' and ed:is-close(following-sibling::node()[1], '^\w')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The series of its own to which the edition says that a note belongs, by its type, hand or place. -->
  <xsl:function name="ed:series" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="names" as="xs:string*" select="
        $note/(@type, @resp, @place) ! tokenize(.) ! replace(., '^#', '')"/>
    <xsl:sequence select="tokenize(root($note)/*/@ed:note-series)[. = $names][1]"/>
  </xsl:function>

  <xsl:function name="ed:is-close" as="xs:boolean">
    <xsl:param name="beside" as="node()?"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="exists($beside) and matches(string($beside), $pattern)"/>
  </xsl:function>

  <xsl:function name="ed:named" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <!-- All that stands in a note, with what goes on elsewhere; a label that is its number is told
       once. -->
  <xsl:template name="ed:note-words">
    <xsl:variable name="label" as="element(label)?" select="ed:number-label(.)"/>
    <xsl:for-each select="node() except $label">
      <xsl:choose>
        <xsl:when test="self::text() and $label and (preceding-sibling::node() except $label)
            [normalize-space()] => empty()">
          <xsl:value-of select="replace(., '^\s+', '')"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="ed:rules"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="key('ed:parts', generate-id())">
      <xsl:text> </xsl:text>
      <xsl:call-template name="ed:note-words"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A label that is the sign of the note: its number, or a mark or two. -->
  <xsl:function name="ed:number-label" as="element(label)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/label[empty(preceding-sibling::node()[normalize-space()])]
        [ed:bare-sign(.) = $note/@n or matches(ed:bare-sign(.), '^(\d{1,4}|\w|\W{1,3})$')]"/>
  </xsl:function>
  <xsl:function name="ed:bare-sign" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="all" as="xs:string" select="normalize-space($words)"/>
    <xsl:sequence select="(replace($all, '^[\[(]+|[\]).:]+$', '')[.], $all)[1]"/>
  </xsl:function>

  <!-- The sign as printed: what the note says, or the words of the pointer that calls it. -->
  <xsl:function name="ed:sign" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="call" as="element()?"/>
    <xsl:sequence select="($note/@n[normalize-space()]/string(), ed:printed-sign($note, $call),
        ed:number-label($note) ! ed:bare-sign(.))[1]"/>
  </xsl:function>
  <!-- What a pointer prints for a note; where it calls several, each has its own sign, if there are as many. -->
  <xsl:function name="ed:printed-sign" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="call" as="element()?"/>
    <xsl:variable name="notes" as="element(note)*" select="$call/(self::ref | self::ptr)/ed:all-called(.)[ed:is-apart(.)]"/>
    <xsl:variable name="signs" as="xs:string*" select="tokenize($call, '[\s,;]+')[.]"/>
    <xsl:variable name="at" as="xs:integer?" select="$note/@xml:id ! index-of($notes/@xml:id, .)[1]"/>
    <xsl:sequence select="
        if (exists($at) and count($signs) eq count($notes)) then ed:bare-sign($signs[$at])
        else $call[($at, 1)[1] eq 1][empty(ed:other-targets(.))]/string(.)[normalize-space()] ! ed:bare-sign(.)"/>
  </xsl:function>

  <xsl:function name="ed:place" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="given" as="xs:string" select="lower-case($note/@place)"/>
    <xsl:sequence select="
        if ($note/ancestor::teiHeader or $given = 'inline') then 'inline'
        else if ($given = ('end', 'foot', 'bottom')) then replace($given, 'bottom', 'foot')
        else if (ed:is-marginal($given)) then 'margin'
        else if ($note[ed:is-placed(.) or ed:is-among-words(.) or ed:is-loose(.)] or
            $note/parent::noteGrp[ed:is-among-words(.)]) then 'foot'
        else 'block'"/>
  </xsl:function>
  <!-- One that a rule places, or that leaves it to us. -->
  <xsl:function name="ed:is-known-place" as="xs:boolean">
    <xsl:param name="place" as="xs:string?"/>
    <xsl:sequence select="string($place) = '' or ed:is-marginal($place) or tokenize($place) = (
        'inline', 'end', 'endnote', 'foot', 'footnote', 'bottom', 'none', 'unspecified', 'unknown',
        'app', 'apparatus', 'entry', 'block', 'text')"/>
  </xsl:function>
  <xsl:function name="ed:is-marginal" as="xs:boolean">
    <xsl:param name="place" as="xs:string"/>
    <xsl:sequence select="tokenize($place) = ('above', 'below', 'top', 'opposite', 'overleaf',
        'inspace', 'interlinear', 'superlinear', 'supralinear', 'sublinear', 'infralinear', 'left', 'right',
        'outer', 'inner') or contains($place, 'margin')"/>
  </xsl:function>
  <!-- The word for where it stands: margin, or above, below … -->
  <xsl:function name="ed:where" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="known" as="xs:string*" select="
        'above', 'below', 'top', 'opposite', 'overleaf', 'inspace', 'interlinear'"/>
    <xsl:sequence select="((tokenize(lower-case($note/@place)) ! replace(., '^sup(er|ra)linear$', 'above')
        ! replace(., '^(sub|infra)linear$', 'below'))[. = $known], 'margin')[1]"/>
  </xsl:function>

  <!-- The margin that it asks for, where it asks for one. -->
  <xsl:function name="ed:side" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        ('left', 'right', 'outer', 'inner')[contains(lower-case($note/@place), .)][1]"/>
  </xsl:function>

  <!-- A division that holds nothing but notes now called elsewhere leaves no trace: formats
       collect the notes under a heading of their own. -->
  <xsl:template mode="ed:rules" priority="8"
      match="div[note][empty(* except (head, note, pb))][every $n in note satisfies ed:is-placed($n)]">
    <xsl:apply-templates select="pb" mode="ed:rules"/>
  </xsl:template>

  <xsl:template match="noteGrp" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
