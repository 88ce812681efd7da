"""What the screens of promises and claims refuse, each time with a sentence and a code.

Refused (media.refusals)
├── ReportRefused
│   ├── MayNotReport            REP-001
│   ├── NotTheSponsor           REP-002
│   └── LinkOver                REP-003
├── PledgeRefused
│   ├── MayNotPledge            PLG-001
│   ├── WrongStep               PLG-002
│   ├── NoCeiling               PLG-003
│   ├── NoClause                PLG-004
│   ├── NothingToGive           PLG-005
│   ├── SignatureMissing        PLG-006
│   ├── SameSignature           PLG-007
│   ├── EndBeforeStart          PLG-008
│   ├── EndIsPast               PLG-009
│   ├── DueBeforeEnd            PLG-010
│   ├── AmendmentWaits          PLG-011
│   ├── ReplacedIsOver          PLG-012
│   ├── GivesLessThanBefore     PLG-013
│   ├── MilestoneIsPast         PLG-014
│   ├── OtherUnit               PLG-015
│   ├── ActsMissing             PLG-016
│   ├── DeliveryRefused
│   │   ├── NotTheBeneficiary   PLG-020
│   │   ├── NoteMissing         PLG-021
│   │   ├── ProofMissing        PLG-022
│   │   ├── ProofNotTaken       PLG-023
│   │   ├── NothingDelivered    PLG-024
│   │   ├── MoreThanUnlocked    PLG-025
│   │   └── NotYetDelivered     PLG-026
│   ├── ReversalRefused
│   │   ├── NotReversible       PLG-030
│   │   ├── ReasonMissing       PLG-031
│   │   ├── MoreThanWritten     PLG-032
│   │   ├── StillCounting       PLG-033
│   │   └── AlreadyDelivered    PLG-034
│   ├── DeclarationRefused
│   │   ├── MayNotDeclare       DEC-001
│   │   ├── DocumentMissing     DEC-002
│   │   ├── DoneInTheFuture     DEC-003
│   │   ├── OwnDeclaration      DEC-004
│   │   ├── AlreadyDecided      DEC-005
│   │   ├── WhyMissing          DEC-006
│   │   └── NotRevocable        DEC-007
│   └── QuantityRefused
│       ├── NotAQuantity        PLG-040
│       ├── TwoReadings         PLG-041
│       ├── OtherMeasure        PLG-042
│       ├── TooFine             PLG-043
│       └── TooMuch             PLG-044
└── ClaimRefused
    ├── MayNotRule              CLM-001
    ├── AlreadyRuled            CLM-002
    ├── NoEvidence              CLM-003
    ├── RulingReasonMissing     CLM-004
    ├── AnswerMissing           CLM-005
    ├── NotTheirSpeaker         CLM-006
    └── TooManyContestations    CLM-007
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class ReportRefused(Refused):
    """A report was not shown, or a link to it not given."""


class MayNotReport(ReportRefused):
    code = "REP-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not read reports. Ask an administrator for the rights of an editor.")


class NotTheSponsor(ReportRefused):
    code = "REP-002"
    sentence = _(
        "%(sponsor)s has no pledge that took effect for this campaign, so there is nothing to "
        "report to it. Choose a sponsor of this campaign."
    )


class LinkOver(ReportRefused):
    code = "REP-003"
    status = HTTPStatus.GONE
    sentence = _(
        "This link to a report is no longer valid: it has expired or was withdrawn. "
        "Ask the team that gave it to you for a new one."
    )


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


class DeliveryRefused(PledgeRefused):
    """A delivery was not confirmed."""


class NotTheBeneficiary(DeliveryRefused):
    code = "PLG-020"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "Only a representative of %(organisation)s, in the group “Beneficiaries”, can confirm "
        "what it received. Ask them to log in, or ask an administrator."
    )


class NoteMissing(DeliveryRefused):
    code = "PLG-021"
    sentence = _(
        "You confirm this in the name of %(organisation)s. Write how they told you: "
        "who, when, by what means. The note stays in the ledger."
    )


class ProofMissing(DeliveryRefused):
    code = "PLG-022"
    sentence = _(
        "A delivery needs its proof. Choose the signed delivery note or receipt "
        "as a PDF or a photograph."
    )


class ProofNotTaken(DeliveryRefused):
    code = "PLG-023"
    sentence = _(
        "This proof cannot be taken: it must be a PDF, a JPEG or a PNG of at most %(limit)s. "
        "Save or photograph it again, then choose the new file."
    )


class NothingDelivered(DeliveryRefused):
    code = "PLG-024"
    sentence = _("A delivery has a quantity above zero. Write how much arrived.")


class MoreThanUnlocked(DeliveryRefused):
    code = "PLG-025"
    sentence = _(
        "Only %(left)s are unlocked and not yet delivered. Write at most that; "
        "what arrived beyond it is a gift outside this pledge."
    )


class NotYetDelivered(DeliveryRefused):
    code = "PLG-026"
    sentence = _("This delivery lies in the future. Confirm it once it has arrived.")


class ReversalRefused(PledgeRefused):
    """A line of the ledger was not taken back."""


class NotReversible(ReversalRefused):
    code = "PLG-030"
    sentence = _(
        "This line cannot be taken back by itself. Change a promise by amending the pledge; "
        "to undo a reversal, let the delivery be confirmed again."
    )


class ReasonMissing(ReversalRefused):
    code = "PLG-031"
    sentence = _("Say why this line is taken back. The reason stands in the public ledger.")


class MoreThanWritten(ReversalRefused):
    code = "PLG-032"
    sentence = _("At most %(left)s of this line can still be taken back.")


class StillCounting(ReversalRefused):
    code = "PLG-033"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This pledge still runs: the next act would unlock again what you take back. "
        "Wait until it is over."
    )


class AlreadyDelivered(ReversalRefused):
    code = "PLG-034"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "What was delivered would then exceed what is unlocked: at most %(left)s can be taken "
        "back. Reverse the delivery first if it was wrong too."
    )


class DeclarationRefused(PledgeRefused):
    """Nothing was declared or decided."""


class MayNotDeclare(DeclarationRefused):
    code = "DEC-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not take this step for a declaration. Ask a moderator.")


class DocumentMissing(DeclarationRefused):
    code = "DEC-002"
    sentence = _(
        "A declaration needs its document: an invoice, a till report, a signed list. "
        "Choose it as a PDF or a photograph."
    )


class DoneInTheFuture(DeclarationRefused):
    code = "DEC-003"
    sentence = _("This day lies in the future. Declare what has been done.")


class OwnDeclaration(DeclarationRefused):
    code = "DEC-004"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "You declared this yourself. A second person must look at the document and approve it."
    )


class AlreadyDecided(DeclarationRefused):
    code = "DEC-005"
    status = HTTPStatus.CONFLICT
    sentence = _("This declaration was decided already. A colleague was faster: look at it again.")


class WhyMissing(DeclarationRefused):
    code = "DEC-006"
    sentence = _("Say in a few words why. The public can read it.")


class NotRevocable(DeclarationRefused):
    code = "DEC-007"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "These acts unlocked %(unlocked)s, of which only %(left)s are not delivered yet: so much "
        "cannot be taken back. Reverse the delivery first if it was wrong too."
    )


class QuantityRefused(PledgeRefused):
    """A typed quantity was not understood."""


class NotAQuantity(QuantityRefused):
    code = "PLG-040"
    sentence = _("“%(typed)s” is not a quantity that we can read. Write it like %(examples)s.")


class TwoReadings(QuantityRefused):
    code = "PLG-041"
    sentence = _(
        "“%(typed)s” can be read in two ways. Write %(grouped)s or %(decimal)s, whichever you mean."
    )


class OtherMeasure(QuantityRefused):
    code = "PLG-042"
    sentence = _(
        "“%(typed)s” does not fit a pledge in %(unit)s. Write it like %(examples)s, "
        "or change the unit above."
    )


class TooFine(QuantityRefused):
    code = "PLG-043"
    sentence = _(
        "“%(typed)s” is finer than whole %(unit)s, the smallest that is counted. Round it."
    )


class TooMuch(QuantityRefused):
    code = "PLG-044"
    sentence = _("“%(typed)s” is more than can be counted. Check the number and its unit.")


class ClaimRefused(Refused):
    """A decision about a claim or a contestation was not taken, or a contestation not filed."""


class MayNotRule(ClaimRefused):
    code = "CLM-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not decide about proofs and contestations. Ask a moderator.")


class AlreadyRuled(ClaimRefused):
    code = "CLM-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This was decided meanwhile: it is now “%(state)s”. Somebody was probably faster. "
        "Look at it again to see what can be done."
    )


class NoEvidence(ClaimRefused):
    code = "CLM-003"
    sentence = _("There is no proof yet to accept. Add its address or its document to the claim.")


class RulingReasonMissing(ClaimRefused):
    code = "CLM-004"
    sentence = _("Say why. The reason is kept for ever, and those concerned will read it.")


class AnswerMissing(ClaimRefused):
    code = "CLM-005"
    sentence = _("Write the answer. It will stand beside the contestation, under a name.")


class NotTheirSpeaker(ClaimRefused):
    code = "CLM-006"
    sentence = _(
        "This person does not speak for an organisation that is concerned here. "
        "Add them to its representatives first."
    )


class TooManyContestations(ClaimRefused):
    code = "CLM-007"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Many contestations came from your network just now, so this one was not taken. "
        "Nothing you typed is lost: press again in an hour."
    )
