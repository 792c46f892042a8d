<?xml version="1.0" encoding="UTF-8"?>
<!-- The images of a text, leaf by leaf: which picture, how large, where its zones are, which places of
     the text they show. One value that the site, its manifest and the facts read. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:on-facsimile" match="ed:facsimile//*[@id]" use="@id"/>
  <xsl:key name="ed:in-text" match="ed:text//*[@id]" use="@id"/>
  <xsl:key name="ed:shown-by" match="ed:text//*[@facs]" use="tokenize(@facs)"/>

  <!-- ed:leaf n="" at="ids of page breaks", with the picture as ed:picture gives it, and in it
       ed:zone to="id in the text" box="" points="". In the order of the facsimile, if it has all. -->
  <xsl:function name="ed:images" as="element(ed:leaf)*" visibility="public" cache="yes">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="named" as="element(ed:leaf)*" select="
        $document/ed:text//*[@facs][self::ed:break[@unit = 'page'] or not(starts-with(@facs, '#'))]
          ! ed:named-leaf(.)"/>
    <xsl:variable name="drawn" as="element(ed:leaf)*" select="
        $document/ed:facsimile/(ed:graphic | .//ed:surface[ed:graphic or @facs]) ! ed:drawn-leaf(.)"/>
    <xsl:variable name="rest" as="element(ed:leaf)*" select="$drawn[not(@key = $named/@key)]"/>
    <xsl:variable name="all" as="element(ed:leaf)*" select="
        if ($named[not(@key = $drawn/@key)]) then ed:in-order-of($document, ($named, $rest)) else ($drawn, $named)"/>
    <xsl:for-each-group select="$all" group-by="@key">
      <ed:leaf>
        <xsl:copy-of select="@* except (@n, @at), (current-group()[@at][1]/@n, current-group()/@n)[1]"/>
        <xsl:if test="current-group()/@at">
          <xsl:attribute name="at" select="distinct-values(current-group()/@at)"/>
        </xsl:if>
        <xsl:copy-of select="ed:zone"/>
      </ed:leaf>
    </xsl:for-each-group>
  </xsl:function>

  <!-- As their places follow one another in the text; those without a place come last. -->
  <xsl:function name="ed:in-order-of" as="element(ed:leaf)*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="leaves" as="element(ed:leaf)*"/>
    <xsl:variable name="ids" as="xs:string*" select="($leaves/@at ! key('ed:in-text', ., root($document)))/@id/string()"/>
    <xsl:sequence select="sort($leaves, (), function($leaf) {($leaf/@at ! index-of($ids, .), 1 + count($ids))[1]})"/>
  </xsl:function>

  <!-- The leaf that an element of the text is on. -->
  <xsl:function name="ed:named-leaf" as="element(ed:leaf)?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="leaf" as="element(ed:leaf)?"
        select="(tokenize($place/@facs) ! ed:leaf-of($place, .))[1]"/>
    <xsl:for-each select="$leaf">
      <xsl:copy>
        <xsl:copy-of select="@*, $place/self::ed:break/@n"/>
        <xsl:for-each select="($place/ancestor-or-self::*[@id][not(self::ed:document)][1]/@id, $place/following::*[@id][1]/@id)[1]">
          <xsl:attribute name="at" select="."/>
        </xsl:for-each>
        <xsl:copy-of select="node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- #surface, #zone, file.xml#surface; a file of ours with its size, by bars; a web address. -->
  <xsl:function name="ed:leaf-of" as="element(ed:leaf)?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="token" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($token, '\|')"/>
    <xsl:variable name="drawn" as="element()?" select="
        if (matches($token, '^([^:]*\.(xml|tei))?#')) then
          key('ed:on-facsimile', substring-after($token, '#'), root($place))[1]/
            (ancestor-or-self::ed:surface[ed:graphic or @facs][1], self::ed:graphic)[1]
        else ()"/>
    <xsl:choose>
      <xsl:when test="$drawn"><xsl:sequence select="ed:drawn-leaf($drawn)"/></xsl:when>
      <xsl:when test="count($parts) gt 1 or matches($token, '^https?://[^/]') and ed:address($token)">
        <ed:leaf key="{$parts[1]}">
          <xsl:sequence select="ed:picture($parts[1], $parts[3], $parts[4], $parts[5], $parts[6])"/>
        </ed:leaf>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- A surface with the best of its pictures, or a picture alone. -->
  <xsl:function name="ed:drawn-leaf" as="element(ed:leaf)?" visibility="public" cache="yes">
    <xsl:param name="drawn" as="element()"/>
    <xsl:variable name="pictures" as="element(ed:graphic)*" select="$drawn/descendant-or-self::ed:graphic[
        ancestor-or-self::*[self::ed:surface or self::ed:graphic[not(parent::ed:surface)]][1] is $drawn]
        [ed:picture-of(.)]"/>
    <xsl:variable name="best" as="element(ed:graphic)?" select="
        if (count($pictures) gt 1) then sort($pictures, (), ed:worse#1)[1] else $pictures"/>
    <!-- A surface may name its picture at once. -->
    <xsl:variable name="parts" as="xs:string*" select="$drawn[empty($best)]/@facs/tokenize(.)[1] ! tokenize(., '\|')"/>
    <xsl:if test="$best or count($parts) gt 1 or matches($parts[1], '^https?://[^/]')">
      <ed:leaf>
        <xsl:attribute name="key" select="($drawn/@id ! ('#' || .), 'leaf ' || count($drawn/preceding::*))[1]"/>
        <xsl:copy-of select="($drawn/@n,
            $drawn/@start[starts-with(., '#')] ! key('ed:in-text', substring(., 2), root($drawn))[1]/@n)[1]"/>
        <xsl:for-each select="($drawn/@start[starts-with(., '#')] ! substring(., 2),
            $drawn/@id ! key('ed:shown-by', '#' || ., root($drawn))/@id)[1]">
          <xsl:attribute name="at" select="."/>
        </xsl:for-each>
        <xsl:sequence select="if ($best) then ed:picture-of($best)
            else ed:picture($parts[1], $parts[3], $parts[4], $parts[5], $parts[6])"/>
        <xsl:sequence select="ed:attribute('box', ed:box($drawn))"/>
        <xsl:for-each select="$drawn/self::ed:surface//(ed:zone | ed:line)[@points or ed:box(.)]">
          <xsl:sequence select="ed:shown-zone(.)"/>
        </xsl:for-each>
      </ed:leaf>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:picture-of" as="attribute()*">
    <xsl:param name="graphic" as="element(ed:graphic)"/>
    <xsl:sequence select="ed:picture(($graphic/@src, $graphic/@url)[1],
        $graphic[@src]/@width, $graphic[@src]/@height, $graphic/@tiled, $graphic/@remote)"/>
  </xsl:function>
  <!-- Ours, then a service, then one that browsers show; thumbnails last. -->
  <xsl:function name="ed:worse" as="xs:integer">
    <xsl:param name="graphic" as="element(ed:graphic)"/>
    <xsl:variable name="picture" as="attribute()*" select="ed:picture-of($graphic)"/>
    <xsl:sequence select="
        (if (matches($graphic/@n || ' ' || $graphic/@url, 'thumb|_t\.', 'i')) then 10 else 0)
        + (if ($picture[name() = 'src']) then 0 else if ($picture[name() = 'iiif']) then 1
           else if (matches($graphic/@url, '\.tiff?$', 'i')) then 5 else 2)"/>
  </xsl:function>

  <!-- Where a picture is: src, width, height, tiled; url; iiif, its service; manifest. -->
  <xsl:variable name="ed:one-image" as="xs:string" select="
      '^(https?://.+)/(full|square|(pct:)?[\d.]+(,[\d.]+){3})/(full|max|\^?!?(pct:)?[\d.,]+)/!?[\d.]+/\w+\.\w+$'"/>
  <xsl:function name="ed:picture" as="attribute()*">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="width" as="xs:string?"/>
    <xsl:param name="height" as="xs:string?"/>
    <xsl:param name="tiled" as="xs:string?"/>
    <xsl:param name="remote" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="starts-with($address, 'media/')">
        <xsl:attribute name="src" select="$address"/>
        <xsl:sequence select="ed:attribute('width', $width), ed:attribute('height', $height),
            ed:attribute('tiled', $tiled)"/>
      </xsl:when>
      <xsl:when test="matches($address, '^https?://[^/\s]+\S*$') and ed:address($address)">
        <xsl:sequence select="ed:remote($address), ed:attribute('remote', $remote)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:attribute" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value"><xsl:attribute name="{$name}" select="$value"/></xsl:if>
  </xsl:function>
  <xsl:function name="ed:remote" as="attribute()+">
    <xsl:param name="address" as="xs:string"/>
    <xsl:attribute name="url" select="$address"/>
    <xsl:choose>
      <xsl:when test="ends-with($address, '/info.json')">
        <xsl:attribute name="iiif" select="substring-before($address, '/info.json')"/>
      </xsl:when>
      <xsl:when test="matches($address, $ed:one-image)">
        <xsl:attribute name="iiif" select="replace($address, $ed:one-image, '$1')"/>
      </xsl:when>
      <xsl:when test="contains($address, '/canvas/')">
        <xsl:attribute name="manifest" select="replace($address, '/canvas/.*$', '/manifest')"/>
      </xsl:when>
      <xsl:when test="matches($address, 'manifest(\.json)?$')">
        <xsl:attribute name="manifest" select="$address"/>
      </xsl:when>
      <!-- A service by its base: browsers show no picture of that name. -->
      <xsl:when test="matches($address, '^https?://(iiif\.|[^?#]*/iiif/)', 'i')
          and not(matches($address, '[?#]|\.(jpe?g|png|gif|webp|svg|json|html?|xml|pdf)$', 'i'))">
        <xsl:attribute name="iiif" select="replace($address, '/$', '')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- left top right bottom, in the measure of the source. -->
  <xsl:function name="ed:box" as="xs:string?">
    <xsl:param name="drawn" as="element()"/>
    <xsl:variable name="sides" as="xs:double*"
        select="$drawn/(@ulx, @uly, @lrx, @lry)[. castable as xs:double] ! number(.)"/>
    <xsl:if test="count($sides) = 4 and $sides[3] gt $sides[1] and $sides[4] gt $sides[2]">
      <xsl:sequence select="string-join($sides, ' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- The id of a place that an image shows; a line that has none is called after its zone. -->
  <xsl:function name="ed:place-id" as="xs:string?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="(string($place/@id)[.],
        $place/self::ed:break[starts-with(@facs, '#')] ! ed:own-id(., 'at-' || substring(@facs, 2)))[1]"/>
  </xsl:function>

  <!-- A zone, and the place of the text that is on it: what points at it, what it points at, itself. -->
  <xsl:function name="ed:shown-zone" as="element(ed:zone)?">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="text" as="node()" select="root($zone)"/>
    <xsl:variable name="to" as="xs:string?" select="(
        $zone/@id ! key('ed:shown-by', '#' || ., $text) ! ed:place-id(.),
        $zone/@start[starts-with(., '#')] ! substring(., 2),
        $zone/@id[key('ed:in-text', ., $text)])[1]"/>
    <xsl:if test="$to">
      <ed:zone to="{$to}">
        <xsl:copy-of select="$zone/@rotate"/>
        <xsl:choose>
          <xsl:when test="$zone/@points"><xsl:copy-of select="$zone/@points"/></xsl:when>
          <xsl:otherwise><xsl:attribute name="box" select="ed:box($zone)"/></xsl:otherwise>
        </xsl:choose>
      </ed:zone>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
