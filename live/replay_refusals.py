"""What is refused about replays, each time with a sentence and a code.

Refused (media.refusals)
└── ReplayRefused
    ├── MayNotFinish            RPL-001
    ├── ReplayChanged           RPL-002
    ├── NothingLeft             RPL-003
    ├── ChapterOutside          RPL-004
    ├── AfterIncomplete         RPL-005
    ├── NothingRecorded         RPL-006
    ├── NoSuchPoint             RPL-007
    ├── RecordedHere            RPL-008
    ├── OneReplayOnly           RPL-009
    └── ReplayIsPublic          RPL-010
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class ReplayRefused(Refused):
    """Something about a replay was refused, and nothing was changed."""


class MayNotFinish(ReplayRefused):
    code = "RPL-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("Only those who may publish this programme’s page close its live.")


class ReplayChanged(ReplayRefused):
    code = "RPL-002"
    status = HTTPStatus.CONFLICT
    sentence = _("Somebody trimmed this replay meanwhile. Look at it again, then go on.")


class NothingLeft(ReplayRefused):
    code = "RPL-003"
    sentence = _("These cuts would leave nothing: the whole recording lasts %(length)s.")


class ChapterOutside(ReplayRefused):
    code = "RPL-004"
    sentence = _("%(time)s lies behind the end of the replay, %(end)s.")


class AfterIncomplete(ReplayRefused):
    code = "RPL-005"
    status = HTTPStatus.CONFLICT
    sentence = _("This live cannot be closed yet. Still to do: %(points)s.")


class NothingRecorded(ReplayRefused):
    code = "RPL-006"
    status = HTTPStatus.CONFLICT
    sentence = _("Nothing was recorded, so no replay can be published. Close it without one.")


class NoSuchPoint(ReplayRefused):
    code = "RPL-007"
    sentence = _("The checklist has no such point. Load the page again.")


class RecordedHere(ReplayRefused):
    code = "RPL-008"
    status = HTTPStatus.CONFLICT
    sentence = _("This live was recorded here: its own replay is shown, and no other.")


class OneReplayOnly(ReplayRefused):
    code = "RPL-009"
    sentence = _("Name an address or a film, not both: the page shows one replay.")


class ReplayIsPublic(ReplayRefused):
    code = "RPL-010"
    status = HTTPStatus.CONFLICT
    sentence = _("The replay is public. Take it off the site first, then name none.")
