"""Forty texts that would run somewhere if somebody forgot to escape them, in every place."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from audience.domain.form_tickets import new_ticket
from audience.domain.send_mails import send_mails
from fundraising.domain.open_page import PURPOSE
from fundraising.domain.open_team import open_team
from fundraising.domain.post_news import post_news
from fundraising.domain.send_page import send_page
from fundraising.domain.thank_donors import thank_donors
from fundraising.models import Fundraiser
from qa.domain.decide import decide
from qa.enums import Action
from tests.qa.test_hostile_words import HOSTILE, look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_runs_anywhere(client, admin, form_of_a_page, sign_in, make_gift, tell, hostile):
    typed = {"name": hostile[:50], "reason": hostile[:120], "title": hostile[:80]}
    asked = client.post(
        "/collectes/ouvrir/", form_of_a_page | typed | {"ticket": new_ticket(PURPOSE)}
    )
    assert asked.status_code == 302
    page, team = Fundraiser.objects.get(), Client()
    team.force_login(admin)
    own = sign_in(page.owner)
    # Its address holds letters, digits and hyphens alone; the mark in them is no more than that.
    assert re.fullmatch(r"[a-z0-9-]+", page.slug)
    Fundraiser.objects.update(slug="hostile")
    page = send_page(page, 0)
    assert look(team.get(f"/admin/collections-of-supporters/{page.pk}/").content.decode()).seen
    page = decide(page, Action.APPROVE, user=admin)
    gift = make_gift(page, name=hostile[:50], message=hostile, thanks_email="ines@example.org")
    tell(gift)
    tell(make_gift(page, name=hostile[:50], message=hostile))
    thank_donors(page, hostile, gift.pk)
    crew = decide(open_team(page, "k", hostile[:50]), Action.APPROVE, user=admin)
    news = decide(post_news(page, "k", hostile), Action.APPROVE, user=admin)
    page.proposed, page.proposed_at = typed, timezone.now()
    page.save()
    for address in (
        page.get_absolute_url(),
        "/collectes/",
        f"/causes/{page.fund.cause.slug}/",
        f"/signaler/collection/{page.code}/",
        f"/signaler/page_news/{news.code}/",
        crew.get_absolute_url(),
        f"/signaler/team/{crew.code}/",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert look(answer.content.decode()).seen, address
    private = page.get_private_url()
    for address in (
        "/mes-collectes/",
        private,
        f"{private}changer/",
        f"{private}dons/",
        f"{private}nouvelles/",
        crew.get_private_url(),
    ):
        assert look(own.get(address).content.decode()).seen, address
    for address in ("", "?shown=open", "?shown=all", f"{page.pk}/"):
        found = team.get(f"/admin/collections-of-supporters/{address}").content.decode()
        assert look(found).seen, address
    look(team.get("/admin/moderation/?kind=collection&pile=shown").content.decode())
    send_mails()
    look(client.get(gift.get_absolute_url()).content.decode())
    assert len(mail.outbox) == 5
    for sent in mail.outbox:
        look(str(sent.alternatives[0].content))
        assert "\n" not in sent.subject


@pytest.mark.parametrize("hostile", HOSTILE[:12])
def test_what_is_refused_comes_back_harmless(client, form_of_a_page, hostile):
    typed = {"name": hostile, "reason": hostile * 9, "goal": hostile[:16], "email": hostile}
    answer = client.post(
        "/collectes/ouvrir/", form_of_a_page | typed | {"ticket": new_ticket(PURPOSE)}
    )
    assert answer.status_code == 422
    assert look(answer.content.decode()).seen
    assert not Fundraiser.objects.exists()
