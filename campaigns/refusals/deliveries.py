"""What is refused when a delivery is confirmed."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from campaigns.refusals.pledges import PledgeRefused


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
