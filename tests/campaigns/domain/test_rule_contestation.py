"""A contestation is published or not, then answered; nothing is deleted."""

import pytest
from wagtail.models import ModelLogEntry

from campaigns.domain.rule_contestation import (
    answer_contestation,
    publish_contestation,
    reject_contestation,
)
from campaigns.models import Organisation, Representative, Ruling
from campaigns.refusals import (
    AlreadyRuled,
    AnswerMissing,
    MayNotRule,
    NotTheirSpeaker,
    RulingReasonMissing,
)

pytestmark = pytest.mark.django_db


def test_published_and_answered_by_name(moderator, make_contestation, speaker):
    found = publish_contestation(moderator, make_contestation())
    found = answer_contestation(moderator, found, " En mars. ", speaker)
    assert (found.answer, found.answered_by) == ("En mars.", "Suzon Fourchet, maraîchère")
    assert found.answered_for == speaker.organisation
    speaker.delete()
    found.refresh_from_db()
    assert found.answered_by == "Suzon Fourchet, maraîchère"
    assert [one.kind for one in found.rulings.all()] == ["published", "answered"]
    logged = ModelLogEntry.objects.filter(action__startswith="campaigns.contestation.")
    assert logged.count() == 2


def test_rejected_with_a_reason_and_published_after_all(moderator, make_contestation):
    found = reject_contestation(moderator, make_contestation(), "Aucun fait.")
    assert found.is_rejected
    assert publish_contestation(moderator, found).is_published
    assert [one.reason for one in found.rulings.all()] == ["Aucun fait.", ""]


def test_what_is_refused(moderator, editor, make_contestation, make_user, speaker):
    found = make_contestation()
    other = Organisation.objects.create(name="Autre")
    stranger = Representative.objects.create(organisation=other, user=editor, title="rien")
    with pytest.raises(MayNotRule):
        publish_contestation(editor, found)
    with pytest.raises(RulingReasonMissing):
        reject_contestation(moderator, found, "")
    with pytest.raises(AlreadyRuled):
        answer_contestation(moderator, found, "Trop tôt.", speaker)
    publish_contestation(moderator, found)
    with pytest.raises(AlreadyRuled):
        publish_contestation(moderator, found)
    with pytest.raises(AnswerMissing):
        answer_contestation(moderator, found, "  ", speaker)
    with pytest.raises(NotTheirSpeaker):
        answer_contestation(moderator, found, "Bonjour.", stranger)
    answer_contestation(moderator, found, "En mars.", speaker)
    with pytest.raises(AlreadyRuled):
        answer_contestation(moderator, found, "En avril.", speaker)
    assert Ruling.objects.count() == 2
