<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a text cut into several: each word of it is on one of them, with the notes that are
     called there; what leads to a place leads to the page that has it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:page-id" match="*[@id]" use="@id"/>

  <!-- The pages of a text: as they are, or parted; then the reading text as a whole. -->
  <xsl:template name="ed:parted" as="element(html)+">
    <xsl:param name="pages" as="element(html)+"/>
    <xsl:variable name="rooted" as="document-node()*" select="$pages ! ed:rooted(.)"/>
    <xsl:variable name="openings" as="element()*" select="ed:openings(.)
        [every $page in $rooted satisfies ed:cut-at(., $page)]"/>
    <xsl:variable name="about" as="element()*" select="$rooted[1]/html/body/main/section[@class = 'about'] ! ed:about-openings(.)"/>
    <xsl:variable name="parts" as="map(*)?">
      <xsl:if test="exists(($openings, $about))">
        <xsl:sequence select="map{'number': 0, 'document': ., 'lang': ed:lang(.),
            'openings': $openings, 'texts': count($openings) + 1,
            'names': ('', $openings ! ed:opening-name(.), 
              for $n in 1 to count($about) return string-join((ed:label('about', ed:lang(.)), $n[. gt 1]), ' '))}"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="views" as="map(*)*" select="$parts ! (for $page in $rooted return ed:view(., $page, $about))"/>
    <xsl:sequence select="if (exists($parts)) then ed:finished(map:put($parts, 'views', $views)) else $pages"/>
    <xsl:call-template name="ed:collation-pages">
      <xsl:with-param name="parts" select="$parts ! map:put(., 'views', $views)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ID.html, ID-part-2.html, ID-part-2-diplomatic.html -->
  <xsl:function name="ed:part-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="$id || (if ($number eq 1) then '' else '-part-' || $number)"/>
  </xsl:function>

  <!-- One form of the text: its page, what of the text each part has, at which part places are, which
       parts there are of it. What is about the text may be parts of its own, behind those of the text. -->
  <xsl:function name="ed:view" as="map(*)">
    <xsl:param name="whole" as="map(*)"/>
    <xsl:param name="page" as="document-node()"/>
    <xsl:param name="about" as="element()*"/>
    <xsl:variable name="own" as="element()*" select="$about[root() is $page]"/>
    <xsl:variable name="parts" as="element(ed:cut)+" select="
        ed:cuts(ed:flow($page), ed:all-cuts-at($whole?openings, $page)),
        $own[1] ! ed:cuts(.., array{tail($own)})"/>
    <xsl:variable name="placed" as="map(xs:string, xs:integer)" select="map:merge(
        for $n in 1 to count($parts) return $parts[$n]//@id ! map{string(.): $n})"/>
    <xsl:variable name="items" as="map(xs:string, xs:integer)" select="map:merge(
        for $item in ed:items($page), $n in ed:item-part($item, $placed)
        return $item/descendant-or-self::*/@id ! map{string(.): $n})"/>
    <xsl:sequence select="map{'page': $page, 'parts': array{$parts}, 'numbers': ed:numbers-of($page, $parts),
        'places': map:merge(($placed, $items,
          $page//(section[@class = 'about']//@id | h1/@id) ! map{string(.): 1})),
        'text': ed:view-name($page, $whole?document)}"/>
  </xsl:function>
  <xsl:function name="ed:view-name" as="xs:string">
    <xsl:param name="page" as="document-node()"/>
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="replace(substring-after($page/html/@data-page, $document/@id), '^-|\.html$', '')"/>
  </xsl:function>
  <!-- Where both texts are compared, the first part and those in which they differ. -->
  <xsl:function name="ed:numbers-of" as="xs:integer+">
    <xsl:param name="page" as="document-node()"/>
    <xsl:param name="parts" as="element(ed:cut)+"/>
    <xsl:sequence select="for $n in 1 to count($parts) return $n[$n eq 1 or ed:flow($page)/self::article
        or $parts[$n]//tr/td[1][string() ne string(following-sibling::td[1])]]"/>
  </xsl:function>

  <!-- A table of witnesses in the parts of the text: each row where its entry is. -->
  <xsl:function name="ed:collated-view" as="map(*)">
    <xsl:param name="whole" as="map(*)"/>
    <xsl:param name="page" as="document-node()"/>
    <xsl:variable name="rows" as="map(xs:string, xs:integer)" select="map:merge(
        $page//table[@class = 'collation']/tbody/tr ! map{generate-id(): ed:item-part(., $whole?views[1]?places)})"/>
    <xsl:sequence select="map{'page': $page, 'rows': $rows, 'places': map{}, 'text': 'collated',
        'numbers': sort(distinct-values((1, $rows?*)))}"/>
  </xsl:function>

  <!-- Where each opening is on a page; where that has none, where the next one is. -->
  <xsl:function name="ed:all-cuts-at" as="array(element()?)">
    <xsl:param name="openings" as="element()*"/>
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="fold-right($openings, [], function($opening, $done) {
        array:insert-before($done, 1, (ed:cut-at($opening, $page), if (array:size($done)) then $done(1) else ())[1])})"/>
  </xsl:function>
  <xsl:function name="ed:cuts" as="element(ed:cut)+">
    <xsl:param name="flow" as="element()"/>
    <xsl:param name="at" as="array(element()?)"/>
    <xsl:sequence select="for $n in 0 to array:size($at) return
        if ($n gt 0 and empty($at($n))) then ed:cut($flow, $flow/.., $flow/..)
        else ed:cut($flow, if ($n gt 0) then $at($n) else (), if ($n lt array:size($at)) then $at($n + 1) else ())"/>
  </xsl:function>

  <!-- What opens the pages of what is about a text, if that is too long to stand behind it. -->
  <xsl:function name="ed:about-openings" as="element()*">
    <xsl:param name="about" as="element(section)"/>
    <xsl:if test="ed:weight($about) gt $ed:most">
      <xsl:sequence select="fold-left(ed:about-stretches($about), map{'held': 0, 'openings': $about/*[1]},
          function($done, $next) {
            if ($done?held gt 0 and $done?held + $next?weight gt $ed:most and not($next?opening/self::dd))
            then map{'held': $next?weight, 'openings': ($done?openings, $next?opening)}
            else map{'held': $done?held + $next?weight, 'openings': $done?openings}})?openings"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:about-stretches" as="map(xs:string, item())*">
    <xsl:param name="whole" as="element()"/>
    <xsl:for-each select="$whole/*">
      <xsl:variable name="opening" as="element()" select="if (position() eq 1) then $whole else ."/>
      <xsl:variable name="inner" as="map(xs:string, item())*"
          select="if (ed:weight(.) gt $ed:most) then ed:about-stretches(.) else ()"/>
      <xsl:sequence select="
          if (exists($inner)) then (map:put($inner[1], 'opening', $opening), tail($inner))
          else map{'opening': $opening, 'weight': ed:weight(.)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What is cut: the text, or the table in which two of them stand. -->
  <xsl:function name="ed:flow" as="element()">
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="($page//article, $page//table[@class = 'comparison'])[1]"/>
  </xsl:function>
  <!-- The element of a page that an opening has become, or the first of what is in it. -->
  <xsl:function name="ed:cut-at" as="element()?">
    <xsl:param name="opening" as="element()"/>
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="(for $id in $opening/descendant-or-self::*/@id return
        key('ed:page-id', $id, $page)[ancestor::* intersect ed:flow($page)][1])[1]"/>
  </xsl:function>

  <!-- What stands from one element on, up to another, with what they are in. -->
  <xsl:function name="ed:cut" as="element(ed:cut)">
    <xsl:param name="flow" as="element()"/>
    <xsl:param name="from" as="element()?"/>
    <xsl:param name="to" as="element()?"/>
    <ed:cut xsl:inherit-namespaces="no">
      <xsl:apply-templates select="$flow/node()" mode="ed:cut">
        <xsl:with-param name="ed:from" as="element()?" tunnel="yes" select="$from"/>
        <xsl:with-param name="ed:to" as="element()?" tunnel="yes" select="$to"/>
        <xsl:with-param name="ed:spine" as="element()*" tunnel="yes" select="($from | $to)/ancestor::*"/>
      </xsl:apply-templates>
    </ed:cut>
  </xsl:function>
  <xsl:mode name="ed:cut" on-no-match="fail"/>
  <xsl:template match="thead" mode="ed:cut" priority="1"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="section[@role = 'doc-endnotes']" mode="ed:cut" priority="1"/>
  <xsl:template match="node()" mode="ed:cut">
    <xsl:param name="ed:from" as="element()?" tunnel="yes"/>
    <xsl:param name="ed:to" as="element()?" tunnel="yes"/>
    <xsl:param name="ed:spine" as="element()*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$ed:to and (. is $ed:to or . >> $ed:to)"/>
      <xsl:when test=". intersect $ed:spine">
        <xsl:copy>
          <!-- What goes on from the page before keeps its address there. -->
          <xsl:copy-of select="@* except @id[$ed:from/ancestor::* intersect current()]"/>
          <xsl:apply-templates mode="ed:cut"/>
        </xsl:copy>
      </xsl:when>
      <xsl:when test="not($ed:from and . &lt;&lt; $ed:from)"><xsl:copy-of select="."/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Notes and entries of the apparatus, each to the part that calls it. -->
  <xsl:function name="ed:has-items" as="xs:boolean">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="exists($section/self::section[@role = 'doc-endnotes' or tokenize(@class) = ('apparatus', 'entries')])"/>
  </xsl:function>
  <xsl:function name="ed:is-item" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="exists($item[@id][empty(ancestor::*/(self::li | self::tr))]/ancestor::section[ed:has-items(.)])"/>
  </xsl:function>
  <xsl:function name="ed:items" as="element()*">
    <xsl:param name="page" as="document-node()"/>
    <xsl:sequence select="$page//section[ed:has-items(.)]//(li | tr)[ed:is-item(.)]"/>
  </xsl:function>
  <xsl:function name="ed:item-part" as="xs:integer">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="placed" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="links" as="xs:string*" select="
        ($item//a[@role = 'doc-backlink'], $item//a) ! @href[contains(., '#')] ! substring-after(., '#')"/>
    <!-- A note in a note stands with it. -->
    <xsl:variable name="around" as="element()?" select="($item//a[@role = 'doc-backlink'][1] !
        key('ed:page-id', substring(@href, 2), root($item))/ancestor::li[@id])[1]"/>
    <xsl:sequence select="($links ! $placed(.), $around[not(. is $item)] ! ed:item-part(., $placed), 1)[1]"/>
  </xsl:function>
</xsl:stylesheet>
