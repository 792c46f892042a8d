<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines of verse, lists and tables: all that stands in them, in its order. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A number is put beside the line by the style, so that it is no word of it; a part of a shared
       line begins where the earlier parts end. -->
  <xsl:template match="ed:line" mode="ed:html">
    <div>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'line'"/>
      </xsl:call-template>
      <xsl:if test="@shown">
        <span class="line-number{' from-right'[ed:runs((current()/ancestor-or-self::*[@lang][1], current())[1]) = 'rtl']}" data-n="{@n}"/>
      </xsl:if>
      <xsl:if test="@after"><span class="parts-before" data-words="{@after} "/></xsl:if>
      <xsl:apply-templates mode="ed:html"/>
    </div>
  </xsl:template>

  <xsl:template match="ed:list" mode="ed:html">
    <xsl:variable name="list" as="element(ed:list)" select="."/>
    <xsl:for-each-group select="*" group-adjacent="exists(self::ed:block)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(current-group()/(self::ed:item | self::ed:label))">
          <xsl:apply-templates select="current-group()" mode="ed:html"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="members" as="element()*" select="current-group()"/>
          <xsl:for-each select="$list">
            <xsl:call-template name="ed:listed">
              <xsl:with-param name="members" select="$members"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Without items, which a rule made words of a line, it is a block all the same. -->
  <xsl:template match="ed:list[not(ed:item | ed:label)]" mode="ed:html" priority="1">
    <div>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </div>
  </xsl:template>

  <!-- Items in an element of HTML; what stands between two goes into the second, what follows the
       last one stands behind the list. The first stretch of items has the address. No function: what
       is asked of a page (which of the two texts it shows) does not reach into one. -->
  <xsl:template name="ed:listed" as="node()*">
    <xsl:param name="members" as="element()*"/>
    <xsl:variable name="last" as="element()"
        select="$members[self::ed:item or self::ed:label][last()]"/>
    <xsl:element name="{if (@kind = 'ordered') then 'ol' else if (@kind = 'gloss') then 'dl' else 'ul'}">
      <xsl:variable name="attributes" as="attribute()*">
        <xsl:call-template name="ed:attributes"/>
      </xsl:variable>
      <xsl:sequence select="
          $attributes[not(name() = 'id' and $last/preceding-sibling::ed:block/preceding-sibling::ed:item)]"/>
      <xsl:apply-templates select="$members[self::ed:item or self::ed:label]" mode="ed:html"/>
    </xsl:element>
    <xsl:apply-templates select="$members[. &gt;&gt; $last]" mode="ed:html"/>
  </xsl:template>

  <xsl:template match="ed:item | ed:label" mode="ed:html">
    <xsl:element name="{if (not(parent::ed:list)) then 'div' else if (../@kind ne 'gloss') then 'li'
        else if (self::ed:label) then 'dt' else 'dd'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:if test="../@kind = 'ordered' and @n castable as xs:integer">
        <xsl:attribute name="value" select="xs:integer(@n)"/>
      </xsl:if>
      <xsl:if test="../@kind = 'ordered' and not(@n castable as xs:integer) and (@n or @numbered)">
        <xsl:attribute name="data-number" select="string(@n)"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:html" select="ed:just-before(.)"/>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>

  <!-- What stands between an item or a row and the one before it: of all in a list or table at once. -->
  <xsl:function name="ed:just-before" as="element()*">
    <xsl:param name="member" as="element()"/>
    <!-- Where a rule of an edition made something else of the list, all stands in its order. -->
    <xsl:sequence select="$member/(parent::ed:list | parent::ed:table) ! ed:led-in(.)(generate-id($member))"/>
  </xsl:function>
  <xsl:function name="ed:led-in" as="map(xs:string, element()*)" cache="yes">
    <xsl:param name="whole" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$whole/*[not(self::ed:block)]" group-ending-with="ed:item | ed:label | ed:row">
        <xsl:map-entry key="generate-id(current-group()[last()])" select="current-group()[position() lt last()]"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- All heads are the caption; what follows the rows stands behind the table. -->
  <xsl:template match="ed:table" mode="ed:html">
    <xsl:variable name="last" as="element(ed:row)?" select="ed:row[last()]"/>
    <xsl:variable name="before" as="element()*" select="ed:block[not($last) or . &lt;&lt; $last]"/>
    <table>
      <xsl:call-template name="ed:attributes"/>
      <xsl:if test="$before">
        <caption>
          <xsl:for-each select="$before">
            <xsl:if test="position() gt 1"><br/></xsl:if>
            <xsl:apply-templates mode="ed:html"/>
          </xsl:for-each>
        </caption>
      </xsl:if>
      <xsl:variable name="head" as="element(ed:row)*" select="ed:head-rows(.)"/>
      <xsl:if test="$head">
        <thead><xsl:apply-templates select="$head" mode="ed:html"/></thead>
      </xsl:if>
      <tbody><xsl:apply-templates select="ed:row except $head" mode="ed:html"/></tbody>
    </table>
    <xsl:apply-templates select="*[. &gt;&gt; $last]" mode="ed:html"/>
  </xsl:template>
  <!-- The rows of headings that a table begins with, unless it has no other, or a cell of theirs
       reaches down into the others. -->
  <xsl:function name="ed:head-rows" as="element(ed:row)*">
    <xsl:param name="table" as="element(ed:table)"/>
    <xsl:variable name="first" as="element(ed:row)?" select="$table/ed:row[not(@kind = 'label')][1]"/>
    <xsl:variable name="head" as="element(ed:row)*" select="$table/ed:row[. &lt;&lt; $first]"/>
    <xsl:sequence select="$head[every $cell in $head/ed:cell[@rows castable as xs:positiveInteger]
        satisfies xs:integer($cell/@rows) le count($cell/.. | $cell/../following-sibling::ed:row[. &lt;&lt; $first])]"/>
  </xsl:function>

  <xsl:template match="ed:row" mode="ed:html">
    <tr>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates select="ed:cell" mode="ed:html"/>
    </tr>
  </xsl:template>
  <!-- What stands between two rows goes into the first cell of the second. -->
  <xsl:template match="ed:cell" mode="ed:html">
    <xsl:element name="{if (@kind = 'label') then 'th' else 'td'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:if test="@kind = 'label'">
        <xsl:attribute name="scope" select="if (../@kind = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger]">
        <xsl:attribute name="rowspan" select="."/>
      </xsl:for-each>
      <xsl:if test="not(preceding-sibling::ed:cell)">
        <xsl:apply-templates mode="ed:html" select="ed:just-before(..), preceding-sibling::*"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
