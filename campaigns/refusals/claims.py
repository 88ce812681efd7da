"""What is refused about claims and contestations."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


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
