"""Every mail of the house, found by itself: both forms, both languages, a sample, a way to end it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test.signals import template_rendered
from django.utils.translation import override

from audience.domain.send_mails import message_of
from audience.letters import occasions, sample_letters
from audience.models import Mail
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]
_USED = re.compile(r'{%\s*(?:extends|include)\s+"([^"]+)"')
# What hands mails over: nothing else may, or a mail would leave twice, or without these tests.
_SENDS = re.compile(r"\b(send_mail|send_mass_mail|EmailMessage|EmailMultiAlternatives)\(")


def mail_files() -> dict[str, Path]:
    """The templates of mails by their name; what others extend or include is a part of them."""
    found = {}
    for path in sorted(REPOSITORY.glob("*/templates/**/mail/*")):
        found[path.as_posix().rpartition("/templates/")[2]] = path
    parts = {used for path in found.values() for used in _USED.findall(path.read_text())}
    return {name: path for name, path in found.items() if name not in parts}


@pytest.fixture
def rendered():
    """The names of the templates that were rendered meanwhile."""
    names = set()

    def note(template, **_kwargs):
        names.add(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


@pytest.fixture(params=LANGUAGES)
def letters(request):
    """All samples in one of the languages, by their occasion."""
    with override(request.param):
        return sample_letters()


def test_there_are_mails_and_each_is_text_and_html():
    names = {name.rpartition(".")[0] for name in mail_files()}
    assert len(names) >= 15
    assert set(mail_files()) == {f"{name}.{form}" for name in names for form in ("txt", "html")}


def test_the_team_can_look_at_each(rendered):
    sample_letters()
    assert set(mail_files()) - rendered == set()
    assert set(sample_letters()) == set(occasions())


def test_each_is_written_in_both_languages(rendered):
    written = []
    for language in LANGUAGES:
        with override(language):
            written.append(sample_letters())
    french, english = written
    for occasion, letter in french.items():
        other = english[occasion]
        assert f'<html lang="{LANGUAGES[0]}">' in letter.html, occasion
        assert f'<html lang="{LANGUAGES[1]}">' in other.html, occasion
        assert letter.subject != other.subject, occasion
        assert not shared_lines(letter.text, other.text), occasion


def shared_lines(first: str, second: str) -> set[str]:
    """Lines of words, not of addresses, that stand in both."""
    lines = ({line.strip() for line in text.splitlines()} for text in (first, second))
    both = set.intersection(*lines)
    return {line for line in both if len(line.split()) >= 3 and "://" not in line}


def test_both_forms_say_how_it_is_ended_and_only_what_goes_on_does(letters):
    for occasion, is_subscribed in occasions().items():
        letter = letters[occasion]
        message = message_of(Mail(occasion=occasion, email="zoe@example.org", pk=1), letter)
        headers = message.extra_headers
        assert [kind for _content, kind in message.alternatives] == ["text/html"]
        assert ("List-Unsubscribe" in headers) is is_subscribed, occasion
        if is_subscribed:
            assert headers["List-Unsubscribe"] == f"<{letter.end_link}>"
            assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
            assert letter.end_link.startswith("http")
            assert letter.end_link in letter.text, occasion
            assert f'href="{letter.end_link}"' in letter.html, occasion


def test_subjects_and_words_are_clean(letters):
    for occasion, letter in letters.items():
        assert 0 < len(letter.subject) <= 78, occasion
        words = [letter.subject, *(line for line in letter.text.splitlines() if "://" not in line)]
        for mark in ("{{", "{%", "None", "&#", "&amp;"):
            assert not [line for line in words if mark in line], occasion


def test_nothing_is_sent_but_from_the_outbox():
    sending = {
        path.relative_to(REPOSITORY).as_posix()
        for room in REPOSITORY.glob("*/apps.py")
        for path in room.parent.rglob("*.py")
        if _SENDS.search(path.read_text())
    }
    assert sending == {"audience/domain/send_mails.py"}
