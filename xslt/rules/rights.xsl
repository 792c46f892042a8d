<?xml version="1.0" encoding="UTF-8"?>
<!-- Rights, layer by layer: the licence of the text, the licence of encoding and notes alone, what is
     said of the rights where no licence is given. Nothing is offered that the header does not offer. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Where the rights in the text are unknown, or restricted without a licence beside it, what is
       licensed can only be the work of the editors. -->
  <xsl:function name="ed:rights" as="element(ed:field)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="stated" as="element(availability)*"
        select="$header/fileDesc/publicationStmt/availability"/>
    <xsl:variable name="is-open" as="xs:boolean" select="empty($stated[
        @status = 'unknown' or (@status = 'restricted' and not(licence))])"/>
    <xsl:for-each-group select="$stated" group-by="string(@status[. = ('unknown', 'restricted', 'free')])">
      <xsl:variable name="said" as="xs:string" select="string-join(current-group() ! ed:said-of-rights(.), ' ')"/>
      <xsl:if test="current-grouping-key() or $said">
        <ed:field name="rights">
          <xsl:if test="$said"><xsl:attribute name="said" select="$said"/></xsl:if>
          <xsl:value-of select="current-grouping-key()"/>
        </ed:field>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:for-each select="$stated//licence, $stated[not(.//licence)]/(p | ab)[ed:states-licence(.)]">
      <xsl:variable name="statement" as="element()" select="."/>
      <xsl:for-each select="(ed:licence-addresses(.), '')[. or position() eq 1]">
        <ed:field name="{
            if (contains(., '//rightsstatements.org/')) then 'rights-statement'
            else if ($is-open) then 'licence' else 'encoding-licence'}">
          <xsl:if test="."><xsl:attribute name="target" select="."/></xsl:if>
          <xsl:copy-of select="$statement/(@when, @notBefore, @notAfter)"/>
          <xsl:value-of select="($statement[not(.//ptr)] ! ed:said-by(.)[not(. = ('', current()))], ed:licence-name(.))[1]"/>
        </ed:field>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- What a header says in prose of the rights, but for prose that states a licence: its words, and
       the addresses that they link to. -->
  <xsl:function name="ed:said-of-rights" as="xs:string*">
    <xsl:param name="stated" as="element(availability)"/>
    <xsl:for-each select="$stated/(p | ab)[$stated//licence or not(ed:states-licence(.))]">
      <xsl:variable name="said" as="xs:string" select="ed:said-by(.)"/>
      <xsl:variable name="linked" as="xs:string*" select="distinct-values(
          .//(ref | ptr)/@target/ed:web-addresses(.))[not(contains($said, .))]"/>
      <xsl:sequence select="
          string-join(($said, string-join($linked, ', ')[.] ! ('(' || . || ')'))[.], ' ')[.]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Prose states a licence where it says that it does, or links to the only one that everybody
       knows of which its header speaks; and where nothing in it may take that back, or say it of
       encoding, notes or pictures alone. In doubt it is prose. -->
  <xsl:function name="ed:states-licence" as="xs:boolean">
    <xsl:param name="prose" as="element()"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values(
        $prose/ancestor::publicationStmt//availability//@target/ed:web-addresses(.)[ed:is-known-licence(.)])"/>
    <xsl:sequence select="not(ed:is-doubtful(string($prose)))
        and ($prose//ref/@type = ('license', 'licence')
        or count($known) eq 1 and $prose//@target/ed:web-addresses(.) = $known)"/>
  </xsl:function>

  <!-- Names of licences have a "non" that denies nothing. -->
  <xsl:function name="ed:is-doubtful" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="
        lower-case(normalize-unicode($words)) ! replace(., 'n[’&apos;&apos;]t', ' not ')
        ! replace(., '(^|\P{L})n[’&apos;&apos;]', ' ne ') ! string-join(tokenize(., '\P{L}+')[.], ' ')"/>
    <xsl:variable name="told" as="xs:string" select="
        replace($plain, '(^| )((non?|nicht|niet|não|pas d utilisation) [ck]om+er[cz]i\w*|no (copyright|deriv\w*))', ' ')"/>
    <xsl:sequence select="
        matches(' ' || $told || ' ', ' (' || string-join(($ed:denials, $ed:of-editors), '|') || ') ')"/>
  </xsl:function>
  <xsl:variable name="ed:denials" as="xs:string*" select="tokenize('
      not no non none nor never neither cannot without except excepting excluding unless whether formerly pending
      perhaps probably possibly maybe unclear unknown uncertain disputed
      nicht kein keine keinen keinem keiner keines nie weder ohne außer ausgenommen ob
      vielleicht vermutlich unklar ungeklärt
      ne pas ni aucun aucune jamais sans sauf excepté hors
      ningún ninguna ningun nunca sin salvo excepto
      né nessun nessuna senza tranne eccetto
      não nem nenhum nenhuma sem exceto
      niet geen noch nooit zonder behalve
      nie ani nigdy bez oprócz żaden
      не нет ни без кроме никогда
      לא אין אינו אינה אינם אינן בלי ללא מלבד
      لا ولا ليس ليست لم لن غير بدون دون إلا عدا')[.]"/>
  <xsl:variable name="ed:of-editors" as="xs:string*" select="tokenize('
      encoding encodings markup tagging notes footnotes endnotes annotation annotations commentary apparatus introduction metadata images
      image facsimile facsimiles photographs scans
      kodierung codierung auszeichnung anmerkungen kommentar kommentare apparat einleitung metadaten bilder abbildungen
      digitalisate faksimiles
      encodage balisage commentaire commentaires apparat métadonnées fac
      codificación marcado notas anotaciones comentarios aparato introducción metadatos imágenes
      codifica marcatura annotazioni commento apparato introduzione metadati immagini
      codificação marcação anotações comentários introdução metadados imagens
      codering annotaties noten aantekeningen commentaar inleiding afbeeldingen
      kodowanie znaczniki przypisy komentarz wstęp metadane obrazy ilustracje
      кодирование кодировка разметка примечания комментарии комментарий введение изображения метаданные
      קידוד הקידוד הערות ההערות המבוא התמונות
      الترميز الحواشي التعليقات المقدمة الصور')[.], 'mark up', 'le note'"/>
  <xsl:function name="ed:is-known-licence" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^https?://') and ed:licence-name($address) ne $address"/>
  </xsl:function>

  <!-- Where a licence, or a statement that names one, can be read: its @target, which may name
       several; else the address of a licence that its words link to, or the first that they do. -->
  <xsl:function name="ed:licence-addresses" as="xs:string*">
    <xsl:param name="licence" as="element()"/>
    <xsl:variable name="own" as="xs:string*"
        select="($licence/@target, string($licence)[not($licence/*)][matches(., '^\s*https?://\S+\s*$')])[1]
          ! ed:web-addresses(.)"/>
    <xsl:variable name="linked" as="xs:string*"
        select="$licence//(ref | ptr)/@target/ed:web-addresses(.)"/>
    <xsl:sequence select="
        if (exists($own)) then distinct-values($own)
        else ($linked[ed:is-known-licence(.)], $linked)[1]"/>
  </xsl:function>

  <!-- The addresses of the web that a pointer names; capitals tell nothing in scheme and host. -->
  <xsl:function name="ed:web-addresses" as="xs:string*">
    <xsl:param name="target" as="xs:string"/>
    <xsl:for-each select="tokenize($target)[matches(., '^https?://', 'i')]">
      <xsl:variable name="host" as="xs:string" select="replace(., '^([^:]+://[^/?#]*).*$', '$1')"/>
      <xsl:sequence select="lower-case($host) || substring(., string-length($host) + 1)"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
