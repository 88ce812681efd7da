"""The demo's collection pages: opened, sent and approved as people would."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from audience.models import Mail
from campaigns.models import Cause, Organisation
from fundraising.domain.change_page import Change, change_page
from fundraising.domain.check_words import PageWords
from fundraising.domain.join_team import invite_address, join_team
from fundraising.domain.open_page import Opening, open_page
from fundraising.domain.open_team import open_team
from fundraising.domain.post_news import post_news
from fundraising.domain.receive_event import receive_event
from fundraising.domain.receive_order import receive_order
from fundraising.domain.send_page import send_page
from fundraising.enums import EventKind, MonthlyEventKind, TaxScheme, Visibility
from fundraising.gateways.payments import Notification, OrderNotification
from fundraising.gateways.trial_provider import KEY
from fundraising.models import (
    Donation,
    Fund,
    Fundraiser,
    MatchingGift,
    Meaning,
    RecurringGift,
    TaxStanding,
)
from portal.demo.drawing import character_markup, rasterise_png, typeset
from portal.demo.palette import CARROT, MINT, SUN
from qa.domain.decide import decide
from qa.enums import Action
from qa.models.keys import new_key
from users.models import User

_WIDTH_PX, _HEIGHT_PX = 960, 720


@dataclass(frozen=True)
class CollectionText:
    """A page. `words` come with its first gift; `character` on its picture, "" for none.

    `monthly`: who gives each month, and how much; a first month is paid.

    Not `is_approved`: it waits for the team.
    """

    email: str
    name: str
    occasion: str
    cause: str
    title: str
    reason: str
    goal_cents: int
    days: int
    gifts: tuple[tuple[str, int], ...] = ()
    words: str = ""
    news: str = ""
    character: str = ""
    colour: str = SUN
    is_approved: bool = True
    language: str = "fr"
    monthly: tuple[str, int] | None = None


FUNDS = (("manger-bien", "Pont"), ("payer-juste", "Boussole"))
RNA = "W691000001"
RECEIPTS = {
    "issues_receipts": True,
    "address": "3 quai du Pont, 69000 Lyon",
    "purpose": "Fournir des légumes et des repas à des personnes en difficulté",
    "signatory": "Marguerite Navet",
    "signatory_title": "trésorière",
}
MATCHES = "La Fourche"
# A firm is no association: gifts through the other fund give nothing back.
SCHEMES = {"Pont": TaxScheme.NEED}
TEAM = "Les Navets volants"
TEAM_PAGES = ("Les 30 ans de Lulu", "Théo court 10 km déguisé en courge")
MEANINGS = {
    "manger-bien": (
        (10_00, "5 kg de légumes", "5 kg of vegetables"),
        (20_00, "10 kg de légumes", "10 kg of vegetables"),
        (50_00, "une cagette", "a whole crate"),
    ),
    "payer-juste": (
        (15_00, "2 paquets de café payés à leur prix", "2 packets of coffee at their price"),
    ),
}
COLLECTIONS = (
    CollectionText(
        "lulu@demo.example", "Lulu", "birthday", "manger-bien", "Les 30 ans de Lulu",
        "Ma grand-mère m’offre une écharpe tous les ans. Cette année, offrez des poireaux.",
        300_00, 18, (("Mamie", 50_00), ("", 20_00), ("Inès", 12_50), ("Un radis", 10_00)),
        "Les écharpes grattent, les poireaux jamais. Bon anniversaire !",
        "Mamie a donné. Elle tricote quand même : ce sera un étui à poireau.", "poireau", CARROT,
    ),
    CollectionText(
        "theo@demo.example", "Théo", "race", "manger-bien", "Théo court 10 km déguisé en courge",
        "Un kilomètre, dix kilos. Je cours lentement : la courge pèse son poids.",
        1_200_00, 34, (("Le club", 500_00), ("", 247_50)),
        "On tiendra la courge si elle roule.", "", "courge", SUN,
        monthly=("Un poireau fidèle", 10_00),
    ),
    CollectionText(
        "compta@demo.example", "Le service compta", "party", "payer-juste",
        "Le pot de départ de Monique",
        "Monique part. Elle veut du café payé à son prix, et pas de discours.",
        450_00, 9, (("Monique", 15_00),), "", "", "radis", MINT,
    ),
    CollectionText(
        "omar@demo.example", "Omar", "free", "manger-bien", "Parce que c’est mardi",
        "Il n’y a pas de raison. C’est justement la raison.",
        100_00, 25, is_approved=False,
    ),
    CollectionText(
        "gwen@demo.example", "Gwen", "race", "manger-bien", "Gwen runs a half marrow-thon",
        "Thirteen miles dressed as half a marrow. The other half goes into the soup.",
        400_00, 21, (("The book club", 30_00), ("", 25_00)), language="en",
    ),
)  # fmt: skip


def _match(sponsor: Organisation) -> None:
    """Let a sponsor add to what is given for the first cause, up to a cap that is soon reached."""
    today = timezone.localdate()
    MatchingGift.objects.get_or_create(
        fund=Fund.objects.get(cause__slug=FUNDS[0][0]),
        sponsor=sponsor,
        defaults={
            "rate_percent": 50,
            "cap_cents": 1_000_00,
            "starts_on": today - timedelta(days=7),
            "ends_on": today + timedelta(days=40),
        },
    )


def make_collections(team: User, organisations: dict[str, Organisation]) -> None:
    """Open the demo's causes for collection, and its pages, unless there are any."""
    for slug, receiver in FUNDS:
        cause = Cause.objects.get(slug=slug, locale__language_code="fr")
        values = {"beneficiary": organisations[receiver], "provider": KEY}
        fund, _ = Fund.objects.get_or_create(cause=cause, defaults=values)
        if receiver in SCHEMES:
            TaxStanding.objects.get_or_create(
                organisation=organisations[receiver],
                defaults={"scheme": SCHEMES[receiver], **RECEIPTS},
            )
            organisations[receiver].rna = organisations[receiver].rna or RNA
            organisations[receiver].save()
        for amount_cents, words, english in MEANINGS[slug]:
            Meaning.objects.get_or_create(
                fund=fund,
                amount_cents=amount_cents,
                defaults={
                    "words": typeset(words),
                    "words_en": english,
                    "starts_on": timezone.localdate(),
                },
            )
    _match(organisations[MATCHES])
    if Fundraiser.objects.exists():
        return
    with transaction.atomic():
        for text in COLLECTIONS:
            _make(team, text)
        _make_team(team)
        # These mailboxes do not exist: nothing is sent to them.
        Mail.objects.filter(email__in=[text.email for text in COLLECTIONS]).delete()


def _make(team: User, text: CollectionText) -> None:
    words = PageWords(text.name, typeset(text.reason), typeset(text.title), text.occasion)
    fund = Fund.objects.get(cause__slug=text.cause)
    ends_on = timezone.localdate() + timedelta(days=text.days)
    page = open_page(
        Opening(new_key(), text.email, fund, words, text.goal_cents, ends_on, text.language), ""
    )
    if text.character:
        picture = _picture(text.character, text.colour)
        page = change_page(page, Change(words, text.goal_cents, ends_on, picture), page.version)
    page = send_page(page, page.version)
    if text.is_approved:
        page = decide(page, Action.APPROVE, user=team)
        for place, (name, amount_cents) in enumerate(text.gifts):
            _give(page, name, amount_cents, "" if place else typeset(text.words))
        if text.monthly:
            _give_monthly(page, *text.monthly)
        if text.news:
            decide(post_news(page, new_key(), typeset(text.news)), Action.APPROVE, user=team)


def _make_team(user: User) -> None:
    """Let the two pages for vegetables collect together."""
    first, second = (Fundraiser.objects.get(title=typeset(title)) for title in TEAM_PAGES)
    team = decide(open_team(first, new_key(), TEAM), Action.APPROVE, user=user)
    join_team(second, invite_address(team).split("/")[-2])


def _give(page: Fundraiser, name: str, amount_cents: int, message: str) -> None:
    """Keep a gift as the test provider would have told it."""
    gift = Donation.objects.create(
        fundraiser=page,
        amount_cents=amount_cents,
        provider=KEY,
        is_test=True,
        visibility=Visibility.ALIAS if name else Visibility.ANONYMOUS,
        name=name,
        message=message,
    )
    event = (f"paid-{gift.key}", EventKind.PAID, gift.key, amount_cents, gift.currency)
    receive_event(KEY, Notification(*event, occurred_at=timezone.now(), is_test=True))


def _give_monthly(page: Fundraiser, name: str, amount_cents: int) -> None:
    """Keep a monthly gift and its first month as the test provider would have told them."""
    order = RecurringGift.objects.create(
        fundraiser=page,
        amount_cents=amount_cents,
        provider=KEY,
        is_test=True,
        visibility=Visibility.ALIAS,
        name=name,
    )
    now = timezone.now()
    told = OrderNotification(
        f"started-{order.key}",
        MonthlyEventKind.STARTED,
        order.key,
        now,
        is_test=True,
        order_ref=f"sub_{order.key}",
    )
    receive_order(KEY, told)
    event = (f"paid-in_{order.key}", EventKind.PAID, order.key, amount_cents, order.currency)
    month = Notification(*event, occurred_at=now, is_test=True, instalment=f"in_{order.key}")
    receive_event(KEY, month)


def _picture(character: str, colour: str) -> bytes:
    """Draw a character on flat colour, as a photograph of itself."""
    body = (
        f'<path fill="{colour}" d="M0 0H400V300H0Z"/>'
        f'<svg x="95" y="14" width="210" height="280" viewBox="0 0 240 320">'
        f"{character_markup(character)}</svg>"
    )
    return rasterise_png(body, (400, 300), (_WIDTH_PX, _HEIGHT_PX))
