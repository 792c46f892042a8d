<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything that the editors did in all texts, in one table; script adds filters by text, kind
     and certainty, without it the table is whole. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Of many texts, or of much, the table would be endless: the texts are listed, each with what was
       done in it. -->
  <xsl:variable name="ed:most-rows" as="xs:integer" select="700"/>
  <xsl:template name="ed:interventions-pages" as="element(html)+">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:choose>
      <xsl:when test="count(ed:facts) le $ed:most-cards and count(ed:facts/ed:intervention) le $ed:most-rows">
        <xsl:call-template name="ed:interventions-page"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ed:list-pages">
          <xsl:with-param name="list" select="map{
              'name': 'interventions', 'first': 'interventions.html', 'lang': $lang, 'filed': false(),
              'title': ed:label('interventions', $lang),
              'up': function($number as xs:integer) {if ($number eq 1) then '' else '../'},
              'lines': ed:facts[ed:intervention] ! map{'lang': string(@lang),
                'href': @id || (if (@compared) then '-comparison' else '') || '.html',
                'title': ed:name-of-text(.),
                'words': ed:so-many(count(ed:intervention), 'count-intervention', 'count-interventions', $lang)}}"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ed:interventions-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="all" as="element()*" select="ed:facts/ed:intervention"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:label('interventions', $lang)"/>
      <xsl:with-param name="page" select="'interventions.html'"/>
      <xsl:with-param name="kind" select="'wide'"/>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead">
          <h1>{ed:label('interventions', $lang)}</h1>
          <p class="byline">{string-join((ed:label('interventions-hint', $lang), ed:label('not-listed', $lang),
              ed:label('not-listed-where', $lang)), ' ')}</p>
        </header>
        <xsl:where-populated><ul class="plain">
          <xsl:for-each select="ed:facts[@compared]">
            <li>
              <xsl:text>{ed:name-of-text(.)}: </xsl:text>
              <a href="{@id}-comparison.html">{ed:label('comparison', $lang)}</a>
            </li>
          </xsl:for-each>
        </ul></xsl:where-populated>
        <xsl:if test="exists($all)">
          <xsl:call-template name="ed:filters"/>
          <xsl:call-template name="ed:interventions-table"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:filters" as="element(form)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <form class="filters" data-filters="interventions">
      <xsl:sequence select="
          ed:choice('text', ed:facts ! (string(@id), ed:name-of-text(.)), $lang),
          ed:choice('treatment', ed:choices(ed:facts/ed:intervention/@kind, 'did', $lang), $lang),
          ed:choice('cert', ed:choices(ed:facts/ed:intervention/@cert, 'cert', $lang), $lang)"/>
      <p role="status"><span data-count="">{count(ed:facts/ed:intervention)}</span> {
        ed:label('of', $lang)} {count(ed:facts/ed:intervention)}</p>
    </form>
  </xsl:template>

  <!-- Values and their words, in turn. -->
  <xsl:function name="ed:choices" as="xs:string*">
    <xsl:param name="values" as="attribute()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="sort(distinct-values($values)) ! (., ed:value-label($of, ., $lang))"/>
  </xsl:function>
  <xsl:function name="ed:choice" as="element(label)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="pairs" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <label>
      <xsl:text>{ed:label('filter-' || $name, $lang)} </xsl:text>
      <select name="{$name}">
        <option value="">{ed:label('all', $lang)}</option>
        <xsl:for-each select="(1 to count($pairs))[. mod 2 = 1]">
          <option value="{$pairs[current()]}">{$pairs[current() + 1]}</option>
        </xsl:for-each>
      </select>
    </label>
  </xsl:function>

  <xsl:template name="ed:interventions-table" as="element()">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <div class="scroll" tabindex="0" role="group" aria-label="{ed:label('interventions', $lang)}">
      <table id="interventions">
        <thead>
          <tr>
            <xsl:for-each select="'place', 'source-has', 'edition-has', 'treatment', 'authority'">
              <th scope="col">{ed:label('apparatus-' || ., $lang)}</th>
            </xsl:for-each>
          </tr>
        </thead>
        <xsl:for-each select="ed:facts[ed:intervention]">
          <tbody data-text="{@id}">
            <tr class="group"><th colspan="5" scope="rowgroup">{ed:name-of-text(.)}</th></tr>
            <xsl:apply-templates select="ed:intervention" mode="ed:row"/>
          </tbody>
        </xsl:for-each>
      </table>
    </div>
  </xsl:template>

  <xsl:mode name="ed:row" on-no-match="fail"/>
  <xsl:template match="ed:intervention" mode="ed:row" as="element(tr)">
    <xsl:variable name="lang" as="xs:string" select="../@lang"/>
    <tr id="{../@id}-{@key}" data-treatment="{@kind}" data-cert="{@cert}">
      <th scope="row"><a href="{ed:intervention-at(.)}">{@place}</a></th>
      <td>{ed:source-has}</td>
      <td>{ed:edition-has}</td>
      <td>{string-join((@treatment, ed:why[normalize-space()]), '. ')}</td>
      <td>
        <xsl:text>{string-join((@responsible, @cert ! ed:certainty(., $lang), ed:grounds(., $lang)), '; ')}</xsl:text>
        <xsl:apply-templates select="ed:source" mode="ed:row"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="ed:source" mode="ed:row" as="node()*">
    <xsl:text>; </xsl:text>
    <xsl:choose>
      <xsl:when test="@listed = 'true'"><a href="{../../@id}.html#{@id}">{.}</a></xsl:when>
      <xsl:otherwise>{.}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words themselves; where both texts leave them out, the block they stand in. -->
  <xsl:function name="ed:intervention-at" as="xs:string">
    <xsl:param name="done" as="element(ed:intervention)"/>
    <xsl:variable name="id" as="xs:string" select="$done/../@id"/>
    <xsl:sequence select="
        if ($done/@only = 'diplomatic') then ed:page-of($id, 'diplomatic') ||
          (if ($done/@kind ne 'supplied') then '#' || $done/(@id, @key)[1]
           else ('#' || $done/@in)[$done/@in ne $id])
        else ed:page-of($id, 'reading') || '#' || $done/(@id, @key)[1]"/>
  </xsl:function>
</xsl:stylesheet>
