"""Why a share link was not made, told in one breath.

ShareRefused
├── LinkFromElsewhere        SHR-403
└── TooManyLinks             SHR-429
"""

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class ShareRefused(Exception):
    """A link of somebody's own was not made; nothing was kept."""

    code: ClassVar[str] = ""
    sentence: ClassVar["_StrPromise"]

    @property
    def status(self) -> int:
        """The HTTP status that its answer has."""
        return int(self.code[-3:])


class LinkFromElsewhere(ShareRefused):
    code = "SHR-403"
    sentence = _(
        "This came from a page of another site, so no link was made. Press the button here if you "
        "want one."
    )


class TooManyLinks(ShareRefused):
    code = "SHR-429"
    sentence = _(
        "Very many links were made from your network just now. Wait an hour, then press again; "
        "until then, the links on the page itself work for everybody."
    )
