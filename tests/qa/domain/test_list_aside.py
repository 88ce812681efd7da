"""What is aside, by decision and by question."""

import pytest

from qa.domain.exclude_votes import exclude_votes
from qa.domain.list_aside import aside_by_decision, questions_with_votes
from qa.domain.meant_votes import Meant
from qa.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_what_is_aside(make_question, make_vote, make_user):
    lead = make_user("léa", "qa.lead_moderation")
    loud, calm = make_question(total=2), make_question("Calme ?", total=5)
    for number in range(2):
        make_vote(loud, f"v{number}", network="loud")
    assert list(aside_by_decision(loud)) == []
    exclude_votes(loud, Meant(network="loud"), user=lead, note="Raison.")
    [decision] = aside_by_decision(loud)
    assert (decision, decision.number) == (Decision.objects.get(), 2)
    found = {one.pk: (one.total, one.aside) for one in questions_with_votes(loud.theme)}
    assert found == {calm.pk: (5, 0), loud.pk: (0, 2)}
