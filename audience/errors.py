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
"""

from typing import TYPE_CHECKING, ClassVar

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
