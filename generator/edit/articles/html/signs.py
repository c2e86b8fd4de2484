"""Certain signs that a line of a page is not its article: what the elements around it are called, and what it says.

Precision first: an ordinary sentence has none of them. Words are looked for only in short lines, and mostly as the whole line.
"""

import re

from lxml.html import HtmlElement

from generator.edit.articles.converted import Doubt
from generator.edit.articles.html.blocks import Block

# Whole names of classes, identifiers and roles, such as “related-articles” or “article__caption”, by what they hold.
_NAMES: tuple[tuple[Doubt, re.Pattern[str]], ...] = tuple(
    (doubt, re.compile(rf"(?:^|[\s_-])(?:{names})(?=$|[\s_-])", re.IGNORECASE))
    for doubt, names in (
        (
            Doubt.SUMMARY,
            r"ai-?summary|key-?(?:takeaways?|points)|takeaways|summary-?(?:box|list|bullets)|fig-summary|tl-?dr",
        ),
        (
            Doubt.COOKIES,
            (r"cookies?|cookie-?(?:banner|consent|notice|bar)|consent|gdpr|onetrust\S*|didomi\S*|usercentrics\S*|cmp|newsletter\S*"
            r"|subscribe|subscription|signup|sign-up|paywall|regwall|abo-?(?:box|teaser)|piano\S*|donate|donation|membership|adblock"),
        ),
        (
            Doubt.COMMENT,
            (r"comments?|commentlist|comment-?(?:list|body|content|text|section|thread|form|respond)|disqus\S*|kommentare?|commentaires?"
            r"|leserkommentare|respond|replies"),
        ),
        (
            Doubt.SHARING,
            (r"share|sharing|share-?(?:bar|buttons?|tools?|links?|box)|social|social-?(?:share|media|links|icons|bar)|sharedaddy|addthis\S*|shariff"
            r"|article-tools|toolbar|print-tools"),
        ),
        (
            Doubt.TEASER,
            (r"related|related-?(?:articles?|content|posts?|links?|stor(?:y|ies)|news|topics)|jp-relatedposts|read-?(?:more|next|also)|more-?(?:on|news|stories|from|links)"
            r"|recommend(?:ed|ations?)|teasers?|teaser-?\w+|promo|most-?(?:read|popular|viewed)|trending|outbrain\S*|taboola\S*|recirc\S*"
            r"|see-also|voir-aussi|lire-aussi|inline-?(?:article|teaser|promo)|rich-link|further-reading|up-?next|siehe-auch|mehr-zum-thema"),
        ),
        (
            Doubt.MENU,
            (r"nav|navbar|navigation|nav-?(?:menu|list|links)|menu|mega-?menu|submenu|breadcrumbs?|site-?(?:header|footer|nav)|page-?(?:header|footer)"
            r"|skip-?links?|pagination|pager|tags|tag-?(?:list|cloud|links)|post-tags|topics|categories|global-?(?:header|footer|nav)|masthead"
            r"|footer|catlinks|toc|table-of-contents|widget|widget-area"),
        ),
        (
            Doubt.CAPTION,
            (r"caption|caption-?text|wp-caption(?:-text)?|gallery-caption|image-?(?:caption|credit|source|description)|photo-?(?:caption|credit)"
            r"|img-?caption|media-?caption|figcaption|absatzbild|bild-?(?:unterschrift|text|quelle|info)|legende"),
        ),
        (
            Doubt.CREDIT,
            (r"by-?line|by-?lines|authors?|author-?(?:name|bio|info|box|card|meta|line)|bio|credits?|copyright"
            r"|date-?line|posted-on|published(?:-date)?|time-?stamp|publish-?date|agency|signature-auteur|autor|auteur|rights|read-?time|reading-?time"),
        ),
    )
)  # fmt: skip
# Elements with the date and the author, and sometimes with sentences of the article.
_DETAILS = re.compile(
    r"(?:^|[\s_-])(?:post|entry|article)-?(?:meta|info)(?=$|[\s_-])|(?:^|\s)(?:[\w-]+[_-])?date(?:-?time)?(?=$|\s)",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?(?:title|head|headline)|dek|deck|lead|lede|chapo|chapeau|untertitel|vorspann|entradilla|bajada)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:fn|footnote|endnote|_?ftn|cite_note|note)[-_]?\d+$", re.IGNORECASE)
_NOTES = re.compile(r"(?:^|\s)(?:footnotes?|endnotes?|references|reflist)(?=$|\s)", re.IGNORECASE)
_EMBEDDED = re.compile(r"embed|tweet|quote", re.IGNORECASE)  # posts that the article shows
_SIDEBAR = re.compile(r"(?:^|\s)sidebar(?:[-_]\w+)?(?=$|\s)", re.IGNORECASE)
_TAGS = {"figcaption": Doubt.CAPTION, "nav": Doubt.MENU, "menu": Doubt.MENU}
_ROLES = {
    "navigation": Doubt.MENU, "menu": Doubt.MENU, "menubar": Doubt.MENU, "search": Doubt.MENU, "banner": Doubt.MENU, "contentinfo": Doubt.MENU,
    "complementary": Doubt.TEASER, "dialog": Doubt.COOKIES, "alertdialog": Doubt.COOKIES, "toolbar": Doubt.SHARING,
}  # fmt: skip
_PROSE_LENGTH = 300  # letters: a line about an author or a date is shorter
_SHORT = 160
_LEAST_LINKS = 3  # of a menu in one line
_FEWEST_WORDS = 5  # of a headline
_SOME_LINKS, _MOST_LINKS, _NEARLY_ALL_LINKS = 0.4, 0.6, 0.9  # shares of the letters of a line

_READ_MORE = (
    r"read (?:more|also|next|this|the full (?:story|article))|also read|see also|more (?:on this|from|stories)|related(?: \w+)?"
    r"|recommended|don[’']t miss|up next|most (?:read|popular|viewed)|you (?:may|might) also like|what to read next|in case you missed it|further reading|go deeper"
    r"|lesen sie (?:auch|mehr|hier|dazu|jetzt)|mehr (?:zum thema|dazu|lesen|aus dem ressort)|auch interessant|siehe auch|weiterlesen|das könnte sie auch interessieren|meistgelesen"
    r"|lesetipp(?:s)?|zum thema|lire (?:aussi|également|plus|la suite)|[àa] lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)|les plus lus|à voir aussi"
    r"|lea también|lee también|leer más|te puede interesar|más información|noticias relacionadas|lo más leído|ver también|leia (?:também|mais)|veja também|leggi anche|per approfondire"
    r"|lees ook|meer over|læs også|läs också|les også|lue myös|czytaj (?:też|także|również|więcej)|zobacz też|čtěte také|olvasson tovább"
    r"|читайте (?:также|также на эту тему|ещё|еще)|смотрите также|см\. также|по теме|читать далее|читайте також|дивіться також|ayrıca bakınız|اقرأ (?:أيضا|أيضاً|المزيد)|قد يهمك(?: أيضا| أيضاً)?"
    r"|קראו (?:גם|עוד)|עוד בנושא|関連記事|あわせて読みたい|相关(?:阅读|新闻|报道)|延伸阅读|関連ニュース"
)
_TEASER_ALONE = re.compile(rf"\W*(?:{_READ_MORE})\W*", re.IGNORECASE)
_TEASER_START = re.compile(
    rf"\W*(?:{_READ_MORE}|related|watch|listen|video|podcast)\s*(?:[:：|»>→▶–-]|\.\.\.).*", re.IGNORECASE
)
_TEASER_LINK = re.compile(rf"\W*(?:{_READ_MORE})\b.+", re.IGNORECASE)
_BUTTONS = (
    r"share(?: (?:this|article|on \w+|via \w+|the story|this (?:article|story|page|post)))?|tweet|pin(?: it)?|e-?mail(?: this)?|print(?: this(?: page| article)?)?|copy link|link copied!?"
    r"|save(?: article| for later)?|gift(?: article)?|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|messenger|bluesky|threads|mastodon|flipboard|pocket|xing|viber|vk|weibo|line|tumblr"
    r"|bookmark|like|follow(?: us)?(?: on \w+)?|listen(?: to (?:this )?article)?|add us on google|comments?(?: \(?\d+\)?)?|\d+ comments?|teilen|merken|drucken|artikel (?:teilen|merken|drucken)|per e-mail versenden"
    r"|vorlesen|kommentare?|feedback|partager|imprimer|envoyer par e-?mail|offrir(?: l[’']article)?|ajouter à vos sélections|commenter|compartir|imprimir|guardar|compartilhar|condividi|stampa|поделиться|распечатать|مشاركة|طباعة|שתפו"
    r"|シェア(?:する)?|ツイート|分享|打印|收藏|and|und|et|y"
)
_SHARING_ALONE = re.compile(rf"\W*(?:(?:{_BUTTONS})\b\W*)+", re.IGNORECASE)
_SHARING_START = re.compile(
    r"(?:follow|reach|contact|e-?mail|write to)\b[^.?!]{0,80}(?:\bon (?:twitter|x|facebook|instagram|bluesky|linkedin)\b|@\w).{0,80}|(?:subscribe to|follow) .{1,60}\bon (?:youtube|whatsapp|telegram|facebook|twitter)\b.*|"
    r"(?:follow (?:us|@?\w+|bbc news) on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin)|share this (?:article|story|post|page)(?: on| via|:)|"
    r"folgen sie uns (?:auf|bei)|suivez-nous sur|síguenos en|artikel teilen|подписывайтесь на наш|підпи(?:суйтесь|шіться) на наш)\b.*",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:we|our (?:site|website|partners)|this (?:site|website)|wir|diese (?:webs(?:e)?ite|seite)|nous|ce site|este sitio|utilizamos|usamos|questo sito|мы|сайт)\b[^.]{0,120}\b(?:cookies?|куки|файлы cookie)\b.*"
    r"|(?:accept|reject|manage|allow|alle)\b[^.]{0,30}\b(?:cookies?|all|akzeptieren|ablehnen|preferences|choices)\W*"
    r"|(?:tout )?(?:accepter|refuser)(?: et fermer| tout| les cookies)?\W*|(?:alle )?(?:akzeptieren|ablehnen|zustimmen)\W*|cookie(?:s| policy| settings| notice|-einstellungen| preferences)\W*"
    r"|(?=.*\b(?:daten|data|cookies?|tracking|données|datos|dati)\b).*\b(?:unsere[nr]?|our|nos|nuestros|nostri) \d+ (?:partnern?|partners|vendors|partenaires|socios)\b.*"
    r"|.*\bpur-abo\b.*\b(?:monat|tracking|werbung)\b.*",
    re.IGNORECASE,
)
_SUBSCRIPTION = re.compile(
    r"(?:(?:subscribe|sign up|register|log in|sign in)\b[^.?!]{0,60}\b(?:newsletters?|continue reading|read (?:more|on|the full (?:article|story))|briefing|inbox|today|now|account|unlimited access|updates)\b.*"
    r"|(?:already|not) (?:a |an )?(?:subscriber|member|registered|subscribed)\b.{0,80}|(?:this (?:article|content|story) is|to (?:read|continue reading) (?:this|the)).{0,60}\b(?:subscribers?|subscribe|subscription|register|log in)\b.*"
    r"|(?:get|receive|enjoy|start your)\b[^.]{0,60}\b(?:newsletter|free trial|unlimited access|delivered to your inbox|in your inbox)\b.*|(?:our |daily |weekly |free |kostenloser |der )*newsletter(?:s|-anmeldung)?\W*"
    r"|jetzt (?:abonnieren|anmelden|registrieren|weiterlesen|testen|newsletter)\b.{0,80}|(?:dieser|diesen) artikel\b.{0,60}\b(?:abonnenten|abonnement|abo)\b.*|sie (?:haben|sind) (?:bereits|schon) (?:ein(?:en)? )?(?:abo|abonnent|konto|registriert)\b.*"
    r"|(?:melden sie sich|abonnieren sie)\b.{0,80}\bnewsletter\b.*|(?:weiterlesen mit|lesen sie weiter mit)\b.{0,40}"
    r"|(?:abonnez-vous|inscrivez-vous|s[’']abonner|déjà abonné|se connecter)\b.{0,100}|(?:cet article|la suite) est réservée?\b.*|(?:il vous reste|la lecture de ses articles est réservée)\b.*"
    r"|(?:suscríbete|suscríbase|regístrate|inicia sesión)\b.{0,100}|(?:abbonati|iscriviti)\b.{0,80}|(?:assine|inscreva-se)\b.{0,80}|vous avez envie de lire la suite\b.*|tu suscripción se está usando\b.*|¿quieres añadir otro usuario\b.*"
    r"|[^.?!]{3,40}\? (?:get|receive) (?:the|our|more|all)\b[^.,]{0,60}\bin(?:to)? your inbox\b.*|subscribe|sign up(?: here)?|sign in|log in|register|donate|abonnieren|anmelden|s[’']abonner|suscríbete)\W*",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-ÞŁŚŻČŠŽА-Я][\w’'.-]*|[A-Z]\.|de|la|van|von|der|den|al|el|bin|di|da|du|le|and|und|et|y|&)"
_BY = re.compile(
    rf"(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|Di|[Ww]ritten by|[Rr]eported by|Text:|Words:|Ein (?:Kommentar|Interview|Gastbeitrag) von)\s+{_NAME}(?:,?\s+{_NAME}){{0,12}}"
    r"(?:[,|•·/]? ?(?:in|à|en) [A-ZÀ-Þ]\w+)?|(?:Published|Updated|Last updated|Last modified|Posted|First published|Veröffentlicht|Aktualisiert|Stand|Publié|Mis à jour|Publicado|Actualizado|Опубликовано)\b[^.!?]{0,60}\d[^!?]{0,30})"
    r"[.,]?",
)
_CREDIT = re.compile(
    r"[(（]?(?:责任编辑|责编|编辑|记者|来源|文|图)[:：／/].{1,40}|\((?:责编|编辑)[^)]{1,40}\)|"
    r"(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены).{0,150}"
    r"|\(?(?:additional |with )?reporting (?:and writing )?by .{1,200}|\(?(?:editing|writing|compiled|edited) by [A-Z].{1,120}|.{3,80}\bcontributed (?:to this report|reporting)\W*.{0,60}"
    r"|(?:photo(?:graph)?s?|images?|picture|foto|fotos|bild|bilder|crédits?(?: photos?)?|credits?|quelle|sources?|illustration|video|fotografía|фото)\s*(?:[:/©|]|by\b|credit\b).{1,90}"
    r"|(?:our standards:)?.{0,4}the [a-z]+ ?[a-z]* trust principles\W*|\d{1,3}[ -]min(?:ute)?s?(?: read)?\W*|(?:printed|gedruckt|imprimé)(?: on| am| le)?:? [\d./-]{8,10}\b.{0,20}"
    r"|(?:press|media) contacts?\W*|pressekontakte?\W*|\d{1,2}[./]\d{1,2}[./]\d{4}(?:\W+\d{1,2}[:.]\d{2}\W{0,3}(?:uhr|ч)?)?|\d{4}-\d\d-\d\d(?: \d{1,2}:\d\d)?|contacts? presse\W*|(?:lesezeit|lesedauer|temps de lecture|reading time|tiempo de lectura)\b.{0,25}",
    re.IGNORECASE,
)
_COMMENT_HEAD = re.compile(
    r"(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios|responses?|replies|reply)(?: \(?\d+\)?)?|leave a (?:reply|comment)|join the (?:conversation|discussion)|add a comment|view comments|post a comment"
    r"|schreiben sie einen kommentar|laisser un commentaire|réagir|deja un comentario",
    re.IGNORECASE,
)
# Headings over what readers write. “Comments” alone may be a section of a report.
_COMMENTS_BELOW = re.compile(
    r"(?:\d+|all|readers?[’']?s?) (?:comments?|responses?)|comments? \(?\d+\)?|have your say|join the (?:conversation|discussion)"
    r"|(?:\d+|leser)-? ?kommentare?|kommentare? \(?\d+\)?|\d+ commentaires?|\d+ comentarios|комментарии(?: \(?\d+\)?| читателей)|коментарі(?: \(?\d+\)?| читачів)",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"advertisement\b.{0,30}|advertising|sponsored(?: content)?|ad|anzeige|werbung|publicité|publicidad|pubblicità|реклама|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}"
    r"|skip (?:to|past) .{1,60}|after newsletter promotion|back to top|updates to this page|nach oben|zum inhalt springen|aller au contenu|loading\W*|(?:play|watch) (?:video|now)|newsletter promotion|opens in new (?:window|tab)"
    r"|(?:über dieses thema berichtete|dieses thema im programm)\b.*|(?:filed under|tags|topics|schlagw[oö]rter?|mots-clés|etiquetas|теги)\b\W*",
    re.IGNORECASE,
)


def of_element(element: HtmlElement) -> Doubt | None:
    """Return what an element holds by its own name, role and class."""
    if element.tag in {"html", "body", "main", "article"}:
        return None
    if doubt := _TAGS.get(str(element.tag)) or _ROLES.get(element.get("role", "")):
        return doubt
    for value in (element.get("class"), element.get("id")):
        if value:
            # Long lists of utility classes say nothing about what an element holds.
            words = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", value[:200])
            for doubt, pattern in _NAMES:
                if pattern.search(words) and not (
                    doubt in {Doubt.SHARING, Doubt.MENU} and _EMBEDDED.search(words)
                ):
                    return doubt
            if _SIDEBAR.search(words):
                return Doubt.MENU
    if _NOTE.match(element.get("id", "")) or _NOTES.search(element.get("class", "")):
        return Doubt.FOOTNOTE
    prop = element.get("itemprop", "")
    if prop in {"author", "datePublished", "dateModified", "copyrightHolder"}:
        return Doubt.CREDIT
    return Doubt.CAPTION if prop == "caption" else None


def is_detail(element: HtmlElement) -> bool:
    """Return whether an element is named after the details of an article, such as its date."""
    return any(_DETAILS.search(element.get(name, "")[:200]) for name in ("class", "id"))


def is_standfirst(element: HtmlElement) -> bool:
    """Return whether an element is called the standfirst of an article: the sentence below its headline."""
    return any(_STANDFIRST.search(element.get(name, "")[:200]) for name in ("class", "id"))


def of_words(block: Block) -> Doubt | None:
    """Return what a line is by what it says; None for ordinary text."""
    text = block.text.removesuffix(", opens new tab")
    if len(text) > _PROSE_LENGTH:
        return None
    if (
        _TEASER_ALONE.fullmatch(text)
        or (_TEASER_START.fullmatch(text) and (block.link_share > _SOME_LINKS or len(text) < _SHORT))
        or (_TEASER_LINK.fullmatch(text) and block.link_share > _MOST_LINKS)
    ):
        return Doubt.TEASER
    for doubt, patterns in (
        (Doubt.SHARING, (_SHARING_ALONE, _SHARING_START)),
        (Doubt.COOKIES, (_COOKIES, _SUBSCRIPTION)),
        (Doubt.COMMENT, (_COMMENT_HEAD,)),
        (Doubt.CREDIT, (_BY, _CREDIT)),
        (Doubt.TEASER, (_ADVERT,)),
    ):
        if any(pattern.fullmatch(text) for pattern in patterns):
            return doubt
    return None


def is_head_of_comments(block: Block) -> bool:
    """Return whether a block is a heading over comments of readers."""
    return block.is_heading and _COMMENTS_BELOW.fullmatch(block.text.strip(" :.!?")) is not None


_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔։:;][\"'”’“‘»›)\]」』]*$")


def is_prose(block: Block) -> bool:
    """Return whether a block reads as running text: a sentence of some length, and not a link."""
    return (
        block.letters >= (12 if re.search("[\u3040-\u30ff\u3400-\u9fff]", block.text) else 40)
        and _SENTENCE_END.search(block.text) is not None
        and block.link_share < 0.5  # noqa: PLR2004  # a share
    )


def is_link_line(block: Block) -> bool:
    """Return whether a line is nothing but a link, and no sentence."""
    return block.link_share > _NEARLY_ALL_LINKS and _SENTENCE_END.search(block.text) is None


def is_menu_line(block: Block) -> bool:
    """Return whether a line is nothing but several links."""
    links = {
        link for element, _ in block.pieces for link in [element, *element.iterancestors()] if link.tag == "a"
    }
    return is_link_line(block) and len(links) >= _LEAST_LINKS


def is_teaser_link(block: Block) -> bool:
    """Return whether a line is the headline of another article: a link of several words and nothing else, and no heading."""
    return (
        is_link_line(block)
        and len(block.text.split()) >= _FEWEST_WORDS
        and block.element.tag in {"p", "div", "h3", "h4"}
    )  # words
