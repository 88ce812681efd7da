"""What is refused about acts that were done elsewhere and declared."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from campaigns.refusals.pledges import PledgeRefused


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
