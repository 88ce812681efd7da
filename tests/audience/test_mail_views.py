"""Each mail of the site can be looked at, in each language, and by the team alone."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from audience.letters import _writers, sample_letters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


def test_every_occasion_has_its_sample():
    assert set(sample_letters()) == set(_writers)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_samples_say_the_same_in_text_and_html(language):
    with override(language):
        letters = sample_letters()
    for occasion, letter in letters.items():
        assert f'<html lang="{language}">' in letter.html, occasion
        for text in (letter.subject, letter.text, letter.html):
            assert "{{" not in text, occasion
            assert "%(" not in text, occasion
        assert settings.PUBLIC_URL in letter.text, occasion


def test_the_page_frames_them(client, make_user):
    client.force_login(make_user("ana"))
    page = client.get(f"{reverse('mails')}?lang=en")
    assert page.status_code == 200
    frame = client.get(f"{reverse('mail_html', args=['question'])}?lang=en")
    assert f"{reverse('mail_html', args=['question'])}?lang=en" in page.content.decode()
    assert "Who ate the last pumpkin?" in frame.content.decode()
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get(f"{reverse('mails')}?lang=xx").status_code == 200
    assert client.get(reverse("mail_html", args=["nothing"])).status_code == 404


def test_not_for_strangers(client):
    assert client.get(reverse("mails")).status_code == 302
    assert client.get(reverse("mail_html", args=["question"])).status_code == 302
