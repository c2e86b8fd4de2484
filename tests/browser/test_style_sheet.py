"""The style sheet is published in a small form."""

from playwright.sync_api import Page

from generator.site.theme_files import ASSETS, assets, styles

RULES = """css => {
    const list = rules => [...rules].flatMap(rule => [
        (rule.selectorText || rule.conditionText || rule.name) + " " + (rule.style ? rule.style.length : ""),
        ...list(rule.cssRules || []),
    ]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return list(sheet.cssRules);
}"""


def test_the_small_style_sheet_has_the_same_rules(page: Page) -> None:
    css = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("bb-*.css")))
    assert page.evaluate(RULES, assets()[styles()[0]].decode()) == page.evaluate(RULES, css)
