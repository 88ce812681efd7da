"""Why a share link was not made, or not revoked, told in one breath.

ShareRefused
├── LinkFromElsewhere        SHR-403
├── TooManyLinks             SHR-429
└── RulingRefused
    ├── MayNotRuleLinks      SHR-101
    ├── LinkRulingUnexplained SHR-102
    ├── LinkRevokedAlready   SHR-103
    └── NotRevokedByTeam     SHR-104
"""

from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class ShareRefused(Exception):
    """Something about a share link was not done; nothing was changed."""

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


class RulingRefused(ShareRefused):
    """The team's decision about a link was not taken."""

    answers: ClassVar[HTTPStatus]

    @property
    def status(self) -> int:
        return int(self.answers)


class MayNotRuleLinks(RulingRefused):
    code = "SHR-101"
    answers = HTTPStatus.FORBIDDEN
    sentence = _(
        "You may look at these links, but not revoke any or give any back. Ask an administrator."
    )


class LinkRulingUnexplained(RulingRefused):
    code = "SHR-102"
    answers = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Say in a few words why: whoever reads the history must understand it.")


class LinkRevokedAlready(RulingRefused):
    code = "SHR-103"
    answers = HTTPStatus.CONFLICT
    sentence = _(
        "This link is revoked already: a colleague was faster, or its maker took it back. "
        "Nothing more is to be done."
    )


class NotRevokedByTeam(RulingRefused):
    code = "SHR-104"
    answers = HTTPStatus.CONFLICT
    sentence = _(
        "This link cannot be given back: it credits people as it is, or its maker took it back."
    )
