"""Draw the badge: a price tag with a campaign's figure, for sites that only take a picture.

The SVG carries its words as text. In the PNG, Pillow writes them straight from the web font of our
pages, which the rasteriser cannot read; both take their widths from that font.
"""

import hashlib
from dataclasses import dataclass
from html import escape
from io import BytesIO
from math import ceil
from typing import Literal

import resvg_py
from django.core.cache import cache
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image, ImageDraw

from campaigns.domain.display_font import display_font
from campaigns.domain.gifts import gift_label
from campaigns.domain.show_widget import Widget, widget_of
from media.edition import edition

Format = Literal["svg", "png"]

KEPT_S = 60
HEIGHT_PX = 56
PNG_SCALE = 2
_INK, _SUN, _PAPER = "#231A14", "#FFCB3D", "#FFF8EC"
_LEFT_PX, _RIGHT_PX = 34, 18
_LONGEST = 48
_FAMILY = "'Bricolage Grotesque','Arial Narrow',Arial,sans-serif"


@dataclass(frozen=True, slots=True)
class Badge:
    """A drawn badge and the name of exactly these bytes."""

    content: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size_px: int
    baseline_px: int

    @property
    def width_px(self) -> int:
        return ceil(display_font(self.size_px).getlength(self.text))


def badge_of(meter_key: str, language: str, form: Format) -> Badge | None:
    """Return the badge of a campaign, at most a minute old; None unless all may read it."""
    name = f"badge:{edition()}:{meter_key}:{language}:{form}"
    kept: Badge | None = cache.get(name)
    if kept is None:
        with override(language):
            widget = widget_of(meter_key)
            if widget is None:
                return None
            content = _draw(_lines(widget), form)
        kept = Badge(content, f'"{hashlib.sha256(content).hexdigest()[:20]}"')
        cache.set(name, kept, KEPT_S)
    return kept


def _lines(widget: Widget) -> tuple[_Line, _Line]:
    if widget.promise is None:
        number = number_format(widget.meter.counted, force_grouping=True)
        figure = _("%(number)s voices") % {"number": number}
    else:
        figure = gift_label(widget.promise.unlocked, widget.promise.pledge)
    invitation = _("on the counter. Your turn!") if widget.takes_acts else _("on the counter")
    return _Line(_shortened(figure), 23, 28), _Line(invitation, 14, 45)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _draw(lines: tuple[_Line, ...], form: Format) -> bytes:
    width_px = _LEFT_PX + max(line.width_px for line in lines) + _RIGHT_PX
    if form == "svg":
        return _svg(lines, width_px).encode()
    shape = resvg_py.svg_to_bytes(
        svg_string=_svg((), width_px), zoom=PNG_SCALE, skip_system_fonts=True
    )
    picture = Image.open(BytesIO(bytes(shape))).convert("RGBA")
    pen = ImageDraw.Draw(picture)
    for line in lines:
        place = (PNG_SCALE * _LEFT_PX, PNG_SCALE * line.baseline_px)
        pen.text(
            place, line.text, fill=_INK, font=display_font(PNG_SCALE * line.size_px), anchor="ls"
        )
    written = BytesIO()
    picture.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _svg(lines: tuple[_Line, ...], width_px: int) -> str:
    words = escape(" ".join(line.text for line in lines))
    right = width_px - 1
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{HEIGHT_PX}" '
        f'viewBox="0 0 {width_px} {HEIGHT_PX}" role="img" aria-label="{words}">'
        f'<path fill="{_SUN}" stroke="{_INK}" stroke-width="2" stroke-linejoin="round" '
        f'd="M1 17 15 1H{right}V{HEIGHT_PX - 1}H15L1 {HEIGHT_PX - 17}Z"/>'
        f'<circle cx="17" cy="28" r="5" fill="{_PAPER}" stroke="{_INK}" stroke-width="2"/>'
        f"{''.join(_text(line) for line in lines)}</svg>"
    )


def _text(line: _Line) -> str:
    # Whatever font stands in for ours, the words keep within the tag.
    return (
        f'<text x="{_LEFT_PX}" y="{line.baseline_px}" fill="{_INK}" font-family="{_FAMILY}" '
        f'font-size="{line.size_px}" font-weight="800" textLength="{line.width_px}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(line.text)}</text>'
    )
