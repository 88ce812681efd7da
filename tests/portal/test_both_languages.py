"""Every page of collections, projects and ambassadors, in French and English, each leading to the other.

What visitors typed stays in its language, and says so.
"""

import re
from html import unescape
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils.translation import override

import ambassadors.urls
import fundraising.urls
import projects.urls
from ambassadors.domain import send_link as ambassador_link
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink
from fundraising.domain import sign_in
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.join_team import invite_address
from fundraising.templatetags.collections import months_token, refund_token
from projects.domain import send_link, tell_offerer
from tests.ambassadors.conftest import make_ambassador  # noqa: F401
from tests.fundraising.conftest import (  # noqa: F401
    _gifts_on,
    fund,
    fundraiser,
    issuer,
    make_fund,
    make_gift,
    make_news,
    make_order,
    make_page_of,
    make_supporter,
    make_team,
    page_with_gifts,
    tell,
)
from tests.projects.conftest import make_offer, mo, project, propose, publish, sent, words  # noqa: F401

pytestmark = pytest.mark.django_db
ROUTES = [
    route.name
    for module in (fundraising.urls, projects.urls, ambassadors.urls)
    for route in module.urlpatterns
]
# What is no page: files, feeds, what only takes a press, what leads elsewhere.
NO_PAGES = {
    "collection_sheet",
    "export_gift",
    "export_gifts",
    "export_monthly",
    "receipt_specimen",
    "tax_receipt_file",
    "provider_event",
    "sign_out",
    "export_own",
    "erase_own",
    "project_feed",
    "sign_out_proposer",
    "export_own_project",
    "erase_own_project",
    "export_ambassador",
    "leave_ambassadors",
    "sign_out_ambassador",
}
PAGES = sorted(set(ROUTES) - NO_PAGES)


@pytest.fixture
def site(request, page_with_gifts, project, mo):  # noqa: F811
    """Something at every address: the name of a route → what stands in its address."""
    make = request.getfixturevalue
    make("issuer")
    gift = make("make_gift")(page_with_gifts, provider="test", is_test=True)
    real = make("make_gift")(page_with_gifts)
    for one in (gift, real):
        make("tell")(one)
        one.refresh_from_db()
    order = make("make_order")(page_with_gifts, provider="test", is_test=True, state="active")
    real_order = make("make_order")(page_with_gifts, state="active")
    receipt = issue_receipt(real, Donor("Zoé", "1 rue du Potager"))
    unreceipted = make("make_gift")(page_with_gifts)
    make("tell")(unreceipted)
    team = make("make_team")(make("make_page_of")(title="Zoé nage"))
    make("make_news")(page_with_gifts)
    offer = make("make_offer")()
    ambassador = make("make_ambassador")()
    invite = resolve(invite_address(team)).kwargs["token"]

    def link(purpose: str, key: str) -> str:
        return token_of(MailboxLink.objects.create(purpose=purpose, key=key))

    def supporter_link() -> str:
        return token_of(sign_in.make_link(page_with_gifts.owner))

    keys = {
        **dict.fromkeys(("gift", "keep_gift", "erase_gift"), gift.key),
        "ask_receipt": unreceipted.key,
        **dict.fromkeys(("monthly_gift", "stop_monthly", "erase_monthly"), order.key),
        "wish_receipt": real_order.key,
        "tax_receipt": receipt.key,
    }
    tokens = {
        "test_checkout": refund_token(gift),
        "test_refund": refund_token(gift),
        "test_months": months_token(order),
        "sign_in": supporter_link(),
        "join_team": invite,
        "enter_as_proposer": link(send_link.PURPOSE, project.code),
        "enter_as_godparent": link(tell_offerer.PURPOSE, offer.code),
        "enter_as_ambassador": link(ambassador_link.PURPOSE, ambassador.code),
    }
    slugs = dict.fromkeys(("fundraiser", "give"), page_with_gifts.slug)
    slugs |= dict.fromkeys(("project", "offer_adoption"), project.slug)
    codes = {
        **dict.fromkeys(("team", "own_team"), team.code),
        **dict.fromkeys(("team_of_page", "own_fundraiser"), page_with_gifts.code),
        **dict.fromkeys(("own_gifts", "own_news", "change_own"), page_with_gifts.code),
        **dict.fromkeys(("own_project", "change_own_project"), project.code),
        "own_project_news": project.code,
        "own_offer": offer.code,
    }
    browser = Client()
    for name, token in (
        ("sign_in", supporter_link()),
        ("enter_as_proposer", link(send_link.PURPOSE, project.code)),
        ("enter_as_godparent", link(tell_offerer.PURPOSE, offer.code)),
        ("enter_as_ambassador", link(ambassador_link.PURPOSE, ambassador.code)),
    ):
        assert browser.post(reverse(name, args=[token])).status_code == 302, name

    def address(name: str, language: str) -> str:
        kinds = {"key": keys, "token": tokens, "slug": slugs, "code": codes}
        kwargs = {kind: named[name] for kind, named in kinds.items() if name in named}
        with override(language):
            return reverse(name, kwargs=kwargs)

    return SimpleNamespace(address=address, browser=browser, project=project, page=page_with_gifts)


def switches(text: str) -> list[tuple[str, str]]:
    """The links of the masthead to other languages, as (language, address)."""
    found = re.findall(
        r'<a class="masthead__icon" href="([^"]+)" hreflang="(\w+)" lang="(\w+)"', text
    )
    assert all(hreflang == lang for _, hreflang, lang in found)
    return [(lang, unescape(address)) for address, lang, _ in found]


def alternates(text: str) -> dict[str, str]:
    """What the head names: language → address."""
    found = re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', text)
    return {lang: unescape(address) for lang, address in found}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_leads_to_itself_in_the_other_language(site, name):
    for here, there in (("fr", "en"), ("en", "fr")):
        address, twin = site.address(name, here), site.address(name, there)
        answer = site.browser.get(address)
        assert answer.status_code == 200, address
        assert f'<html lang="{here}">' in answer.text
        assert switches(answer.text) == [(there, twin)]
        assert alternates(answer.text) == {
            here: f"http://testserver{address}",
            there: f"http://testserver{twin}",
        }


def test_what_a_list_was_asked_for_goes_along_and_nothing_else(site):
    french = site.browser.get("/projets/?standing=looking&page=1&par=ab12cd&utm_source=x").text
    assert switches(french) == [("en", "/en/projets/?standing=looking&page=1")]
    assert alternates(french)["fr"] == "http://testserver/projets/?standing=looking&page=1"


def test_a_form_that_was_not_taken_leads_to_the_form(site):
    address = site.address("give", "fr")
    answer = site.browser.post(address, {"amount": "-3"})
    assert answer.status_code == 422
    assert switches(answer.text) == [("en", f"/en{address}")]


def test_what_only_a_press_shows_leads_nowhere(site):
    erased = site.browser.post(f"/mes-projets/{site.project.code}/effacer/")
    assert (erased.status_code, switches(erased.text)) == (200, [])


@pytest.mark.parametrize("address", ["/projets/nulle-part/", "/collectes/nulle-part/", "/rien/"])
def test_what_is_not_there_has_no_twin(house, client, address):
    answer = client.get(address)
    assert (answer.status_code, switches(answer.text), alternates(answer.text)) == (404, [], {})


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("projects", ["Des roues pour la soupe", "Un triporteur, pour que"]),
        ("project", ["Des roues pour la soupe", "Un triporteur, pour que", "60 voisins"]),
        ("offer_adoption", ["Des roues pour la soupe", "Un triporteur, pour que"]),
        ("fundraisers", ["Zoé court", "Un kilomètre, un kilo.", "Les Navets volants"]),
        ("fundraiser", ["Zoé court", "Un kilomètre, un kilo.", "Trois kilomètres."]),
        ("give", ["Zoé court"]),
        ("team", ["Les Navets volants", "Zoé nage"]),
    ],
)
def test_typed_words_say_in_which_language_they_are(site, name, typed):
    text = site.browser.get(site.address(name, "en")).text
    body = text[text.index("<main") : text.index("</main>")]
    for words_ in typed:
        spoken = [lang_at(body, found.start()) for found in re.finditer(re.escape(words_), body)]
        assert spoken, words_
        assert "fr" in spoken, words_


def lang_at(body: str, at: int) -> str:
    """The language of the innermost element around a place of `body` that says one."""
    opened: list[str] = []
    for found in re.finditer(r"<(/?)([a-z0-9-]+)([^<>]*)>", body[:at]):
        closes, tag, attributes = found.groups()
        if closes:
            opened.pop()
        elif tag not in ("img", "input", "br", "meta", "link", "hr", "path", "source"):
            said = re.search(r'\blang="(\w+)"', attributes)
            opened.append(said.group(1) if said else "")
    return next((lang for lang in reversed(opened) if lang), "en")
