"""Texts that try to become more than text: markup, scripts, templates, formulas, and difficult characters.

A text that runs sets window.Q7 to 1, or adds an element with the name Q7. Every text has three letters or more, and
none ends in brackets. None has a pair of quotation marks, because pages print words between them as a quotation, nor an opening mark
alone: a double mark stands after a number, as in inches.
"""

from collections.abc import Mapping

_HTML = (
    "<script>window.Q7=1</script>",
    "<ScRiPt\t>window.Q7=1</sCrIpT\t> now",
    "<scr<script>ipt>window.Q7=1</scr</script>ipt>",
    "<img src=x onerror=window.Q7=1>",
    "<img/src='x'onerror=window.Q7=1//> now",
    "<svg/onload=window.Q7=1> <svg><script>window.Q7=1</script></svg> now",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.Q7=1> now",
    "</title><script>window.Q7=1</script>",
    "</textarea></noscript></style></template><script>window.Q7=1</script>",
    "</div></article></main><script>window.Q7=1</script>",
    "</q></mark></span></td></tr></table></details><script>window.Q7=1</script>",
    "</script><script>window.Q7=1</script> in data",
    "]]></script><script>window.Q7=1//",
    "<!-- comment --> <?php x ?> <![CDATA[x]]> -->",
    "&#60script&#62window.Q7=1&#60/script&#62 and &#1&#8&#x13 now",
    "<!--><img src=x onerror=window.Q7=1>--> now",
    "&lt;script&gt;window.Q7=1&lt;/script&gt; &#60;b&#62; AT&amp;T",
    "&amp;lt;b&amp;gt; &copy &notit; &#x3c;img src=x onerror=window.Q7=1&#x3e; now",
    "<iframe srcdoc='<script>parent.Q7=1</script>'></iframe> now",
    "<base href=//other.example/> <meta http-equiv=refresh content=0;url=//other.example/> now",
    "<form action=//other.example><input name=x autofocus onfocus=window.Q7=1> now",
    "<object data=//other.example/x.swf></object><embed src=//other.example/x> now",
    "<link rel=stylesheet href=//other.example/x.css><style>@import '//other.example/x.css';</style> now",
    "<video><source onerror=window.Q7=1></video><audio src=x onerror=window.Q7=1></audio> now",
    "<details open ontoggle=window.Q7=1><summary>words</summary></details> now",
    "<p style='background:url(//other.example/x.png)'>words</p> now",
    "<b id=__config name=Q7>words</b><a name=__config></a> now",
    "<plaintext> now",
)

_ATTRIBUTES = (
    "x5\"><img src=x onerror=window.Q7=1> and 5'onfocus=window.Q7=1 autofocus='",
    "' onmouseover='window.Q7=1' x='",
    'x5" onmouseover=window.Q7=1 x',
    "` onmouseover=window.Q7=1 x`",
    "word {: #__config .Q7 onclick=window.Q7=1 }",
    "{: #__config } word",
    "{:onclick=window.Q7=1} word {:.Q7}",
    "# Heading {: onclick=window.Q7=1 #main } now",
    "words\n{: .Q7 onclick=window.Q7=1 } now",
    "{ #__config } and { .Q7 } now",
)

_LINKS = (
    "[click](javascript:window.Q7=1) now",
    "[click](https://example.org){: onclick=window.Q7=1 } ![x](x.png) now",
    "[click](JaVaScRiPt:window.Q7=1 (title)) now",
    "[click](&#106;avascript:window.Q7=1) [x](java\tscript:window.Q7=1) now",
    "[click](data:text/html,<script>window.Q7=1</script>) now",
    "[click](<javascript:window.Q7=1>) <javascript:window.Q7=1> now",
    "[click](vbscript:x) [x](//other.example) [y](\\\\other.example) now",
    "![picture](https://other.example/x.png) now",
    "[![picture](https://other.example/x.png)](javascript:window.Q7=1) now",
    "[ref]: javascript:window.Q7=1 (title)\n\n[ref] now",
    "[ref][ref] [^1] [TOC] now",
    "[click](../../../../etc/passwd) [x](?q=1) [y](#__config) now",
    "https://example.org www.example.org mail@example.org <https://example.org> now",
    "https://example.org/?a=1&b=<script>window.Q7=1</script> now",
    "javascript:window.Q7=1",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuUTc9MTwvc2NyaXB0Pg",
)

_MARKDOWN = (
    "# __config",
    "Heading\n===\n- item\n1. item\n> quote\n\n    code\n~~~\nfence",
    "!!! danger Q7\n    words",
    "??? note | cell | cell",
    "=== Tab one\n    words",
    "| --- | --- | and a | b",
    "a | b\n--- | ---\nc | d",
    "`code` ``more`` **bold** *it* __b__ _i_ ***x***",
    "```js\nwindow.Q7=1\n``` now",
    "*[HTML]: Hyper Text and [ref]: https://example.org and [^1]: note",
    "[^1]: a note\n    of two lines",
    "--8<-- mkdocs.yml ++ins++ ==mark== {++a++} :smile: (c) -- ... now",
    "--8<--\nmkdocs.yml\n--8<-- now",
    "Term\n:   what it means",
    "- [ ] to do\n- [x] done",
    "$$ \\href{javascript:window.Q7=1}{x} $$ \\(x\\) now",
    "::: generator.model\n::: now",
    "\\<b\\> \\& \\[x\\](y) \\` now \\",
    "klzzwxh:0001 wzxhzdk:0 now",
    "<div markdown=1>*words*</div> <span markdown=span>**x**</span> now",
    "* * *\nwords\n- - -",
    "O'Brien said: #5, 50% of *all* a_b_c & d < e > f; so it’s",
)

_TEMPLATES = (
    "{{ 7 * 7 }} {% raw %} {# no #} ${7*7} now",
    "{{ config.site_dir }} {{ self.__init__.__globals__ }} now",
    "{% endraw %}{{ 7 * 7 }}{% raw %} now",
    "{% include main.html %} {% extends x %} {% block content %} now",
    "#{7*7} <%= 7*7 %> ${{ github.token }} *{7*7} @(7*7) now",
    "%s %(name)s {0} {name!r} %n%n $HOME $(id) `id` now",
    "$1 $& $` $' \\1 \\g<0> now",
)

_FRONT_MATTER = (
    "--- title: x --- ... %YAML 1.2",
    "---\ntemplate: 404.html\n---\nwords",
    "words\n---\nhide: [toc]\n---",
    "title: other\nsearch:\n  exclude: true",
    "{title: x, head: {picture_of: y}} now",
    "!!python/object/apply:os.system [id] now",
    "*alias &anchor !tag <<: now",
    "x5'title': 5\"x # no comment: no",
)

_SPREADSHEETS = (
    "=1+1 words",
    "=HYPERLINK(A1; A2) words",
    "=cmd|' /C calc'!A0 words",
    "+1+1 words",
    "-1+1 words",
    "@SUM(A1:A9) words",
    "\t=1+1 words",
    'words, 5"words; words\twords',
    "words\n=1+1,words",
    "%0a=1+1 words",
)

_UNICODE = (
    "＜script＞window.Q7=1＜/script＞ now",
    "﹤img src=x onerror=window.Q7=1﹥ now",
    "Кіеv іѕ nоt Kiev: раураl",
    "عربي <b>and</b> עברית in one line now",
    "e\u0301 a\u030a\u0323 Z\u0351\u036b\u0343a\u0363\u0366l\u0300g\u0301o now",
    "ﬁne ﬀ Ⅷ ½ ㎏ ™ words",
    "İstanbul ıI ſ ẞ ß Σας ŉ now",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇦🇷🇺 words",
    "中文 《引用》 日本語 한국어 words",
    "soft\u00adhyphen and no\u00a0break now",
    "\U0001d4e6\U0001d4f8\U0001d4fb\U0001d4ed\U0001f600 words \U0010fffd",
    "a" * 300,
    "W" * 40 + "@" * 40 + " words",
    "one    two \t three      now",
)

KINDS: Mapping[str, tuple[str, ...]] = {
    "html": _HTML,
    "attributes": _ATTRIBUTES,
    "links": _LINKS,
    "markdown": _MARKDOWN,
    "templates": _TEMPLATES,
    "front-matter": _FRONT_MATTER,
    "spreadsheets": _SPREADSHEETS,
    "unicode": _UNICODE,
}
PAYLOADS = tuple(text for texts in KINDS.values() for text in texts)
