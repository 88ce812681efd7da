"""The demo's projects: proposed, read, published, liked and adopted as people would."""

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from audience.domain.count_acts import Offer as Act
from audience.domain.count_acts import count_acts
from audience.models import Mail, MailboxLink
from campaigns.models import CampaignPage, Pledge
from media.gateways.people_pictures import DescribedPicture
from portal.demo.drawing import character_markup, rasterise_png, typeset
from portal.demo.palette import CARROT, MINT
from projects.domain.adopt import adopt
from projects.domain.check_words import ProjectWords
from projects.domain.enter import enter
from projects.domain.offer_adoption import Offered, offer_adoption
from projects.domain.post_news import post_news
from projects.domain.propose_project import Proposal, propose_project
from projects.gateways.project_pictures import read_picture
from projects.models import Offer, Project, Step
from qa.domain.decide import decide
from qa.enums import Action
from qa.models.keys import new_key
from users.models import User

_WIDTH_PX, _HEIGHT_PX = 960, 720


@dataclass(frozen=True)
class ProjectText:
    """A project. `quantity` is (number, unit, goods); not `is_published`: it waits for the team.

    `news_picture` is (character, colour, what it shows).
    """

    email: str
    title: str
    field: str
    town: str
    for_whom: str
    need: str
    story: str
    name: str
    organisation: str
    quantity: tuple[int, str, str]
    likes: int = 0
    days_ago: int = 3
    character: str = ""
    colour: str = MINT
    news: str = ""
    news_picture: tuple[str, str, str] | None = None
    is_published: bool = True
    language: str = "fr"


ADOPTED = "L’épicerie où l’on choisit"
LOOKING = "Des roues pour la soupe"
CAMPAIGN = "deux-kilos"
PROJECTS = (
    ProjectText(
        "epicerie@demo.example", ADOPTED, "social", "Villeurbanne",
        "120 familles qui préfèrent un panier choisi à un colis tout fait",
        "Des légumes frais, chaque semaine, pour des étals où l’on choisit.",
        "Un colis, c’est gentil. Choisir son poireau, c’est mieux : on le regarde, on hésite, on "
        "prend celui d’à côté.\n\nNous avons les étals, la balance et trois bénévoles qui savent "
        "rendre la monnaie. Il ne manque que les légumes.",
        "Germaine", "L’épicerie du coin, vraiment", (40_000_000, "g", "légumes"), 64, 19,
        "poireau", CARROT,
        "Premier arrivage : les poireaux sont partis avant les discours.",
    ),
    ProjectText(
        "soupe@demo.example", LOOKING, "food", "Lyon 8e",
        "60 voisins qui ne descendent plus l’escalier",
        "Un triporteur, pour que la soupe arrive chaude.",
        "Nous cuisinons 60 soupes le mardi. À pied, la dernière arrive tiède, et le poireau s’en "
        "plaint.\n\nAvec un triporteur, quatre marmites roulent d’un coup. Nous avons un garage, "
        "une pompe et quelqu’un qui sait freiner.",
        "Odile", "Les Louches libres", (2_800_00, "cent", ""), 7, 6, "courge", MINT,
        "Répétition générale avec une brouette : soupe chaude, bras mous.",
        ("oignon", CARROT, "Un oignon essoufflé, qui a poussé la brouette."),
    ),
    ProjectText(
        "theatre@demo.example", "Le théâtre d’épluchures", "culture", "Saint-Étienne",
        "Les enfants de trois quartiers, et leurs grands-mères",
        "Quarante chaises pliantes : le public s’assoit par terre depuis deux saisons.",
        "Nos marionnettes sont des légumes. Le rôle du traître est tenu par un navet, qui le vit "
        "bien.\n\nLa salle est prêtée, la lumière aussi. Les chaises servent ensuite à tout le "
        "quartier : on les prête à qui les replie.",
        "Amadou", "", (40, "item", "chaises pliantes"), 3, 2,
    ),
    ProjectText(
        "clinique@demo.example", "Le potager à hauteur de fauteuil", "health", "Vénissieux",
        "25 patients du centre de rééducation",
        "Six bacs surélevés, pour jardiner assis.",
        "Semer un radis fait travailler douze muscles et tous les sourires. Les bacs sont "
        "dessinés, la terrasse est solide, l’équipe est prête.",
        "Inès", "L’équipe de l’après-midi", (6, "item", "bacs surélevés"), is_published=False,
    ),
    ProjectText(
        "tools@demo.example", "A shed that lends", "housing", "Lyon 3e",
        "Everybody on our street who owns one screw and no screwdriver",
        "Fifteen good tools, so that a street can mend itself.",
        "One drill is used for thirteen minutes in its life. Ours would be busier than a carrot in "
        "stew season.\n\nWe have the shed, the shelves and a retired joiner who explains.",
        "Maud", "The Lending Shed", (15, "item", "tools"), 2, 4, language="en",
    ),
)  # fmt: skip


def make_projects(team: User, campaigns: dict[str, CampaignPage]) -> None:
    """Let the demo's projects be proposed and found, unless there are any."""
    if Project.objects.exists():
        return
    with transaction.atomic():
        for text in PROJECTS:
            _make(team, text)
        _adopt(team, campaigns[CAMPAIGN])
        _offer()
        # These mailboxes do not exist: nothing is sent to them.
        Mail.objects.filter(email__endswith="@demo.example", occasion__in=_OCCASIONS).delete()


_OCCASIONS = ("project_link", "project", "godparent_link", "godparent")


def _make(team: User, text: ProjectText) -> None:
    number, unit, goods = text.quantity
    words = ProjectWords(
        title=typeset(text.title),
        field=text.field,
        town=text.town,
        for_whom=typeset(text.for_whom),
        need=typeset(text.need),
        story=typeset(text.story),
        name=text.name,
        organisation=typeset(text.organisation),
        quantity=number,
        unit=unit,
        goods=goods,
    )
    picture = _picture(text.character, text.colour) if text.character else None
    project = propose_project(
        Proposal(new_key(), text.email, words, picture, text.language), network_address=""
    )
    project = enter(MailboxLink.objects.get(key=project.code))
    if not text.is_published:
        return
    project = decide(project, Action.APPROVE, user=team)
    when = timezone.now() - timedelta(days=text.days_ago)
    Project.objects.filter(pk=project.pk).update(published_at=when)
    Step.objects.filter(project=project).update(happened_at=when)
    _like(project, text.likes)
    if text.news:
        news = post_news(project, new_key(), typeset(text.news), _news_picture(text))
        decide(news, Action.APPROVE, user=team)


def _adopt(team: User, page: CampaignPage) -> None:
    """Let the vegetables that are promised already be the godparent of the one that needs them."""
    project = Project.objects.get(title=typeset(ADOPTED))
    adopt(project, Pledge.objects.filter(meter=page.meter).first(), team, project.version)


def _offer() -> None:
    """Let a firm offer to adopt the other one; its offer waits in the inbox."""
    project = Project.objects.get(title=typeset(LOOKING))
    words = "Un triporteur d’occasion, révisé, avant la saison des potages."
    offered = Offered(
        new_key(),
        "atelier@demo.example",
        "Cycles Guidon & Filles",
        "Colette Guidon",
        "gérante",
        words,
    )
    offer = offer_adoption(project, offered, network_address="")
    Offer.objects.filter(pk=offer.pk).update(proved_at=timezone.now() - timedelta(days=1))


def _like(project: Project, likes: int) -> None:
    """Let so many made-up people like a project, one of them twice."""
    assert project.meter is not None
    acts = [
        Act(
            meter_key=project.meter.key,
            kind="like",
            received_at=timezone.now(),
            nonce=f"{project.code}-{place}",
            person=f"{project.code}-{number}",
            network=f"{number}-{project.code}",
        )
        for place, number in enumerate((*range(likes), 0))
    ]
    count_acts(acts)


def _news_picture(text: ProjectText) -> DescribedPicture | None:
    if text.news_picture is None:
        return None
    character, colour, alt = text.news_picture
    drawn = _picture(character, colour)
    return DescribedPicture(read_picture(BytesIO(drawn), len(drawn)), typeset(alt))


def _picture(character: str, colour: str) -> bytes:
    """Draw a character on flat colour, as a photograph of itself."""
    body = (
        f'<path fill="{colour}" d="M0 0H400V300H0Z"/>'
        f'<svg x="95" y="14" width="210" height="280" viewBox="0 0 240 320">'
        f"{character_markup(character)}</svg>"
    )
    return rasterise_png(body, (400, 300), (_WIDTH_PX, _HEIGHT_PX))
