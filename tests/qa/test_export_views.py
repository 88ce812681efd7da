"""Files for moderators: safe for spreadsheets, in pieces, and only for them."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from qa.enums import TextState

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The files are behind the CMS of a site."""


@pytest.fixture
def theme(make_question) -> object:
    return make_question("=HYPERLINK(1) ?", state=TextState.APPROVED).theme


def address(theme, what="questions", ending="csv") -> str:
    return reverse("export_questions", args=[theme.pk, what, ending])


def test_formulas_are_words(client, mo, theme):
    client.force_login(mo)
    answer = client.get(address(theme))
    assert answer.streaming
    content = b"".join(answer).decode()
    assert "'=HYPERLINK(1) ?" in content
    book = load_workbook(io.BytesIO(b"".join(client.get(address(theme, ending="xlsx")))))
    assert book.active["B2"].value == "'=HYPERLINK(1) ?"


@pytest.mark.parametrize("what", ["votes", "decisions"])
def test_the_other_tables(client, mo, theme, what):
    client.force_login(mo)
    answer = client.get(address(theme, what))
    assert answer.status_code == 200
    assert f"{theme.slug}-{what}.csv" in answer["Content-Disposition"]


def test_not_for_everybody_and_not_everything(client, mo, theme, make_user):
    assert client.get(address(theme)).status_code == 302
    client.force_login(make_user("sam", "qa.sort_text"))
    assert client.get(address(theme)).status_code == 302
    assert client.get(reverse("votes")).status_code == 302
    client.force_login(mo)
    assert address(theme) in client.get(reverse("votes")).content.decode()
    assert client.get(address(theme, "people")).status_code == 404
    assert client.get(address(theme, ending="exe")).status_code == 404
