"""A refusal in a flood costs little, loses nothing that was typed, and lets nothing through."""

from html import escape

import pytest
from django.core.cache import cache
from django.urls import reverse

from audience.domain.form_tickets import key_of, new_ticket
from qa import flooded_page
from qa.domain.ask_question import PURPOSE
from qa.enums import Naming
from qa.models import Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme(make_theme):
    theme = make_theme()
    cache.set(f"flood:{theme.pk}", True, 60)
    return theme


def ask(client, theme, **typed):
    form = {"ticket": new_ticket(PURPOSE), "text": "Et les fanes ?", **typed}
    return client.post(reverse("ask", args=[theme.slug]), form)


def test_what_was_typed_comes_back(client, theme):
    ask(client, theme)
    ticket = new_ticket(PURPOSE)
    typed = {"text": "<b>Et</b> l’ail ?", "name": '"Zoé"', "email": "zoe@example"}
    page = ask(client, theme, ticket=ticket, **typed).content.decode()
    for value in typed.values():
        assert escape(value) in page
    assert f'value="{ticket}"' in page
    assert escape(f'"{key_of(ticket, PURPOSE)}"')[6:-6] in page
    assert "attendez une minute" in page
    assert "place-of" not in page


def test_the_page_is_drawn_once(client, theme, monkeypatch):
    drawn = []
    render = flooded_page.render_to_string
    monkeypatch.setattr(flooded_page, "render_to_string", lambda *a: drawn.append(a) or render(*a))
    ask(client, theme)
    statuses = [ask(client, theme).status_code for _ in range(3)]
    assert (statuses, len(drawn), Question.objects.count()) == ([429] * 3, 1, 1)


def test_each_language_has_its_own(client, theme, english, make_theme):
    ask(client, theme)
    copy = theme.copy_for_translation(english)
    copy.save()
    cache.set(f"flood:{copy.pk}", True, 60)
    address = f"/en{reverse('ask', args=[copy.slug])}"
    client.post(address, {"ticket": new_ticket(PURPOSE), "text": "And the leaves?"})
    late = client.post(address, {"ticket": new_ticket(PURPOSE), "text": "And the leaves?"})
    assert 'lang="en"' in late.content.decode()
    assert "wait a minute" in late.content.decode()


def test_somebody_types_the_names_of_our_places(client, theme):
    ask(client, theme)
    page = ask(client, theme, text="0place-of-sum0", name="0place-of-text0").content.decode()
    assert ">0place-of-sum0</textarea>" in " ".join(page.split()).replace("> 0", ">0")
    assert 'value="0place-of-text0"' in page


def test_the_same_form_twice_is_one_question(client, theme):
    ticket = new_ticket(PURPOSE)
    first, second = (ask(client, theme, ticket=ticket) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Question.objects.count() == 1


def test_an_old_form_gets_a_ticket(client, theme):
    ask(client, theme)
    page = ask(client, theme, ticket="forged").content.decode()
    assert "forged" not in page
    assert 'name="ticket" value="' in page


def test_a_theme_without_names(client, theme):
    theme.naming = Naming.NEVER
    theme.save()
    ask(client, theme)
    assert 'name="name"' not in ask(client, theme, name="Zoé").content.decode()


def test_other_networks_and_quiet_themes_are_read(client, theme):
    ask(client, theme)
    form = {"ticket": new_ticket(PURPOSE), "text": "Et les fanes ?"}
    other = client.post(reverse("ask", args=[theme.slug]), form, REMOTE_ADDR="198.51.100.7")
    assert other.status_code == 302
    cache.delete(f"flood:{theme.pk}")
    assert ask(client, theme).status_code == 302
