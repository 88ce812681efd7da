"""What is refused in the control room, each time with a sentence and a code.

Refused (media.refusals)
└── RunRefused
    ├── MayNotOperate           RUN-001
    ├── Overtaken               RUN-002
    ├── AlreadyTaken            RUN-003
    ├── AlreadyLive             RUN-004
    ├── NotPublished            RUN-005
    ├── RunIsOver               RUN-006
    ├── NothingNext             RUN-007
    ├── RunIsHeld               RUN-008
    ├── NoSuchLine              RUN-009
    ├── NoFallback              RUN-010
    ├── NoSuchFeed              RUN-011
    ├── QuestionNotApproved     RUN-012
    ├── AnotherQuestionOnAir    RUN-013
    ├── NoQuestionOnAir         RUN-014
    ├── NothingWritten          RUN-015
    ├── EndNotConfirmed         RUN-016
    ├── NoSuchCall              RUN-017
    ├── LengthMissing           RUN-018
    ├── UnknownCommand          RUN-019
    ├── FeedsElsewhere          RUN-020
    └── BeginsByItself          RUN-021
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class RunRefused(Refused):
    """A command was not carried out, and nothing was changed."""


class MayNotOperate(RunRefused):
    code = "RUN-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may look, but not operate. Ask an administrator for the right to.")


class Overtaken(RunRefused):
    code = "RUN-002"
    status = HTTPStatus.CONFLICT
    sentence = _("%(winner)s was faster (%(verb)s). %(now)s Nothing of yours was changed.")


class AlreadyTaken(RunRefused):
    code = "RUN-003"
    status = HTTPStatus.CONFLICT
    sentence = _("Already taken by %(winner)s. %(now)s")


class AlreadyLive(RunRefused):
    code = "RUN-004"
    status = HTTPStatus.CONFLICT
    sentence = _("This has been started already: open its control room.")


class NotPublished(RunRefused):
    code = "RUN-005"
    status = HTTPStatus.CONFLICT
    sentence = _("The programme’s page is not published. Publish it, or start a rehearsal.")


class RunIsOver(RunRefused):
    code = "RUN-006"
    status = HTTPStatus.GONE
    sentence = _("This programme has ended; it takes no commands any more.")


class NothingNext(RunRefused):
    code = "RUN-007"
    status = HTTPStatus.CONFLICT
    sentence = _("Nothing comes after this line. Choose one, put one in, or end the programme.")


class RunIsHeld(RunRefused):
    code = "RUN-008"
    status = HTTPStatus.CONFLICT
    sentence = _("The rundown is on hold. Release it before you go on.")


class NoSuchLine(RunRefused):
    code = "RUN-009"
    status = HTTPStatus.CONFLICT
    sentence = _("This line is not there, or this cannot be done to it where it stands.")


class NoFallback(RunRefused):
    code = "RUN-010"
    status = HTTPStatus.CONFLICT
    sentence = _("The line on air has no fallback. Choose a line or a feed yourself.")


class NoSuchFeed(RunRefused):
    code = "RUN-011"
    status = HTTPStatus.CONFLICT
    sentence = _("This programme has no such feed.")


class QuestionNotApproved(RunRefused):
    code = "RUN-012"
    status = HTTPStatus.CONFLICT
    sentence = _("Only a question of this programme’s themes that is shown to all can be taken.")


class AnotherQuestionOnAir(RunRefused):
    code = "RUN-013"
    status = HTTPStatus.CONFLICT
    sentence = _("“%(question)s” is on air. Say first whether it was answered or goes back.")


class NoQuestionOnAir(RunRefused):
    code = "RUN-014"
    status = HTTPStatus.CONFLICT
    sentence = _("No question is on air.")


class NothingWritten(RunRefused):
    code = "RUN-015"
    sentence = _("Nothing is written yet. A few words are enough.")


class EndNotConfirmed(RunRefused):
    code = "RUN-016"
    sentence = _("Confirm that the programme ends: viewers will see its end.")


class NoSuchCall(RunRefused):
    code = "RUN-017"
    status = HTTPStatus.CONFLICT
    sentence = _("This call to action is not on the programme’s page, or leads nowhere now.")


class LengthMissing(RunRefused):
    code = "RUN-018"
    sentence = _("Say how long the line shall be, in minutes: from 1 to 360.")


class UnknownCommand(RunRefused):
    code = "RUN-019"
    sentence = _("The control room knows no such command. Load the page again.")


class FeedsElsewhere(RunRefused):
    code = "RUN-020"
    status = HTTPStatus.CONFLICT
    sentence = _("The picture of this programme comes from elsewhere: no feed of ours is shown.")


class BeginsByItself(RunRefused):
    code = "RUN-021"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This is a premiere: its film begins by itself at the hour that was announced, "
        "and there is nothing to run."
    )
