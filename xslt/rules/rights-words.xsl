<?xml version="1.0" encoding="UTF-8"?>
<!-- The words by which it is told what a licence is of (rights.xsl), and the expressions that look for
     them. All are static: an expression of several hundred words takes longer to be read than a header
     to be searched with it, and so each is read once, with the stylesheet. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- The flag that has Saxon ask the expressions of Java, which takes a tenth of the time. What differs
       (\s, \w, a $ before the end of a line) is not in those that it is given. -->
  <xsl:variable name="ed:java" static="yes" as="xs:string" select="';j'"/>
  <xsl:variable name="ed:denials" static="yes" as="xs:string*" select="tokenize('
      not no non none nor never neither cannot without except excepting excluding unless whether formerly pending requested applied
      perhaps probably possibly maybe unclear unknown uncertain disputed
      nicht kein keine keinen keinem keiner keines keinerlei nie weder ohne außer ausgenommen ob beantragt
      vielleicht vermutlich unklar ungeklärt
      ne pas ni aucun aucune jamais sans sauf excepté hors demandée
      ningún ninguna ningun nunca sin salvo excepto
      né nessun nessuna senza tranne eccetto
      não nem nenhum nenhuma sem exceto
      niet geen noch nooit zonder behalve
      nie ani nigdy bez oprócz żaden
      не нет ни без кроме никогда
      לא אין אינו אינה אינם אינן בלי ללא מלבד
      لا ولا ليس ليست لم لن غير بدون دون إلا عدا')"/>
  <xsl:variable name="ed:of-notes" static="yes" as="xs:string*" select="tokenize('
      encoding encodings markup tagging notes footnotes endnotes annotation annotations commentary apparatus introduction metadata
      kodierung codierung auszeichnung anmerkungen kommentar kommentare apparat einleitung metadaten
      encodage balisage commentaire commentaires apparat métadonnées
      codificación marcado notas anotaciones comentarios aparato introducción metadatos
      codifica marcatura annotazioni commento apparato introduzione metadati
      codificação marcação anotações comentários introdução metadados
      codering annotaties noten aantekeningen commentaar inleiding
      kodowanie znaczniki przypisy komentarz wstęp metadane
      кодирование кодировка разметка примечания комментарии комментарий введение метаданные
      קידוד הקידוד הערות ההערות המבוא
      الترميز الحواشي التعليقات المقدمة'), 'mark up', 'le note'"/>
  <!-- And what else goes with a text and is none of it: sound, programs, faces. -->
  <xsl:variable name="ed:of-pictures" static="yes" as="xs:string*" select="tokenize('
      images? facsimiles? photographs? photos? pictures scans? digiti[sz]ations?
      (\p{L}*bilder|bilddateien) abbildungen digitalisate? fa[ck]similes? faksimiles? fotos? fotografien
      fac photographies? numérisations? imágenes fotografías? digitalización immagini fotografie digitalizzazioni
      imagens fotografias afbeeldingen foto’s obrazy zdjęcia ilustracje skany изображения фотографии сканы התמונות الصور
      recordings? audio video tonaufnahmen enregistrements grabaciones registrazioni gravações opnamen nagrania записи
      software fonts? typefaces? quellcodes? programmcode schriftart(en)? logiciels?
      lettertypen? oprogramowanie шрифты?')"/>
  <xsl:variable name="ed:of-editors" static="yes" as="xs:string*" select="$ed:of-notes, $ed:of-pictures"/>
  <!-- One of these words; in Hebrew and Arabic with an "and". -->
  <xsl:variable name="ed:any-of" static="yes" as="function(xs:string*) as xs:string" select="function($words) {
      '[וו]?(?:' || string-join($words ! replace(., '\(', '(?:'), '|') || ')'}"/>
  <xsl:variable name="ed:layer" static="yes" as="xs:string" select="$ed:any-of($ed:of-editors)"/>
  <xsl:variable name="ed:text" static="yes" as="xs:string" select="$ed:any-of(tokenize('
      \p{L}*(texte?s?|ausgabe|edition(en)?|brief(e|es|en)?|editie) texten editions? letters? transcriptions? transcripts? translations? works? poems? documents? contents? corpus
      materials? publications? resources? files? everything
      transkription(en)? übersetzung(en)? werke?s? gedichte?s?
      dokumente? inhalte? alles
      éditions? lettres? traductions? œuvres? oeuvres? contenus? ensemble
      textos? edición cartas? transcripci(ón|ones) traducci(ón|ones) obras? documentos? contenidos? todo
      test[oi] edizione letter[ae] trascrizion[ei] traduzion[ei] oper[ae] document[oi] contenut[oi]
      edição transcriç(ão|ões) traduç(ão|ões) conteúdos?
      tekst(en)? uitgave brieven transcripties? vertaling(en)? inhoud
      tekst(y|u|ów|em)? wydani[ea] edycj[ai] list(y|u|ów) transkrypcj[ai] przekład utw[oó]r\p{L}*
      текст\p{L}* издани\p{L}* письм\p{L}* транскрипци\p{L}* перевод\p{L}* произведени\p{L}*
      ה?טקסט(ים)? ה?מהדורה ה?מכתב(ים)? ה?תעתיק ה?תרגום ה?יצירה
      (ال)?نص (ال)?نصوص (ال)?طبعة (ال)?رسالة (ال)?رسائل (ال)?عمل'))"/>
  <xsl:variable name="ed:belongs" static="yes" as="xs:string" select="
      '(?:of|to|on|for|in|der|des|zu|zum|zur|von|im|für|du|de|des|au|aux|del|della|delle|dei|di|do|da|dos|das|van|bij|dla|к)'"/>
  <xsl:variable name="ed:apart" static="yes" as="xs:string" select="
      ' (copyright|copyrighted|protected|domain|reserved|geschützt|urheberrecht\p{L}*|gemeinfrei|domaine|protégée?s?|réservés|dominio|protegid[oa]s?|protett[oaie]|domínio|beschermd|domein|chronion\p{L}*|domen\p{L}*|охраня\p{L}*|защищ\p{L}*|достояни\p{L}*|מוגן|מוגנים|محمي|محمية) '"/>
  <!-- What anybody may use is in common, and needs no licence to be one. -->
  <xsl:variable name="ed:common" static="yes" as="xs:string" select="
      ' (domain|gemeinfrei|domaine|dominio|domínio|domein|domen\p{L}*|достояни\p{L}*) '"/>
  <xsl:variable name="ed:ended" static="yes" as="xs:string" select="
      '(' || replace($ed:apart, '^ \(', ' (:|is|are|was|were|ist|sind|steht|stehen|est|sont|è|sono|es|está|están|son|é|são|estão|zijn|valt|vallen|jest|są|доступ\\p{L}*|находи?тся|')
      || '([^,|]*? )??)(,|and|und|et|y|e|en|i|и) '"/>
  <xsl:variable name="ed:names-licence" static="yes" as="xs:string" select="
      ' (cc|creative|gpl|odbl|https?|\p{L}*(licen[cs]|lizenz|licenz|licenç|licencj|лиценз|רישיון|רשיון|رخص|ترخيص)\p{L}*) '"/>
  <xsl:variable name="ed:denied" static="yes" as="xs:string" select="
      ' (?:(not|no (está|están|es|longer|way)|never|nicht|kein|keine|keiner|ne|pas|non|não|niet|geen|nie|не|לא|אין|אינו|אינה|אינם|ليس|ليست|لا) (\p{L}+ )?(\p{L}+ )?(under|unter|sous|bajo|sotto|sob|onder|pod|под|תחת|تحت'
      || replace($ed:names-licence, '^ \(', '|')
      || '|(nicht|not|never|pas|ne|no|non|não|niet|nie|не) (yet |noch |encore |be |been |être |été |peut |pu )*(erteilt|vergeben|gewährt|granted|given|accordée?|concedida|concessa|verleend|udzielon\p{L}*|предоставлен\p{L}*) '
      || '|(aucune|keine(rlei)?|nessuna|ninguna|nenhuma|geen|żadnej|никакой) (licen|lizenz|licenz|licenç|licencj|лиценз)\p{L}* '
      || '|\p{L}*(licen[cs]|lizenz|licenz|licenç|licencj|лиценз)\p{L}* : (none|keine|aucune|nessuna|ninguna|nenhuma|geen|brak|нет) '
      || '|(requested|applied|beantragt|demandée|solicitada|richiesta|aangevraagd|запрошена) |no (valid |open )?(licen[cs]\p{L}*|cc|creative) |(whether|ob|perhaps|possibly|probably|vielleicht|vermutlich|formerly|pending) )'"/>
  <xsl:variable name="ed:only" static="yes" as="xs:string" select="
      '(only|solely|nur|lediglich|ausschließlich|seulement|uniquement|sólo|solo|solamente|soltanto|apenas|somente|alleen|tylko|только|רק|فقط) '"/>
  <xsl:variable name="ed:limits" static="yes" as="xs:string" select="
      ' (apply|applies|covers?|concerns?|gilt|gelten|betrifft|applique|couvre|concerne|aplica|cubre|applica|riguarda|abrange|geldt|betreft|dotyczy|относится|распространяется) |'
      || ' ' || $ed:only || '(\p{L}+ )?(\p{L}+ )?' || $ed:layer || ' | ' || $ed:only || '$'"/>
  <!-- What may take back that a text is licensed. -->
  <xsl:variable name="ed:doubt" static="yes" as="xs:string" select="
      ' (' || string-join(($ed:denials, $ed:of-editors), '|') || ') '"/>
  <xsl:variable name="ed:notes-named" static="yes" as="xs:string" select="
      ' ' || $ed:any-of($ed:of-notes) || ' '"/>
  <xsl:variable name="ed:pictures-named" static="yes" as="xs:string" select="
      ' ' || $ed:any-of($ed:of-pictures) || ' '"/>
  <xsl:variable name="ed:text-named" static="yes" as="xs:string" select="
      ' ' || $ed:text || ' '"/>
  <xsl:variable name="ed:layer-named" static="yes" as="xs:string" select="
      ' ' || $ed:layer || ' '"/>
  <!-- A layer among the first words; that of a text ("encoding of the text"), or that the text has. -->
  <xsl:variable name="ed:layer-first" static="yes" as="xs:string" select="
      '^ (\p{L}+ )?(\p{L}+ )?(\p{L}+ )?' || $ed:layer || ' '"/>
  <xsl:variable name="ed:layer-of-text" static="yes" as="xs:string" select="
      ' (' || $ed:layer || ') (?:' || $ed:belongs || ' (?:\p{L}+ )?(?:\p{L}+ )?)?'
      || substring-after($ed:text, '?') || ' '"/>
  <xsl:variable name="ed:text-layer" static="yes" as="xs:string" select="
      ' ' || $ed:text || ' (?:s )?(' || substring-after($ed:layer, '?') || ') '"/>
  <!-- A text, and layers, that are excepted. -->
  <xsl:variable name="ed:denial" static="yes" as="xs:string" select="
      ' ' || $ed:any-of(($ed:denials[. ne 'no'], 'excluding'))
      || ' (?:cover |include |concern |apply to |extend to )?(?:\p{L}+ )?'"/>
  <xsl:variable name="ed:text-denied" static="yes" as="xs:string" select="
      $ed:denial || $ed:text || ' '"/>
  <xsl:variable name="ed:layers-denied" static="yes" as="xs:string" select="
      $ed:denial || $ed:layer || '(?: (?:,|and|or|und|oder|et|y|e|en|i|и)(?: \p{L}+)? ' || $ed:layer || ')* '"/>
</xsl:stylesheet>
