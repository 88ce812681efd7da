"""Something to collect for, pages that do, their owners, and the team that reads them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from itertools import count

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from audience.domain.mailbox_links import token_of
from campaigns.models import Cause, Organisation
from fundraising.domain.receive_event import receive_event
from fundraising.domain.sign_in import make_link
from fundraising.domain.team_sums import enter_team
from fundraising.gateways.helloasso import HelloAsso
from fundraising.gateways.payments import Notification, _gateways, register_gateway
from fundraising.gateways.stripe_checkout import StripeCheckout
from fundraising.models import (
    Donation,
    Fund,
    Fundraiser,
    MatchingGift,
    News,
    RecurringGift,
    Supporter,
    TaxStanding,
    Team,
)
from qa.enums import TextState
from tests.fundraising.gateways.fake_helloasso import (
    CLIENT,
    ORGANIZATION,
    FakeHelloAsso,
    fake_helloasso,
)
from tests.fundraising.gateways.fake_helloasso import SECRET as CLIENT_SECRET
from tests.fundraising.gateways.fake_stripe import KEY, SECRET, FakeStripe, fake_stripe


@pytest.fixture
def make_fund(house) -> Callable[..., Fund]:
    """Open a cause for collection, in French."""

    def make(name: str = "Manger bien", **values: object) -> Fund:
        beneficiary, _ = Organisation.objects.get_or_create(name="Épicerie du Pont")
        cause = Cause.objects.create(
            name=name,
            slug=name.lower().replace(" ", "-"),
            summary="Des légumes pour tout le monde.",
            locale=house.home.locale,
        )
        return Fund.objects.create(**{"cause": cause, "beneficiary": beneficiary, **values})

    return make


@pytest.fixture
def fund(make_fund) -> Fund:
    return make_fund()


@pytest.fixture
def make_supporter(db) -> Callable[..., Supporter]:
    def make(email: str = "zoe@example.org", **values: object) -> Supporter:
        return Supporter.objects.get_or_create(email=email, defaults=values)[0]

    return make


@pytest.fixture
def make_page_of(fund, make_supporter) -> Callable[..., Fundraiser]:
    """Make a page that is online, of zoe@example.org unless `email` says whose."""

    def make(email: str = "zoe@example.org", **values: object) -> Fundraiser:
        number = Fundraiser.objects.count() + 1
        now = timezone.now()
        values.setdefault("owner", make_supporter(email))
        return Fundraiser.objects.create(
            **{
                "fund": fund,
                "slug": f"zoe-court-{number}",
                "occasion": "race",
                "title": "Zoé court",
                "reason": "Un kilomètre, un kilo.",
                "name": "Zoé",
                "goal_cents": 300_00,
                "ends_on": timezone.localdate() + timedelta(days=30),
                "state": TextState.APPROVED,
                "sent_at": now,
                **values,
            }
        )

    return make


@pytest.fixture
def make_news(make_page_of) -> Callable[..., News]:
    """Tell something on a page; it is online unless told otherwise."""

    def make(page: Fundraiser | None = None, **values: object) -> News:
        usual = {"fundraiser": page or make_page_of(), "text": "Trois kilomètres."}
        return News.objects.create(**usual | {"state": TextState.APPROVED} | values)

    return make


@pytest.fixture
def make_team(fund, make_supporter) -> Callable[..., Team]:
    """Make a team of pages that is online; its captain is zoe@example.org."""

    def make(*pages: Fundraiser, **values: object) -> Team:
        usual = {"fund": fund, "name": "Les Navets volants", "state": TextState.APPROVED}
        usual["captain"] = make_supporter()
        team = Team.objects.create(**usual | values)
        for page in pages:
            enter_team(page, team)
        return team

    return make


@pytest.fixture
def fundraiser(make_page_of) -> Fundraiser:
    return make_page_of()


@pytest.fixture
def _gifts_on(settings) -> None:
    """This site is a demo: its test provider takes gifts, and they are shown."""
    settings.TEST_GIFTS = "shown"


@pytest.fixture
def page_with_gifts(_gifts_on, fund, fundraiser) -> Fundraiser:
    """A page that takes gifts through the test provider."""
    fund.provider = "test"
    fund.save()
    return Fundraiser.objects.get(pk=fundraiser.pk)


@pytest.fixture
def stripe_api(settings) -> Iterator[FakeStripe]:
    """Stripe, on this machine; the site is https://potager.example."""
    settings.PUBLIC_URL = "https://potager.example"
    with fake_stripe() as fake:
        yield fake


@pytest.fixture
def stripe_account(stripe_api) -> Iterator[StripeCheckout]:
    """An association's account at Stripe that funds can choose."""
    gateway = StripeCheckout("stripe-pont", "Stripe (Pont)", KEY, (SECRET,), stripe_api.address)
    register_gateway(gateway)
    yield gateway
    del _gateways[gateway.key]


@pytest.fixture
def helloasso_api(settings) -> Iterator[FakeHelloAsso]:
    """HelloAsso, on this machine; the site is https://potager.example."""
    settings.PUBLIC_URL = "https://potager.example"
    cache.clear()
    with fake_helloasso() as fake:
        yield fake


@pytest.fixture
def helloasso_account(helloasso_api) -> Iterator[HelloAsso]:
    """An association's account at HelloAsso that funds can choose."""
    names = (ORGANIZATION, CLIENT, CLIENT_SECRET)
    gateway = HelloAsso("helloasso-pont", "HelloAsso", *names, api=helloasso_api.address)
    register_gateway(gateway)
    yield gateway
    del _gateways[gateway.key]


@pytest.fixture
def make_gift(make_page_of) -> Callable[..., Donation]:
    """Begin a gift of 20 €, of real money unless told otherwise."""

    def make(page: Fundraiser | None = None, **values: object) -> Donation:
        page = page or make_page_of()
        usual = {"fundraiser": page, "amount_cents": 20_00, "provider": "bank"}
        return Donation.objects.create(**usual | values)

    return make


@pytest.fixture
def make_order(make_page_of) -> Callable[..., RecurringGift]:
    """Begin a monthly gift of 10 €, of real money unless told otherwise."""

    def make(page: Fundraiser | None = None, **values: object) -> RecurringGift:
        usual = {"fundraiser": page or make_page_of(), "amount_cents": 10_00, "provider": "bank"}
        return RecurringGift.objects.create(**usual | values)

    return make


@pytest.fixture
def issuer(fund) -> TaxStanding:
    """The fund's receiver issues its tax receipts here."""
    fund.beneficiary.rna = "W751000001"
    fund.beneficiary.save()
    return TaxStanding.objects.create(
        organisation=fund.beneficiary,
        scheme="need",
        issues_receipts=True,
        address="3 quai du Pont, 69000 Lyon",
        purpose="Aide alimentaire",
        signatory="Marguerite Navet",
        signatory_title="trésorière",
    )


@pytest.fixture
def matching(fund) -> MatchingGift:
    """Radis & Fils adds as much as is given these days, 100 € at most."""
    today = timezone.localdate()
    return MatchingGift.objects.create(
        fund=fund,
        sponsor=Organisation.objects.create(name="Radis & Fils"),
        rate_percent=100,
        cap_cents=100_00,
        starts_on=today - timedelta(days=10),
        ends_on=today + timedelta(days=10),
    )


@pytest.fixture
def tell() -> Callable[..., bool]:
    """Let the provider tell something of a gift; say whether it was new."""
    names = count(1)

    def tell(
        gift: Donation, kind: str = "paid", cents: int | None = None, **values: object
    ) -> bool:
        told = {
            "event_id": f"evt-{next(names)}",
            "kind": kind,
            "reference": gift.key,
            "amount_cents": gift.amount_cents if cents is None else cents,
            "currency": "EUR",
            "occurred_at": timezone.now(),
            "is_test": gift.is_test,
        }
        return receive_event(gift.provider, Notification(**told | values))

    return tell


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    """Give back a browser in which the owner of a mailbox has used a link."""

    def sign_in(supporter: Supporter) -> Client:
        client = Client()
        answer = client.post(reverse("sign_in", args=[token_of(make_link(supporter))]))
        assert answer.status_code == 302
        return client

    return sign_in


@pytest.fixture
def mo(make_user) -> object:
    """A moderator."""
    return make_user("mo", "qa.sort_text", "qa.moderate_text")


@pytest.fixture
def draw() -> Callable[..., bytes]:
    """Draw a picture as a file."""

    def draw(size: tuple[int, int] = (640, 480), kind: str = "PNG", **values: object) -> bytes:
        drawn = BytesIO()
        Image.new("RGB", size, "orange").save(drawn, kind, **values)
        return drawn.getvalue()

    return draw


@pytest.fixture
def form_of_a_page(fund) -> dict[str, object]:
    """What somebody types who opens a page."""
    return {
        "occasion": "race",
        "fund": fund.pk,
        "name": "Zoé",
        "reason": "Un kilomètre, un kilo.",
        "goal": "300",
        "ends_on": f"{timezone.localdate() + timedelta(days=20):%Y-%m-%d}",
        "email": "Zoe@Example.org",
        "title": "",
    }
