"""Who writes the mails to followers: told from above.

The audience sends mails and sees that each leaves once; what stands in them is written by the room
whose news it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from audience.models import FollowerMail


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words, in the language of its reader."""

    subject: str
    text: str
    html: str


# Given a mail with its subscription, returns its letter; None when it is not wanted any more. The
# reader's language is active.
Writer = Callable[[FollowerMail], Letter | None]

_writers: dict[str, Writer] = {}


def register_writer(occasion: str, writer: Writer) -> None:
    """Let `writer` write the mails of this occasion."""
    _writers[occasion] = writer


def write_letter(mail: FollowerMail) -> Letter | None:
    """Return what `mail` says, or None when nobody writes for its occasion or it is not wanted."""
    writer = _writers.get(mail.occasion)
    return writer(mail) if writer else None
