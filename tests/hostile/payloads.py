"""Texts that try to become something else than text. Each holds three letters or more; none ends in brackets.
None holds a pair of double quotation marks: words in them are quotations, and printed as such.
"""

MARK = "Q7"  # what the payloads would do where they run: window.Q7 = 1, or an element with this name

PAYLOADS = (
    "<script>window.Q7=1</script>",
    "<img src=x onerror=window.Q7=1>",
    "\"><img src=x onerror=window.Q7=1> and 'onfocus=window.Q7=1 autofocus='",
    "</title><script>window.Q7=1</script>",
    "</div></article></main><script>window.Q7=1</script>",
    "<!-- comment --> <?php x ?> <![CDATA[x]]> -->",
    "&lt;script&gt;window.Q7=1&lt;/script&gt; &#60;b&#62; AT&amp;T",
    "[click](javascript:window.Q7=1) now",
    "[click](https://example.org){: onclick=window.Q7=1 } ![x](x.png) now",
    "word {: #__config .Q7 onclick=window.Q7=1 }",
    "{: #__config } word",
    "# __config",
    "Heading\n===\n- item\n1. item\n> quote\n\n    code\n~~~\nfence",
    "!!! danger Q7\n    words",
    "??? note | cell | cell",
    "| --- | --- | and a | b",
    "`code` ``more`` **bold** *it* __b__ _i_ ***x***",
    "*[HTML]: Hyper Text and [ref]: https://example.org and [^1]: note",
    "[ref][ref] [^1] [TOC] now",
    "{{ 7 * 7 }} {% raw %} {# no #} ${7*7} now",
    "--- title: x --- ... %YAML 1.2",
    "--8<-- 'mkdocs.yml' ++ins++ ==mark== {++a++} :smile: (c) -- ... now",
    "https://example.org www.example.org mail@example.org <https://example.org> now",
    "\\<b\\> \\& \\[x\\](y) \\` now \\",
    "klzzwxh:0001 wzxhzdk:0 now",
    "O'Brien said: #5, 50% of *all* a_b_c & d < e > f; so ‘it’ is",
)

PLAIN = "Plain words here"
