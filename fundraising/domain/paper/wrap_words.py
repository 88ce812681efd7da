"""Break words into lines."""

from collections.abc import Callable


def wrap_words(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the lines of `text`, none wider than `width`; a word that is wider is cut.

    Lines end where they did in `text`, else at spaces; each but the last keeps a space at its end,
    so that whoever reads on hears two words. `measure` says of words what their letters add up to.
    """
    lines: list[str] = []
    for paragraph in text.replace("\n", " \n").split("\n"):
        line, filled = "", 0.0
        for word in _pieces(paragraph):
            for piece in _cut(word, width, measure):
                wide = measure(piece.rstrip(" "))
                if line and filled + wide > width:
                    lines.append(line)
                    line, filled = "", 0.0
                line, filled = line + piece, filled + measure(piece)
        lines.append(line)
    return lines


def _pieces(paragraph: str) -> list[str]:
    """Return the words, each with the space after it."""
    words = paragraph.split(" ")
    return [f"{word} " for word in words[:-1]] + words[-1:]


def _cut(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    if measure(word.rstrip(" ")) <= width:
        return [word]
    parts, part, filled = [], "", 0.0
    for letter in word:
        wide = measure(letter)
        if part and filled + wide > width and letter != " ":
            parts.append(part)
            part, filled = "", 0.0
        part, filled = part + letter, filled + wide
    return [*parts, part]
