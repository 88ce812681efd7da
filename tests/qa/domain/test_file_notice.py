"""Reporting: once, whatever the browser does, with the words as they were."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from audience.models import Mail
from qa.domain import file_notice as module
from qa.domain.file_notice import file_notice
from qa.enums import TextState
from qa.models import Notice
from qa.models.keys import new_key
from qa.refusals import TextGone, TooManyNotices

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def shown(make_question):
    return make_question(state=TextState.APPROVED)


def draft(**values) -> Notice:
    return Notice(**{"key": new_key(), "ground": "spam", "language": "en", **values})


def test_it_keeps_the_words_as_they_are_now(shown):
    filed = file_notice(draft(explanation=" Trop. ", email="zoe@example.org"), shown, "192.0.2.7")
    shown.text = "Autre ?"
    shown.save()
    filed.refresh_from_db()
    assert (filed.words, filed.explanation) == ("Qui a mangé la dernière courge ?", "Trop.")
    assert (filed.kind, filed.subject_id, filed.state) == ("question", shown.pk, "waiting")
    assert [(one.occasion, one.email, one.language) for one in Mail.objects.all()] == [
        ("notice", "zoe@example.org", "en")
    ]


def test_what_is_not_shown_cannot_be_reported(make_question):
    with pytest.raises(TextGone):
        file_notice(draft(), make_question(), "")
    assert not Notice.objects.exists()


def test_a_network_has_its_limit(shown, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 2)
    for _ in range(2):
        file_notice(draft(), shown, "192.0.2.7")
    with pytest.raises(TooManyNotices):
        file_notice(draft(), shown, "192.0.2.9")
    file_notice(draft(), shown, "198.51.100.1")
    assert Notice.objects.count() == 3


def test_what_was_filed_is_given_back_even_when_the_text_is_gone(shown):
    filed = file_notice(draft(key="k"), shown, "")
    shown.state = TextState.HIDDEN
    assert file_notice(draft(key="k"), shown, "") == filed


@pytest.mark.django_db(transaction=True)
def test_the_same_form_many_times_at_once_files_once(shown):
    def send(number):
        try:
            return file_notice(draft(key="k", email="zoe@example.org"), shown, "").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        assert len(set(people.map(send, range(8)))) == 1
    assert (Notice.objects.count(), Mail.objects.count()) == (1, 1)
