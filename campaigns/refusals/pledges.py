"""What is refused in a pledge's life."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class PledgeRefused(Refused):
    """A step in a pledge's life was not taken."""


class MayNotPledge(PledgeRefused):
    code = "PLG-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not take this step for a pledge. Ask a moderator or an administrator.")


class WrongStep(PledgeRefused):
    code = "PLG-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This pledge is now “%(state)s”, and this step does not follow from there. "
        "Somebody was probably faster. Look at it again to see what can be done."
    )


class NoCeiling(PledgeRefused):
    code = "PLG-003"
    sentence = _(
        "This pledge has no ceiling. Write the most that will ever be given, then try again."
    )


class NoClause(PledgeRefused):
    code = "PLG-004"
    sentence = _("This pledge has no clause: nobody would know what it gives. Add at least one.")


class NothingToGive(PledgeRefused):
    code = "PLG-005"
    sentence = _(
        "These clauses never give anything. Add a quantity that is given outright, "
        "for each act, or from so many acts on."
    )


class SignatureMissing(PledgeRefused):
    code = "PLG-006"
    sentence = _(
        "A signature is missing. Write the name and function of the person who signs "
        "for %(organisation)s."
    )


class SameSignature(PledgeRefused):
    code = "PLG-007"
    sentence = _(
        "%(name)s has already signed for the other side. Each side needs a person of its own."
    )


class EndBeforeStart(PledgeRefused):
    code = "PLG-008"
    sentence = _("This pledge ends before it starts. Correct one of the two dates.")


class EndIsPast(PledgeRefused):
    code = "PLG-009"
    sentence = _("The end of this pledge is past: no act could count any more. Choose a later end.")


class DueBeforeEnd(PledgeRefused):
    code = "PLG-010"
    sentence = _(
        "The delivery is due before the pledge ends. Choose a day on or after the end: "
        "until then, more may be unlocked."
    )


class AmendmentWaits(PledgeRefused):
    code = "PLG-011"
    status = HTTPStatus.CONFLICT
    sentence = _("A new version of this pledge is already being written. Go on with that one.")


class ReplacedIsOver(PledgeRefused):
    code = "PLG-012"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "The version that this one would replace does not run any more. "
        "Write a pledge of its own instead."
    )


class GivesLessThanBefore(PledgeRefused):
    code = "PLG-013"
    sentence = _(
        "For the %(acts)s acts counted so far, the new terms give %(new)s, but %(old)s are "
        "unlocked already, and what is unlocked stays unlocked. Let these terms give at least "
        "as much: raise the ceiling, or what is given outright."
    )


class MilestoneIsPast(PledgeRefused):
    code = "PLG-014"
    sentence = _(
        "The milestone “%(title)s” at %(acts)s acts is passed already, so nobody would ever "
        "reach it. Choose a higher number, or delete it."
    )


class OtherUnit(PledgeRefused):
    code = "PLG-015"
    sentence = _(
        "A new version counts the same thing for the same people in the same campaign. "
        "To promise something else, write a pledge of its own."
    )


class ActsMissing(PledgeRefused):
    code = "PLG-016"
    sentence = _("From how many acts on does this clause give? Write the number.")
