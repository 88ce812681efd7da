"""What is refused of a typed quantity."""

from django.utils.translation import gettext_lazy as _

from campaigns.refusals.pledges import PledgeRefused


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
