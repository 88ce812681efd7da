"""What is refused of a rundown, each time with a sentence and a code.

Refused (media.refusals)
└── RundownRefused
    ├── MayNotPlan              RDN-001
    ├── LengthUnreadable        RDN-002
    ├── FallbackToItself        RDN-003
    ├── SegmentTooEarly         RDN-004
    ├── NoSuchTemplate          RDN-005
    ├── ChangedMeanwhile        RDN-006
    ├── PremiereRefused
    │   ├── FilmNotReady        RDN-007
    │   ├── FilmTooLong         RDN-008
    │   ├── FilmAfterRun        RDN-009
    │   └── FilmFromElsewhere   RDN-017
    └── TableRefused
        ├── FileMissing         RDN-010
        ├── FileTooLarge        RDN-011
        ├── NotText             RDN-012
        ├── ColumnMissing       RDN-013
        ├── NoLines             RDN-014
        ├── TooManyLines        RDN-015
        └── LinesWrong          RDN-016
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class RundownRefused(Refused):
    """A rundown was not changed."""


class MayNotPlan(RundownRefused):
    code = "RDN-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not change this programme. Ask an administrator for the right to.")


class LengthUnreadable(RundownRefused):
    code = "RDN-002"
    sentence = _("This length cannot be read. Write minutes and seconds: 4:30, or 1:05:00.")


class FallbackToItself(RundownRefused):
    code = "RDN-003"
    sentence = _("A part cannot stand in for itself. Choose another one.")


class SegmentTooEarly(RundownRefused):
    code = "RDN-004"
    sentence = _("This hour is before the programme begins. Choose a later one, or none.")


class NoSuchTemplate(RundownRefused):
    code = "RDN-005"
    status = HTTPStatus.NOT_FOUND
    sentence = _("There is no such template. Choose one of the list.")


class ChangedMeanwhile(RundownRefused):
    code = "RDN-006"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "Somebody changed this programme meanwhile. Nothing was replaced: look at the rundown "
        "below, then try again."
    )


class PremiereRefused(RundownRefused):
    """A programme was not made a premiere."""


class FilmNotReady(PremiereRefused):
    code = "RDN-007"
    sentence = _(
        "The film of this episode is not ready: there is none, or it is still being encoded. "
        "Wait until it plays in the library, or choose another episode."
    )


class FilmTooLong(PremiereRefused):
    code = "RDN-008"
    sentence = _("This film is longer than twelve hours, which no programme may be.")


class FilmAfterRun(PremiereRefused):
    code = "RDN-009"
    sentence = _(
        "This programme has been live already, so it cannot become a premiere. Make another one."
    )


class FilmFromElsewhere(PremiereRefused):
    code = "RDN-017"
    sentence = _(
        "A premiere shows a film of this site, and this programme has an outside address too. "
        "Keep one of the two."
    )


class TableRefused(RundownRefused):
    """A table was not imported: nothing of it, not even its good lines."""


class FileMissing(TableRefused):
    code = "RDN-010"
    sentence = _("Choose the file of the rundown first.")


class FileTooLarge(TableRefused):
    code = "RDN-011"
    sentence = _("This file is larger than a rundown can be (1 MB). Choose another one.")


class NotText(TableRefused):
    code = "RDN-012"
    sentence = _("This is not a table in text form. Save it as CSV (UTF-8), then try again.")


class ColumnMissing(TableRefused):
    code = "RDN-013"
    sentence = _(
        "The first line must name the columns; “%(column)s” is missing. Export this rundown to "
        "see them all."
    )


class NoLines(TableRefused):
    code = "RDN-014"
    sentence = _("This table has no lines. The rundown stays as it is.")


class TooManyLines(TableRefused):
    code = "RDN-015"
    sentence = _("This table has more than %(most)d lines. Cut it, then try again.")


class LinesWrong(TableRefused):
    """Some lines could not be read: `lines` says which and why."""

    code = "RDN-016"
    sentence = _("Nothing was imported. Mend these lines, then try again.")
