<?xml version="1.0" encoding="UTF-8"?>
<!-- Which words of a page are English because the interface has none in the language of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A finished page, as it is where its language has every word. -->
  <xsl:function name="ed:told-apart" visibility="public" as="element(html)">
    <xsl:param name="page" as="element(html)"/>
    <xsl:variable name="lang" as="xs:string" select="string($page/@lang)"/>
    <xsl:variable name="english" as="map(xs:string, xs:boolean)" select="ed:only-english($lang)"/>
    <xsl:choose>
      <xsl:when test="map:size($english) gt 0">
        <xsl:apply-templates select="$page" mode="ed:told-apart">
          <xsl:with-param name="english" tunnel="yes" select="$english"/>
          <xsl:with-param name="speechless" tunnel="yes" select="empty($ed:labels/*/ed:labels[@xml:lang =
              ($lang, substring-before($lang || '-', '-'))])"/>
          <xsl:with-param name="mark" as="attribute()+" tunnel="yes">
            <xsl:attribute name="lang" select="'en'"/>
            <xsl:if test="ed:direction($lang) ne 'ltr'"><xsl:attribute name="dir" select="'ltr'"/></xsl:if>
          </xsl:with-param>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$page"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The labels that stand in English on pages of a language, asked for by every page. -->
  <xsl:function name="ed:only-english" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="lang" as="xs:string"/>
    <!-- Of a language that is marked as whole (render/job.py) no word is looked for. -->
    <xsl:variable name="all" as="element(ed:label)*" select="
        $ed:labels/*[empty(ed:labels[@xml:lang = ($lang, substring-before($lang || '-', '-'))]/@whole)]
          /ed:labels[@xml:lang = 'en']/ed:label"/>
    <xsl:sequence select="map:merge(
        $all[empty(ed:labelled(@key, $lang))] ! map{normalize-space(): true()}, map{'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- What holds words of ours and nothing else is told as a whole; where words of the edition are
       beside them, as in a sentence, they are put into an element. Those of the rules have no marks: what
       holds a label is told by its words, outside of the text; where there are no labels at all, so are
       counts, and gaps, whose words are never of the source. An attribute (aria-label, title) is in the
       language of its element, which is that of its content: its words stay untold, as those of title do,
       which has the title of the edition as well; the pages are written without its marks
       (formats/site/marked.py). -->
  <xsl:mode name="ed:told-apart" on-no-match="shallow-copy"/>
  <xsl:template match="div[tokenize(@class) = ('text', 'lead')] | section[tokenize(@class) = 'notes']//ol" mode="ed:told-apart">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="ed:told-apart">
        <xsl:with-param name="english" select="map{}" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>
  <xsl:variable name="ed:labelling" as="xs:string+" select="
      'h1', 'h2', 'h3', 'h4', 'th', 'dt', 'a', 'button', 'summary', 'label', 'caption', 'span', 'p'"/>
  <xsl:template match="*[not(*) or local-name() = $ed:labelling]" mode="ed:told-apart">
    <xsl:param name="english" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="speechless" as="xs:boolean" tunnel="yes"/>
    <xsl:param name="mark" as="attribute()+" tunnel="yes"/>
    <xsl:param name="told" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(ed:unmarked(.))"/>
    <xsl:variable name="is-english" as="xs:boolean" select="not(@lang or $told) and (
        ed:is-marked(.)
        or tokenize(@class) = ('gap', 'count')[$speechless and matches($words, '\p{L}')]
        or local-name() = $ed:labelling and map:contains($english, $words)
        or self::td[../@data-treatment][count(preceding-sibling::td) = 2] and $words
          and (every $one in tokenize($words, ', ') satisfies map:contains($english, $one))
        or tokenize(@class) = 'added' and map:contains($english, replace($words, '[.:;,]$', '')))"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="ed:told-apart"/>
      <xsl:sequence select="$mark[$is-english]"/>
      <xsl:apply-templates mode="ed:told-apart">
        <xsl:with-param name="told" select="$told or $is-english" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- Whether all words of an element are ours. -->
  <xsl:function name="ed:is-marked" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="contains($element, $ed:english[1]) and not(matches(
        replace($element, $ed:english[1] || '[^' || $ed:english[2] || ']*' || $ed:english[2], ''), '\p{L}'))"/>
  </xsl:function>
  <xsl:function name="ed:unmarked" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="translate($words, string-join($ed:english), '')"/>
  </xsl:function>

  <!-- Within title and the like there are no elements. -->
  <xsl:template match="text()[contains(., $ed:english[1])]" mode="ed:told-apart">
    <xsl:param name="mark" as="attribute()+" tunnel="yes"/>
    <xsl:param name="told" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$told or parent::*[local-name() = ('title', 'option', 'script', 'style', 'text')]">
        <xsl:value-of select="ed:unmarked(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:analyze-string select="." regex="{$ed:english[1]}([^{$ed:english[2]}]*){$ed:english[2]}">
          <xsl:matching-substring>
            <span><xsl:copy-of select="$mark"/>{ed:unmarked(.)}</span>
          </xsl:matching-substring>
          <xsl:non-matching-substring>{ed:unmarked(.)}</xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
