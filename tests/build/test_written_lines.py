"""Words in, words out: what Markdown drops from hand-written pages is found, and what it only shows in another way is not."""

import pytest
from lxml import html
from markdown import Markdown
from mkdocs.utils.meta import get_data

from generator.build.plugin.options import ALLOWED_EXTENSIONS
from generator.build.verify import lost_lines

_EXTENSIONS = sorted(ALLOWED_EXTENSIONS - {"fenced_code", "meta"})  # superfences has fenced_code
_EVERYTHING = """---
title: A page
date: 2031-03-03
hide: [toc]
---
# Head *ing* one {#own .cls}

[TOC]

Text with **bold**, _em_ and un*frig*gable, `code <b> x`, ``a ` b``, H<sub>2</sub>O &nbsp; &amp; AT&T \\* 5 \\_ x_y_z.
A [link](other.md "Its title") and [ref link][Guide One] and [guide one] and <https://e.org/a?b=c> and <me@x.org>.
![An alt *text*](a.png "title"){ width="300" .x }

[guide one]: https://example.org/x "Title words"

1. one
2. two [^note]
   - nested
10) ten

- [x] done
- [ ] not done

!!! note "A title"
    Inside note.

!!! warning
    Inside.

???+ tip "Open me"
    Deep **text**.

=== "Tab A"
    In A.

```python title="file.py" linenums="1" hl_lines="2"
def f(x): # <!-- hm -->
    return x & 1 <b>
```

~~~
plain ~ fence
~~~

    indented <code> & more

Term
:   Definition here.

| a | b |
|---|:-:|
| `x|y` | z \\| w |
| 1 | <br>2 |

<details markdown="1" open><summary>Sum up</summary>
<p class="x y" id='z'>HTML words</p></details>

<!-- a comment
on two lines -->

[^note]: The foot *note* text.

> quote line
> 1. in quote

Setext
======

Line break\\
next “quotes” — dash – it's 3 < 4 > 2. Ünïcode नमस्ते العربية.
http://plain.example.org/path_with_underscores

- 1. a list in a list
- > 2) in a quote

Term
:   1. a list in a definition

[^list]: 1. a list in a note

Write `&eacute;` for é. https://e.org/?a=1&eth=2 [Guide] [guide one] ΦΩΣ *ΦΩΣ* ΦΩΣ.

<ol reversed><li><a href="text.txt" download>Last</a></li></ol>
"""


def lost(markdown: str) -> list[tuple[int, str]]:
    """Build a page as MkDocs does, and return the lines that it has lost."""
    body = Markdown(extensions=_EXTENSIONS).convert(get_data(markdown)[0])
    return list(lost_lines(markdown, html.document_fromstring(f"<body><article>{body}</article></body>")))


def test_nothing_is_lost_from_a_page_with_everything_that_markdown_has() -> None:
    assert lost(_EVERYTHING) == []


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("Note: we will sign on Monday.\n\nMore.\n", 1),
        ("---\nNote: we will sign on Monday.\n---\nMore.\n", 2),
        ("---\ndraft: yes\n---\nMore.\n", 2),
        ("More.\n\n| a | b |\n|---|---|\n| c | d | lost words |\n", 5),
        ("We <b and not you> sign.\n", 1),
        ("[Monday]: signing\n\nMore.\n", 1),
        ("More[^1].\n\n[^1]: We sign.\n[^1]: We do not.\n", 3),
    ],
)
def test_a_line_that_markdown_drops_is_found(markdown: str, line: int) -> None:
    assert [number for number, _ in lost(markdown)] == [line]
