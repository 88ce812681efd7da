"""Mails about a monthly gift: its beginning, a month that failed, its end."""

import pytest
from django.utils.translation import override

from audience.letters import sample_letters
from audience.models import Mail
from fundraising.domain.tell_monthly import (
    ENDED,
    FAILED,
    STARTED,
    tell_monthly,
    write_monthly,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_leads_to_the_page_that_stops_it(make_order, language):
    order = make_order(email="Zoe@example.org", language=language, state="past_due")
    for occasion in (STARTED, FAILED, ENDED):
        tell_monthly(order, occasion, "7")
        tell_monthly(order, occasion, "7")
    mails = Mail.objects.order_by("pk")
    assert [mail.email for mail in mails] == ["zoe@example.org"] * 3
    with override(language):
        letters = [write_monthly(mail) for mail in mails]
    assert len({letter.subject for letter in letters}) == 3
    for letter in letters:
        for words in (letter.text, letter.html):
            assert order.get_absolute_url() in words
            assert "Épicerie du Pont" in words


def test_not_written_once_it_is_no_longer_so(make_order):
    order = make_order(email="zoe@example.org", state="active")
    tell_monthly(order, FAILED, "7")
    assert write_monthly(Mail.objects.get()) is None
    order.email = ""
    order.save()
    tell_monthly(order, ENDED)
    assert Mail.objects.count() == 1


def test_the_team_sees_how_they_look(db):
    samples = sample_letters()
    assert {STARTED, FAILED, ENDED} <= samples.keys()
