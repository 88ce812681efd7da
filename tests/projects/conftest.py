"""Projects at each stage, the people around them, and browsers in which proposers have entered."""

from collections.abc import Callable
from io import BytesIO
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from audience.domain.count_acts import Offer as Act
from audience.domain.count_acts import count_acts
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink
from projects.domain import send_link, tell_offerer
from projects.domain.check_words import ProjectWords
from projects.domain.enter import enter
from projects.domain.propose_project import PURPOSE, Proposal, propose_project
from projects.models import Offer, Project
from qa.domain.decide import decide
from qa.enums import Action
from qa.models.keys import new_key
from tests.campaigns.conftest import make_pledge, meter  # noqa: F401

WORDS = {
    "title": "Des roues pour la soupe",
    "field": "food",
    "town": "Lyon",
    "for_whom": "60 voisins",
    "need": "Un triporteur, pour que la soupe arrive chaude.",
    "story": "Le mardi, 60 soupes.\n\nÀ pied, la dernière est tiède.",
    "name": "Odile",
    "organisation": "Les Louches libres",
}


@pytest.fixture
def words() -> Callable[..., ProjectWords]:
    """Make what a project says."""

    def make(**values: object) -> ProjectWords:
        return ProjectWords(**WORDS | values)

    return make


@pytest.fixture
def propose(db, words) -> Callable[..., Project]:
    """Propose a project, whose mailbox nobody has proved yet."""

    def propose(email: str = "odile@example.org", picture: bytes | None = None, **values: object):
        return propose_project(Proposal(new_key(), email, words(**values), picture), "")

    return propose


@pytest.fixture
def sent(propose) -> Callable[..., Project]:
    """Propose a project and press the link in the mail."""

    def sent(*args: object, **values: object) -> Project:
        project = propose(*args, **values)
        return enter(MailboxLink.objects.filter(key=project.code).last())

    return sent


@pytest.fixture
def publish(sent, mo) -> Callable[..., Project]:
    """Let the team publish a project."""

    def publish(*args: object, **values: object) -> Project:
        return decide(sent(*args, **values), Action.APPROVE, user=mo)

    return publish


@pytest.fixture
def project(publish) -> Project:
    """A project that everybody sees."""
    return publish()


@pytest.fixture
def like() -> Callable[..., list]:
    """Let so many new people like a project; return how each act ended."""
    names = count(1)

    def like(project: Project, times: int = 1, **values: object) -> list:
        acts = []
        for _ in range(times):
            name = next(names)
            usual = {
                "meter_key": project.meter.key,
                "kind": "like",
                "received_at": timezone.now(),
                "nonce": f"nonce-{name}",
                "person": f"person-{name}",
                "network": f"n{name}",
            }
            acts.append(Act(**usual | values))
        return count_acts(acts)

    return like


@pytest.fixture
def enter_own() -> Callable[..., Client]:
    """Give back a browser in which the proposer has used a link."""

    def enter_own(project: Project) -> Client:
        client = Client()
        link = MailboxLink.objects.create(purpose=send_link.PURPOSE, key=project.code)
        answer = client.post(reverse("enter_as_proposer", args=[token_of(link)]))
        assert answer.status_code == 302
        return client

    return enter_own


@pytest.fixture
def make_offer(db, request) -> Callable[..., Offer]:
    """Make an offer whose mailbox is proved."""

    def make(**values: object) -> Offer:
        usual = {
            "project": values.get("project") or request.getfixturevalue("project"),
            "firm": "Cycles Guidon",
            "name": "Colette",
            "title": "gérante",
            "email": "colette@example.org",
            "words": "Un triporteur révisé.",
            "proved_at": timezone.now(),
        }
        return Offer.objects.create(**usual | values)

    return make


@pytest.fixture
def offer_link() -> Callable[[Offer], MailboxLink]:
    """Make a link to an offer."""
    return lambda offer: MailboxLink.objects.create(purpose=tell_offerer.PURPOSE, key=offer.code)


@pytest.fixture
def typed() -> dict[str, str]:
    """What somebody types into the form of a project, with a fresh ticket."""
    from audience.domain.form_tickets import new_ticket

    extra = {"amount": "2 800 €", "unit": "cent", "goods": "", "email": "odile@example.org"}
    return WORDS | extra | {"agrees": "on", "ticket": new_ticket(PURPOSE)}


@pytest.fixture
def draw() -> Callable[..., bytes]:
    """Draw a picture as a file."""

    def draw(size: tuple[int, int] = (640, 480), kind: str = "PNG") -> bytes:
        drawn = BytesIO()
        Image.new("RGB", size, "orange").save(drawn, kind)
        return drawn.getvalue()

    return draw


@pytest.fixture
def mo(make_user) -> object:
    """A moderator."""
    return make_user("mo", "wagtailadmin.access_admin", "qa.sort_text", "qa.moderate_text")
