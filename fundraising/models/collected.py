"""What was given to something that collects: derived sums, and how everybody reads them."""

from django.conf import settings
from django.db import models

from fundraising.enums import TrialGifts


def shows_test_gifts() -> bool:
    """Say whether this site is a demo, where gifts without money are shown, and named so."""
    return bool(settings.TEST_GIFTS == TrialGifts.SHOWN)


class Collected(models.Model):
    """The sums of a page or a team: gifts of test providers stand apart.

    Derived from gifts, in the transaction that changes one; nothing else writes them.
    """

    total_cents = models.PositiveBigIntegerField(default=0)
    gift_count = models.PositiveIntegerField(default=0)
    test_total_cents = models.PositiveBigIntegerField(default=0)
    test_gift_count = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @property
    def shown_total_cents(self) -> int:
        """What was given, as everybody reads it: test gifts count where the site is a demo."""
        return self.total_cents + (self.test_total_cents if shows_test_gifts() else 0)

    @property
    def shown_gift_count(self) -> int:
        """How many gifts that is."""
        return self.gift_count + (self.test_gift_count if shows_test_gifts() else 0)
