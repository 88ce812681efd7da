"""What the amounts that a giving page offers cost after tax."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fundraising.domain.reduce_tax import reduce_for_person
from fundraising.domain.tax_rules import CHECKED_ON, person_rule
from fundraising.models import Fund, TaxStanding


def offered_reductions(fund: Fund, amounts: Iterable[int], on: date) -> dict[str, Any]:
    """Return what a giving page says of taxes; nothing where the receiver did not declare any.

    `amounts` in cents. The limit on income is explained and not applied: nobody is asked for it.
    """
    standing = TaxStanding.objects.filter(organisation=fund.beneficiary_id).first()
    rule = person_rule(on)
    if standing is None or rule is None:
        return {}
    costs = [reduce_for_person(cents, rule, is_for_need=standing.is_for_need) for cents in amounts]
    return {"costs": costs, "standing": standing, "tax_rule": rule, "checked_on": CHECKED_ON}
