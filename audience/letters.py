"""Who writes the mails that wait in the outbox: told from above.

The audience sends mails and sees that each leaves once; what stands in them is written by the room
whose news it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from wagtail.models import Site

from audience.models import Mail


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words, in the language of its reader.

    `end_link` is where one press ends such mails for good (RFC 8058), where that can be.
    """

    subject: str
    text: str
    html: str
    end_link: str = ""


# Given a mail, returns its letter; None when it is not wanted any more. The
# reader's language is active.
Writer = Callable[[Mail], Letter | None]
# Returns the letter of an occasion with invented content, for the team to look at.
Sample = Callable[[], Letter]

# Mail programs drop what stands in a <style>: each element gets its own. Nothing is ever fetched.
_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False)

_writers: dict[str, Writer] = {}
_samples: dict[str, Sample] = {}
_subscribed: set[str] = set()


def register_writer(
    occasion: str, writer: Writer, sample: Sample | None = None, *, is_subscribed: bool = False
) -> None:
    """Let `writer` write the mails of this occasion; `sample` shows the team how they look.

    `is_subscribed`: they go on coming until somebody ends them, so each says where one press does.
    """
    _writers[occasion] = writer
    if sample is not None:
        _samples[occasion] = sample
    if is_subscribed:
        _subscribed.add(occasion)


def occasions() -> dict[str, bool]:
    """Return what mails are written for, and whether such mails are subscribed to."""
    return {occasion: occasion in _subscribed for occasion in _writers}


def sample_letters() -> dict[str, Letter]:
    """Return the sample of each occasion that has one, in the active language."""
    return {occasion: sample() for occasion, sample in _samples.items()}


def write_letter(mail: Mail) -> Letter | None:
    """Return what `mail` says, or None when nobody writes for its occasion or it is not wanted."""
    writer = _writers.get(mail.occasion)
    return writer(mail) if writer else None


def compose(subject: str, template: str, context: dict[str, Any]) -> Letter:
    """Return the letter that `template` (without .txt, .html) makes of `context`.

    An `end_link` in the context becomes the letter's.
    """
    context = {"site_name": _site_name(), **context}
    return Letter(
        subject=subject,
        text=render_to_string(f"{template}.txt", context),
        html=_INLINER.inline(render_to_string(f"{template}.html", context)),
        end_link=context.get("end_link", ""),
    )


def _site_name() -> str:
    """Return what readers know the site as: its own name, which stands on its pages."""
    named = Site.objects.filter(is_default_site=True).exclude(site_name="")
    return named.values_list("site_name", flat=True).first() or settings.WAGTAIL_SITE_NAME


def absolute(address: str) -> str:
    """Return `address` as it must stand in a mail; a page's own may name its host already."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{address}" if address.startswith("/") else address
