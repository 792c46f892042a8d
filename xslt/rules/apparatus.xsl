<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of an apparatus at their words (chapter TC): which reading is the text, and what is said
     of the others. How an entry reads is left to apparatus.xsl, which makes one value of each. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- layer: what the entry, or the list it stands in, says that it is of. -->
  <xsl:template match="app" mode="ed:rules">
    <ed:alternate kind="variant">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="(@type, ancestor::listApp[1]/@type)[normalize-space()][1]">
        <xsl:attribute name="layer" select="normalize-space()"/>
      </xsl:for-each>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:alternate>
  </xsl:template>

  <!-- The text has the lemma; without one, the reading of the edition's base, else the first. One that is
       a copy of words elsewhere in the text, as of lines that somebody would move, is not the text here. -->
  <xsl:function name="ed:chosen" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="own" as="element()*"
        select="$app/(lem | rdg | rdgGrp//lem | rdgGrp//rdg)[ancestor::app[1] is $app]"/>
    <xsl:variable name="base" as="xs:string*" select="root($app)/*/@ed:base ! ('#' || ., string())"/>
    <xsl:sequence select="($own/self::lem, $own[tokenize(@wit) = $base], $own[empty(ed:copies(.))])[1]"/>
  </xsl:function>

  <xsl:template match="lem | rdg" mode="ed:rules">
    <xsl:variable name="reading" as="element(ed:inline)">
      <xsl:call-template name="ed:reading">
        <xsl:with-param name="only" select="ed:only(.)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="says" as="attribute()*"><xsl:call-template name="ed:says"/></xsl:variable>
    <xsl:copy select="$reading">
      <xsl:copy-of select="@*, $says, node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="lem | rdg" mode="ed:only" as="xs:string?">
    <xsl:sequence select="'apparatus'[not(current() is current()/ancestor::app[1]/ed:chosen(.))]"/>
  </xsl:template>
  <xsl:template match="rdgGrp | app/noteGrp | choice/choice" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>

  <!-- What a reading says of itself. Readings of a group stay together; sigla as printed serve where
       none is pointed to; copied: the words of another reading. -->
  <xsl:template name="ed:says" as="attribute()*">
    <xsl:copy-of select="@cause, @varSeq, @hand"/>
    <xsl:for-each select="string-join(ed:copies(.) ! ed:copied(.), ' ')[.]">
      <xsl:attribute name="copied" select="."/>
    </xsl:for-each>
    <xsl:for-each select="parent::rdgGrp">
      <xsl:attribute name="group" select="1 + count(preceding-sibling::rdgGrp)"/>
      <xsl:copy-of select="@type ! ed:named('group-type', .)"/>
    </xsl:for-each>
    <xsl:for-each select="(wit, following-sibling::*[1]/self::wit)[1]">
      <xsl:attribute name="sigla" select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="wit" mode="ed:rules"/>

  <!-- What stands for words elsewhere in a reading that has none of its own, and these words, with the
       signs of what is said of them here. -->
  <xsl:function name="ed:copies" as="element()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading[not(normalize-space())]/descendant-or-self::*[@copyOf]"/>
  </xsl:function>
  <xsl:function name="ed:copied" as="xs:string?">
    <xsl:param name="copy" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(
        key('ed:by-id', replace($copy/@copyOf, '^#', ''), root($copy))[1]//text()
          [not(ancestor::note or ancestor::witDetail or ancestor::wit or ancestor::choice/(sic | orig | abbr) intersect ancestor::*
            or ancestor::rdg[not(. is ed:chosen(ancestor::app[1]))])]))"/>
    <xsl:variable name="around" as="element()?" select="$copy/ancestor::*[self::secl or self::surplus or self::del]
        [ancestor::app[1] is $copy/ancestor::app[1]][1]"/>
    <xsl:variable name="first" as="xs:boolean" select="$around/descendant::*[@copyOf][1] is $copy"/>
    <xsl:variable name="last" as="xs:boolean" select="$around/descendant::*[@copyOf][last()] is $copy"/>
    <xsl:variable name="signs" as="xs:string*" select="
        $around ! map{'secl': ('[', ']'), 'surplus': ('{', '}'), 'del': ('⟦', '⟧')}(local-name())"/>
    <xsl:sequence select="($signs[1][$first] || $words || $signs[2][$last])[$words]"/>
  </xsl:function>

  <!-- What is said of a witness, and where one begins, ends or is torn, is no word of the text. -->
  <xsl:template match="witDetail | lacunaStart | lacunaEnd | witStart | witEnd" mode="ed:rules">
    <ed:inline kind="{local-name()}" only="apparatus">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="@target">
        <xsl:attribute name="about" select="tokenize(.)[1] ! replace(., '^#', '')"/>
      </xsl:for-each>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>

  <!-- A note on an entry or on one of its readings is part of the entry, and so is one on a form that
       neither text has; one in the lemma is called in the text, as any other. -->
  <xsl:template match="note[ed:is-of-entry(.)]" mode="ed:rules" priority="4">
    <ed:note place="entry" kind="editorial">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="@target">
        <xsl:attribute name="about" select="tokenize(.)[1] ! replace(., '^#', '')"/>
      </xsl:for-each>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:note>
  </xsl:template>
  <xsl:function name="ed:is-of-entry" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/(parent::app | parent::rdgGrp | parent::noteGrp/parent::app | ancestor::rdg)
        | $note/ancestor::*[parent::choice][ed:only(.) = 'apparatus'])"/>
  </xsl:function>
</xsl:stylesheet>
