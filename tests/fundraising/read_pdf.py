"""Read a PDF as others do: with the tools of poppler."""

import re
import subprocess


def words_of(pdf: bytes) -> str:
    """Return the words in the order in which they stand in the file, line breaks as spaces."""
    return " ".join(_told("pdftotext", pdf, "-raw", "-", "-").split())


def lines_of(pdf: bytes) -> list[str]:
    """Return the lines from top to bottom."""
    return _told("pdftotext", pdf, "-layout", "-", "-").splitlines()


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """Return what a screen reader walks along: elements, each with the text it holds.

    No-break spaces are spaces, as they are in `words_of`.
    """
    tree, found = _told("pdfinfo", pdf, "-struct-text", "-"), []
    for line in tree.splitlines():
        text = re.fullmatch(r'\s*"(.*)"', line)
        if text:
            found[-1] = (found[-1][0], text[1].replace("\u00a0", " "))
        elif line.strip():
            found.append((line.split()[0], ""))
    return found


def said_of(pdf: bytes) -> dict[str, str]:
    """Return what the file says of itself."""
    pairs = (line.partition(":") for line in _told("pdfinfo", pdf, "-").splitlines())
    return {name: value.strip() for name, _colon, value in pairs}


def fonts_of(pdf: bytes) -> list[tuple[str, str, str]]:
    """Return whether each font is embedded, is a subset, and says which letters it draws."""
    lines = _told("pdffonts", pdf, "-").splitlines()[2:]
    return [tuple(line.split()[-5:-2]) for line in lines]


def boxes_of(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return the place of each word: left, top, right, bottom."""
    page = _told("pdftotext", pdf, "-bbox", "-", "-")
    found = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', page)
    return [tuple(map(float, box)) for box in found]


def _told(tool: str, pdf: bytes, *options: str) -> str:
    run = subprocess.run([tool, *options], input=pdf, capture_output=True, check=True)
    assert run.stderr == b"", run.stderr
    # Of a title's emojis, pdftotext makes halves of letters.
    return run.stdout.decode(errors="replace")
