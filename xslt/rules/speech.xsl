<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcripts of speech (chapter TS): a turn under the name of its speaker; what is heard and seen
     beside the words stands in brackets, in its place. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A turn is a paragraph, or a block of the paragraphs that are its segments. -->
  <xsl:template match="u" mode="ed:rules">
    <ed:paragraph kind="u">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:speaks(.)"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:overlap-at(., 'end')"/>
    </ed:paragraph>
  </xsl:template>
  <xsl:template match="u[seg][not(text()[normalize-space()])]" mode="ed:rules">
    <ed:block kind="u">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="*" mode="ed:rules"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="u[not(text()[normalize-space()])]/seg" mode="ed:rules" priority="1">
    <ed:paragraph kind="seg">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="empty(preceding-sibling::seg)">
        <xsl:sequence select="ed:speaks(..)"/>
        <xsl:apply-templates select="ed:notes-before(..)" mode="ed:placed"><xsl:with-param name="at" select=".."/></xsl:apply-templates>
      </xsl:if>
      <xsl:call-template name="ed:content"/>
      <xsl:if test="empty(following-sibling::seg)">
        <xsl:apply-templates select="ed:notes-after(..)" mode="ed:placed"><xsl:with-param name="at" select=".."/></xsl:apply-templates>
        <xsl:sequence select="ed:overlap-at(.., 'end')"/>
      </xsl:if>
    </ed:paragraph>
  </xsl:template>
  <xsl:template match="annotationBlock" mode="ed:rules">
    <xsl:apply-templates select="*" mode="ed:rules"/>
  </xsl:template>

  <!-- A tier of a turn: what it says of each stretch, in a row below the words. -->
  <xsl:template match="annotationBlock/spanGrp[normalize-space()]" mode="ed:rules" priority="1">
    <ed:block kind="tier">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="@type">
        <xsl:sequence select="ed:added(. || ': ')"/>
      </xsl:for-each>
      <xsl:for-each select=".//span[normalize-space()]">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates mode="ed:rules"/>
      </xsl:for-each>
    </ed:block>
  </xsl:template>

  <!-- "Ana Lima: "; not twice where the record names the speaker itself. -->
  <xsl:function name="ed:speaks" as="element(ed:inline)*">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:variable name="who" as="xs:string" select="ed:who($turn)"/>
    <xsl:if test="$who and not($turn/preceding-sibling::*[1]/self::note[@type = 'speaker'])">
      <ed:inline kind="added" rend="bold"><xsl:value-of select="$who || ': '"/></ed:inline>
    </xsl:if>
    <xsl:sequence select="ed:added('='[$turn/@trans = 'latching']), ed:overlap-at($turn, 'start')"/>
  </xsl:function>

  <!-- A message begins with who wrote it and when. -->
  <xsl:template match="post[@who]" mode="ed:rules">
    <ed:block kind="post">
      <xsl:call-template name="ed:common"/>
      <ed:block kind="speaker">
        <xsl:sequence select="ed:added(string-join((ed:who(.), ed:sent-at(.)[not(current()/time or current()//date)]), ', ')),
            ed:added(@modality[. = 'spoken'] ! (' (' || ed:say('trait-s', ..) || ')')), ed:answered(.)"/>
      </ed:block>
      <xsl:call-template name="ed:content"/>
    </ed:block>
  </xsl:template>

  <xsl:function name="ed:sent-at" as="xs:string?">
    <xsl:param name="post" as="element(post)"/>
    <xsl:sequence select="$post/(@when, @when-iso, key('ed:by-id', substring-after(@synch, '#'))/self::when/@absolute)[1]
        ! ed:date(., ed:page-lang($post))"/>
  </xsl:function>
  <!-- The message that one answers, or passes on: its author and moment, and a link to it. -->
  <xsl:function name="ed:answered" as="node()*">
    <xsl:param name="post" as="element(post)"/>
    <xsl:for-each select="$post/(@replyTo, @ref) ! tokenize(.)
        ! key('ed:by-id', substring-after(., '#'), root($post))[self::post][not(. is $post)]">
      <xsl:sequence select="ed:added(ed:say('arrow', $post))"/>
      <ed:link target="#{@xml:id}">
        <xsl:sequence select="ed:added(string-join((ed:who(.)[.], ed:sent-at(.)), ', '))"/>
      </ed:link>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of who speaks or acts: from the list of participants, else what @who says. -->
  <xsl:function name="ed:who" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" as="attribute()?"
        select="$element/(@who, parent::annotationBlock/@who, self::u/@n)[1]"/>
    <!-- A name as one writes it is one, though it has blanks. -->
    <xsl:sequence select="
        if (matches($around, '[#:/]') or key('ed:by-id', tokenize($around), root($element)))
        then string-join(tokenize($around) ! ed:name-of(., $element), ', ') else normalize-space($around)"/>
  </xsl:function>
  <xsl:function name="ed:name-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:variable name="person" as="element()?" select="key('ed:by-id', $id, root($node))[1]"/>
    <xsl:variable name="name" as="element()?" 
        select="($person/(persName, name, orgName, role), $person[self::persName or self::name or self::orgName or self::role])[1]"/>
    <xsl:sequence select="
        if ($name/forename and $name/surname)
        then string-join(($name/forename, $name/nameLink, $name/surname) ! normalize-space(), ' ')
        else ($name, $person/@n, key('ed:called-by', $pointer, root($node))[1][empty($person)] ! ed:said-by(.), $id)
          ! normalize-space() => ed:first-word()"/>
  </xsl:function>
  <!-- Names of a header by what they point to, as the entries of a list that is kept elsewhere. -->
  <xsl:key name="ed:called-by" match="(persName | orgName | name)[@ref][ancestor::fileDesc][normalize-space()]" use="string(@ref)"/>
  <xsl:function name="ed:first-word" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="string($words[.][1])"/>
  </xsl:function>

  <!-- (coughs), (2 s), (Ben Ott: nods): within a turn or between turns. -->
  <xsl:template match="pause | vocal | kinesic | incident | writing" mode="ed:rules">
    <xsl:element name="ed:{if (ed:is-within-turn(.)) then 'inline' else 'paragraph'}"
        namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="local-name()"/>
      <xsl:attribute name="rend" select="'italic'"/>
      <xsl:call-template name="ed:common"/>
      <xsl:variable name="own" as="xs:boolean" select="matches(normalize-space(), '^[(\[].*[)\]]$')"/>
      <xsl:sequence select="ed:added('('[not($own)])"/>
      <xsl:variable name="who" as="xs:string" select="ed:who(.)"/>
      <xsl:if test="$who and not(@who = ancestor::u[1]/@who)">
        <xsl:sequence select="ed:added($who || ': ')"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="normalize-space()"><xsl:call-template name="ed:content"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:added(ed:event(.))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="ed:added(')'[not($own)])"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="p[parent::vocal or parent::kinesic or parent::incident or parent::writing]"
      mode="ed:rules" priority="1">
    <xsl:sequence select="ed:added(' '[current()/preceding-sibling::node()[1]/self::p])"/>
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>
  <!-- They stand apart from the words beside them. -->
  <xsl:template mode="ed:rules" priority="1" match="
      (pause | vocal | kinesic | incident | writing | shift[@new ne 'normal'])[ed:is-within-turn(.)]">
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[1]"/>
    <xsl:if test="$before[self::* or self::text()[not(matches(ed:last-signs(., 1), '\s'))]]"><xsl:text> </xsl:text></xsl:if>
    <xsl:next-match/>
    <xsl:if test="$after[self::text() or self::*[normalize-space()]]
        [not(self::vocal | self::kinesic | self::incident | self::writing)]
        [not(matches(., '^[\s.,;:!?)]'))]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:function name="ed:is-within-turn" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::seg or self::p or self::ab or self::s])
        or exists($element/ancestor::u[not(seg) or text()[normalize-space()]])"/>
  </xsl:function>
  <xsl:function name="ed:event" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="long" as="xs:string?" select="$event/self::pause/ed:said('event-pause-' || @type, .)"/>
    <xsl:sequence select="string-join((
        ed:duration($event/@dur),
        (if ($event/@dur) then () else if ($long) then $long else (
          $event/self::pause/ed:say('event-pause', .)[$event/@type],
          ($event/@type, ed:say('event-' || local-name($event), $event))[1]))), ', ')"/>
  </xsl:function>
  <!-- PT2S: 2 s; PT1H30M: 1 h 30 min. -->
  <xsl:function name="ed:duration" as="xs:string?">
    <xsl:param name="duration" as="attribute()?"/>
    <xsl:sequence select="$duration ! (
        if (matches(., '^P([\d.]+D)?(T([\d.]+H)?([\d.]+M)?([\d.]+S)?)?$'))
        then normalize-space(translate(., 'PT', '') => replace('D', ' d ') => replace('H', ' h ')
          => replace('M', ' min ') => replace('S', ' s '))
        else string(.))"/>
  </xsl:function>

  <!-- (louder): the voice changes; it goes back to normal without a word. -->
  <xsl:template match="shift" mode="ed:rules">
    <xsl:if test="@new ne 'normal'">
      <ed:inline kind="shift" rend="italic">
        <xsl:sequence select="ed:added('(' || (ed:said('shift-' || @feature || '-' || @new, .),
            string-join((@feature, @new), ': '))[1] || ')')"/>
      </ed:inline>
    </xsl:if>
  </xsl:template>

  <!-- What the record of a sitting says beside the speeches is part of it. -->
  <xsl:function name="ed:is-of-record" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note[not(@resp or @place)]/(parent::u | parent::div/u))"/>
  </xsl:function>
  <xsl:template match="note[parent::u or parent::div/u or @type = 'speaker'][not(@place)]
      [not(ed:is-placed(.))]" mode="ed:rules" priority="2">
    <ed:paragraph kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:paragraph>
  </xsl:template>
  <xsl:template match="note[parent::seg/parent::u or parent::u/text()[normalize-space()]][not(@place)]"
      mode="ed:rules" priority="3">
    <ed:inline kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>
</xsl:stylesheet>
