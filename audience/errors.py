"""Why a heartbeat is not taken, or a decision about acts not made, told in one breath.

PlayRefused
├── SpanNotANumber           PLY-400
├── PlayForged               PLY-403
├── PlayUnknown              PLY-404
├── PlayNotAPost             PLY-405
├── PlayExpired              PLY-410
├── BeatTooLong              PLY-413
├── SpanOutsideFilm          PLY-416
└── PlayNotWritten           PLY-503

ReviewRefused
├── MayNotReview             ACT-101
└── ReasonMissing            ACT-102

FollowRefused
├── WishFromElsewhere        FLW-403
└── TooManyAsked             FLW-429
OffsiteRefused
├── CodeRefused
│   ├── CodeEmpty            COD-001
│   ├── CodeMistyped         COD-002
│   ├── CodeUnknown          COD-003
│   ├── CodeUsed             COD-004
│   ├── CodeNotYetValid      COD-005
│   ├── CodeOver             COD-006
│   ├── CodeRevoked          COD-007
│   ├── CountNotOpen         COD-008
│   ├── TooManyTries         COD-009
│   └── CodeFormTooOld       COD-010
├── SaleRefused
│   ├── SaleUnsigned         SAL-001
│   ├── SaleForged           SAL-002
│   ├── SaleClockOff         SAL-003
│   ├── SaleKeyRevoked       SAL-004
│   ├── SaleUnreadable       SAL-005
│   ├── SaleTooLarge         SAL-006
│   ├── SaleDiffers          SAL-007
│   ├── SaleUnknownMeter     SAL-008
│   ├── SaleTooLong          SAL-009
│   ├── SaleNotWritten       SAL-010
│   └── SaleNotAPost         SAL-011
├── MayNotNamePartners       SAL-101
├── KeyAlreadyRevoked        SAL-102
├── MayNotMakeCodes          COD-101
├── CodesAlreadyMade         COD-102
├── CodesAlreadyRevoked      COD-103
└── RevocationUnexplained    COD-104
"""

from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class PlayRefused(Exception):
    """A play was not started, or a heartbeat of one not taken; nothing was counted or lost."""

    code: ClassVar[str] = ""
    sentence: ClassVar["_StrPromise"]

    @property
    def status(self) -> int:
        """The HTTP status that its answer has."""
        return int(self.code[-3:])


class SpanNotANumber(PlayRefused):
    code = "PLY-400"
    sentence = _("The seconds that were watched are not numbers. Reload the page to be counted.")


class PlayForged(PlayRefused):
    code = "PLY-403"
    sentence = _("This play was not started on this site. Reload the page to be counted.")


class PlayUnknown(PlayRefused):
    code = "PLY-404"
    sentence = _("This film is not counted here. You can watch it all the same.")


class PlayNotAPost(PlayRefused):
    code = "PLY-405"
    sentence = _("An address alone counts nothing: play the film on its page.")


class PlayExpired(PlayRefused):
    code = "PLY-410"
    sentence = _("This play began too long ago. Start the film again to be counted.")


class BeatTooLong(PlayRefused):
    code = "PLY-413"
    sentence = _("This is too long for a heartbeat. Reload the page to be counted.")


class SpanOutsideFilm(PlayRefused):
    code = "PLY-416"
    sentence = _("The film does not have these seconds. Reload the page to be counted.")


class PlayNotWritten(PlayRefused):
    code = "PLY-503"
    sentence = _("Not counted yet: the player tries again in a moment.")


class ReviewRefused(Exception):
    """The team's decision about waiting acts was not made; they go on waiting."""

    code: ClassVar[str] = ""
    sentence: ClassVar["_StrPromise"]


class MayNotReview(ReviewRefused):
    code = "ACT-101"
    sentence = _("You may look at these acts, but not decide about them. Ask an administrator.")


class ReasonMissing(ReviewRefused):
    code = "ACT-102"
    sentence = _("Say in a few words why: whoever reads the history must understand it.")


class FollowRefused(Exception):
    """A wish to follow something was not taken; nothing was kept or sent."""

    code: ClassVar[str] = ""
    sentence: ClassVar["_StrPromise"]

    @property
    def status(self) -> int:
        """The HTTP status that its answer has."""
        return int(self.code[-3:])


class WishFromElsewhere(FollowRefused):
    code = "FLW-403"
    sentence = _(
        "This wish came from a page of another site, so nothing was sent. Press again if you want "
        "to follow."
    )


class TooManyAsked(FollowRefused):
    code = "FLW-429"
    sentence = _(
        "Very many people of your network asked for mails today, so no more is sent. Nothing you "
        "typed is lost: press again tomorrow, or follow by RSS now."
    )


class OffsiteRefused(Exception):
    """Something about acts elsewhere was not done; nothing was changed.

    The values given to the constructor fill the sentence; instants are written as people say them.
    """

    code: ClassVar[str] = ""
    status: ClassVar[HTTPStatus] = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence: ClassVar["_StrPromise"]

    def __init__(self, **values: object) -> None:
        super().__init__(self.code)
        self.values = values

    def __str__(self) -> str:
        return str(self.sentence) % {name: _said(value) for name, value in self.values.items()}


def _said(value: object) -> object:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return value


class CodeRefused(OffsiteRefused):
    """A code was not redeemed. It is worth what it was worth before."""


class CodeEmpty(CodeRefused):
    code = "COD-001"
    sentence = _("Type the code that stands on your product.")


class CodeMistyped(CodeRefused):
    code = "COD-002"
    sentence = _(
        "This cannot be a code: it has twelve letters and figures, and at least one of them is not "
        "right here. Compare each with what is printed."
    )


class CodeUnknown(CodeRefused):
    code = "COD-003"
    sentence = _(
        "We do not know this code. Compare each letter and figure with what is printed. If all are "
        "right, write to us: we will find out."
    )


class CodeUsed(CodeRefused):
    code = "COD-004"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This code was already used: %(when)s. It counted then, and counts once only. If it was "
        "not you, write to us with the product in hand."
    )


class CodeNotYetValid(CodeRefused):
    code = "COD-005"
    sentence = _("This code is not valid yet. Keep it, and come back from: %(when)s.")


class CodeOver(CodeRefused):
    code = "COD-006"
    status = HTTPStatus.GONE
    sentence = _("This code could be used until: %(when)s. It does not count any more.")


class CodeRevoked(CodeRefused):
    code = "COD-007"
    status = HTTPStatus.GONE
    sentence = _("These codes were called back and do not count any more. You did nothing wrong.")


class CountNotOpen(CodeRefused):
    code = "COD-008"
    sentence = _("This campaign does not count at the moment. Keep your code: it was not used up.")


class TooManyTries(CodeRefused):
    code = "COD-009"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Many unknown codes came from your network just now. Wait ten minutes, then try again: "
        "your code was not used up."
    )


class CodeFormTooOld(CodeRefused):
    code = "COD-010"
    sentence = _("This page stood open for too long. Your code is still there: press once more.")


class SaleRefused(OffsiteRefused):
    """A partner's call was not taken; nothing was counted. Sentences are for its developers."""


class SaleUnsigned(SaleRefused):
    code = "SAL-001"
    status = HTTPStatus.UNAUTHORIZED
    sentence = _(
        "Send the headers Potager-Key, Potager-Timestamp and Potager-Signature. The documentation "
        "for developers shows how."
    )


class SaleForged(SaleRefused):
    code = "SAL-002"
    status = HTTPStatus.UNAUTHORIZED
    sentence = _(
        "The signature does not fit. Sign the timestamp, “POST”, the path and the body exactly as "
        "they are sent, with the secret of this key."
    )


class SaleClockOff(SaleRefused):
    code = "SAL-003"
    status = HTTPStatus.UNAUTHORIZED
    sentence = _(
        "The timestamp is more than five minutes away from our clock, which shows %(now_s)s. Set "
        "your clock, then sign and send again."
    )


class SaleKeyRevoked(SaleRefused):
    code = "SAL-004"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This key was revoked. Ask the team of this site for a new one.")


class SaleUnreadable(SaleRefused):
    code = "SAL-005"
    status = HTTPStatus.BAD_REQUEST
    sentence = _("This cannot be read as a sale: %(what)s. Correct it, then send again.")


class SaleTooLarge(SaleRefused):
    code = "SAL-006"
    sentence = _(
        "One sale of yours is worth from 1 to %(most)s acts here. If more were really sold at "
        "once, ask the team of this site to raise the limit."
    )


class SaleDiffers(SaleRefused):
    code = "SAL-007"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This sale was already reported, with other figures; it stands as it was: acts %(acts)s. "
        "Each sale needs a number of its own."
    )


class SaleUnknownMeter(SaleRefused):
    code = "SAL-008"
    status = HTTPStatus.NOT_FOUND
    sentence = _("This key is not for this campaign. Check the address of the call.")


class SaleTooLong(SaleRefused):
    code = "SAL-009"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    sentence = _("This is too long for a sale. Send one sale in each call.")


class SaleNotWritten(SaleRefused):
    code = "SAL-010"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    sentence = _("Not counted yet: send the same sale again in a moment, it counts once.")


class SaleNotAPost(SaleRefused):
    code = "SAL-011"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    sentence = _("Sales are reported by POST.")


class MayNotNamePartners(OffsiteRefused):
    code = "SAL-101"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may look at partners, but not give or revoke keys. Ask an administrator.")


class KeyAlreadyRevoked(OffsiteRefused):
    code = "SAL-102"
    status = HTTPStatus.CONFLICT
    sentence = _("This key is revoked already. A colleague was faster.")


class MayNotMakeCodes(OffsiteRefused):
    code = "COD-101"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may look at these codes, but not make or revoke any. Ask an administrator.")


class CodesAlreadyMade(OffsiteRefused):
    code = "COD-102"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "The codes of this batch were made already, or it was revoked. They can be downloaded once "
        "only. If the file is lost, revoke this batch and make another."
    )


class CodesAlreadyRevoked(OffsiteRefused):
    code = "COD-103"
    status = HTTPStatus.CONFLICT
    sentence = _("This batch is revoked already. A colleague was faster.")


class RevocationUnexplained(OffsiteRefused):
    code = "COD-104"
    sentence = _("Say in a few words why: whoever reads the history must understand it.")
