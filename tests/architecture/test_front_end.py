"""What the content policy and the design system ask of templates and style sheets."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.architecture.test_layers import LAYERS
from tests.conftest import REPOSITORY

TEMPLATES = [
    path
    for room in LAYERS
    for path in sorted((REPOSITORY / room / "templates").rglob("*.html"))
    # Programs that show mails load no style sheets; what counts must stand on the elements.
    if "mail" not in path.parts
]
STYLE_SHEETS = [
    path
    for room in LAYERS
    for path in sorted((REPOSITORY / room / "static").rglob("*.css"))
    if "vendor" not in path.parts and path.name != "tokens.css"
]
TAG = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)
MEDIA_QUERY = re.compile(r"@(media|container)[^{]*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(")
LENGTH = re.compile(r"(?<![\w.-])(?:[4-9]|[1-9]\d+|\d*\.\d+)px\b")


def name(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


class InlineFinder(HTMLParser):
    """Collects what the policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and not names.get("src")):
            self.found.append(f"<{tag}> in line {self.getpos()[0]}")
        self.found += [
            f"{attribute} in line {self.getpos()[0]}"
            for attribute in names
            if attribute == "style" or attribute.startswith("on")
        ]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_carry_no_inline_script_or_style(path):
    finder = InlineFinder()
    finder.feed(TAG.sub(lambda match: "…" + "\n" * match[0].count("\n"), path.read_text()))
    assert finder.found == []


def test_the_finder_finds():
    finder = InlineFinder()
    finder.feed('<p style="a" onclick="b"><script>c</script><style></style><script src="d">')
    assert len(finder.found) == 4


@pytest.mark.parametrize("path", STYLE_SHEETS, ids=name)
def test_style_sheets_take_colours_and_sizes_from_the_tokens(path):
    rules = MEDIA_QUERY.sub("", COMMENT.sub("", path.read_text()))
    assert [match[0] for pattern in (COLOUR, LENGTH) for match in pattern.finditer(rules)] == []
