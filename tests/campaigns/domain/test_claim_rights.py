"""Who decides, and who can answer."""

import pytest

from campaigns.domain.claim_rights import ensure_may_rule, may_rule, speakers_for
from campaigns.models import Organisation, Representative
from campaigns.refusals import MayNotRule

pytestmark = pytest.mark.django_db


def test_moderators_decide_and_editors_do_not(moderator, make_user):
    assert may_rule(moderator)
    with pytest.raises(MayNotRule):
        ensure_may_rule(make_user("edith", "change_claim", "add_claim"))


def test_who_answers_for_a_claim(make_contestation, speaker, receiver):
    assert list(speakers_for(make_contestation())) == [speaker]


def test_who_answers_for_a_pledge(make_contestation, make_pledge, speaker, receiver, make_user):
    other = Organisation.objects.create(name="Autre")
    Representative.objects.create(organisation=other, user=make_user("x"), title="rien")
    found = speakers_for(make_contestation(pledge=make_pledge()))
    assert {str(one) for one in found} == {"Suzon Fourchet, maraîchère", "Omar Diallo, président"}
