<?xml version="1.0" encoding="UTF-8"?>
<!-- The Data page of the site: files, recipes, what the columns of the tables hold. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Recipes, and the format that each of them needs. -->
  <xsl:variable name="ed:recipes" as="map(xs:string, xs:string)" select="map{
      'voyant': 'text', 'antconc': 'text', 'txm': 'text', 'annotations': 'text',
      'spreadsheet': 'tables', 'python': 'tables', 'qgis': 'places', 'whg': 'places',
      'zotero': 'citations', 'latex': 'citations', 'reader': 'epub', 'xml': 'tei', 'dts': 'dts'}"/>

  <!-- In: ed:data with files and tables. Out: path -> page. -->
  <xsl:mode name="ed:data-page" visibility="public" on-no-match="fail"/>
  <xsl:template match="/" mode="ed:data-page" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:data" mode="ed:data-page"/>
    </xsl:variable>
    <xsl:sequence select="ed:bound($page)"/>
  </xsl:template>

  <xsl:template match="ed:data" mode="ed:data-page" as="element(html)">
    <xsl:variable name="main" as="element()+">
      <header class="masthead">
        <h1>{ed:label('data', ed:lang(.))}</h1>
        <p>{ed:label('data-intro', ed:lang(.))}</p>
        <p>{ed:label('data-rights', ed:lang(.))}</p>
      </header>
      <xsl:call-template name="ed:files"/>
      <xsl:call-template name="ed:recipes"/>
      <xsl:if test="ed:table"><xsl:call-template name="ed:dictionary"/></xsl:if>
    </xsl:variable>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:label('data', ed:lang(.))"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="page" select="'data/index.html'"/>
      <xsl:with-param name="head" select="()"/>
      <xsl:with-param name="kind" select="'data'"/>
      <xsl:with-param name="ed:up" select="'../'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:files" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <section aria-labelledby="files">
      <h2 id="files">{ed:label('data-files', ed:lang(.))}</h2>
      <xsl:for-each-group select="ed:file" group-adjacent="@format">
        <h3 id="{current-grouping-key()}">{ed:label('data-' || current-grouping-key(), ed:lang(.))}</h3>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="{current-grouping-key()}">
          <table>
            <thead>
              <tr>
                <xsl:for-each select="'file', 'purpose', 'size', 'sha256', 'licence'">
                  <th scope="col">{ed:label('data-' || ., $lang)}</th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody><xsl:sequence select="ed:file-rows(current-group())"/></tbody>
          </table>
        </div>
      </xsl:for-each-group>
      <p><a href="files.csv">files.csv</a>: {ed:label('data-as-table', ed:lang(.))}</p>
    </section>
  </xsl:template>

  <!-- A row a file; of more of one purpose than are on a page of a list, one row for all. -->
  <xsl:function name="ed:file-rows" as="element(tr)+">
    <xsl:param name="files" as="element(ed:file)+"/>
    <xsl:variable name="many" as="xs:string*">
      <xsl:for-each-group select="$files" group-by="@purpose">
        <xsl:sequence select="current-grouping-key()[count(current-group()) gt $ed:page-size]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:for-each-group select="$files" group-by="if (@purpose = $many) then @purpose else @path">
      <xsl:apply-templates select=".[not(@purpose = $many)]" mode="ed:data-page"/>
      <xsl:if test="@purpose = $many"><xsl:sequence select="ed:files-row(current-group())"/></xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- From the first to the last, how many, how large together; the table has each. A licence is named
       where all have that. -->
  <xsl:function name="ed:files-row" as="element(tr)">
    <xsl:param name="files" as="element(ed:file)+"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($files[1])"/>
    <tr>
      <th scope="row">
        <xsl:sequence select="ed:file-link($files[1])"/>
        <xsl:text> … </xsl:text>
        <xsl:sequence select="ed:file-link($files[last()])"/>
        <xsl:text> ({ed:number(count($files), '#,##0', $lang)})</xsl:text>
      </th>
      <td>{ed:label('for-' || $files[1]/@purpose, $lang)}</td>
      <td class="number">{ed:size(xs:integer(sum($files/@bytes)), $lang)}</td>
      <td><a href="files.csv">files.csv</a></td>
      <td><xsl:sequence select="ed:file-licence(distinct-values($files/@licence))"/></td>
    </tr>
  </xsl:function>

  <xsl:function name="ed:file-link" as="element(a)">
    <xsl:param name="file" as="element(ed:file)"/>
    <a href="../{$file/@path}">
      <xsl:for-each select="tail(tokenize($file/@path, '/'))">
        <xsl:if test="position() gt 1">/<wbr/></xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
    </a>
  </xsl:function>
  <xsl:function name="ed:file-licence" as="element(a)?">
    <xsl:param name="licences" as="xs:string*"/>
    <xsl:for-each select="$licences[count($licences) eq 1][starts-with(., 'http')]">
      <a href="{.}">{ed:licence-name(.)}</a>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="ed:file" mode="ed:data-page" as="element(tr)">
    <tr>
      <th scope="row"><xsl:sequence select="ed:file-link(.)"/></th>
      <td>{ed:label('for-' || @purpose, ed:lang(.))}</td>
      <td class="number">{ed:size(@bytes, ed:lang(.))}</td>
      <td><code title="{@sha256}">{substring(@sha256, 1, 12)}…</code></td>
      <td><xsl:sequence select="ed:file-licence(@licence)"/></td>
    </tr>
  </xsl:template>

  <xsl:function name="ed:size" as="xs:string">
    <xsl:param name="bytes" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($bytes ge 1048576) then ed:number($bytes div 1048576, '#,##0.0', $lang) || '&#xA0;MB'
        else ed:number(max((1, round($bytes div 1024))), '#,##0', $lang) || '&#xA0;KB'"/>
  </xsl:function>

  <!-- https://creativecommons.org/licenses/by/4.0/ is known as CC BY 4.0. -->

  <xsl:template name="ed:recipes" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="formats" as="xs:string*" select="ed:file/@format"/>
    <section aria-labelledby="recipes">
      <h2 id="recipes">{ed:label('data-recipes', ed:lang(.))}</h2>
      <dl>
        <xsl:for-each select="sort(map:keys($ed:recipes))[$ed:recipes(.) = $formats]">
          <dt>{ed:label('tool-' || ., $lang)}</dt>
          <dd>{ed:label('recipe-' || ., $lang)}</dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="ed:dictionary" as="element(section)">
    <section aria-labelledby="dictionary" lang="en">
      <h2 id="dictionary">{ed:label('data-dictionary', 'en')}</h2>
      <xsl:for-each select="ed:table">
        <h3 id="table-{@name}">{@title} <code>{@name}.csv</code></h3>
        <dl class="columns">
          <xsl:for-each select="ed:column">
            <dt><code>{@name}</code></dt>
            <dd>{.}<xsl:if test="@type ne 'string'"> ({@type})</xsl:if></dd>
          </xsl:for-each>
        </dl>
      </xsl:for-each>
    </section>
  </xsl:template>
</xsl:stylesheet>
