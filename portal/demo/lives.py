"""The demo's live programmes: a world tour of kitchen gardens, with made-up guests."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.models import Locale, Page

from campaigns.models import CampaignPage
from episodes.models import EpisodePage
from live.enums import Continent, FeedRole, SegmentKind
from live.models import ChannelFilm, Feed, LiveIndexPage, LiveProgrammePage, Segment
from media.models import Picture
from portal.demo.drawing import typeset
from qa.models import Theme

ZONE = "Europe/Paris"
DAYS_AHEAD = 10
BEGINS = time(14, 0)
SLUG = "le-tour-du-monde-des-potagers"
INDEX = ("Directs", "Ça se passe maintenant, et ça se mange après.")
INDEX_EN = ("Live", "It happens now, and you can eat it later.")
TITLE = "Le tour du monde des potagers"
PITCH = "Quatre heures, six potagers, trois questions, et une courge qui a le mal de l’avion."
TITLE_EN = "A world tour of kitchen gardens"
PITCH_EN = "Four hours, six gardens, three questions, and one airsick pumpkin."


@dataclass(frozen=True)
class Part:
    """One part of the demo's rundown; `english` is its title in English."""

    title: str
    minutes: int
    kind: SegmentKind = SegmentKind.STUDIO
    guests: str = ""
    place: str = ""
    country: str = ""
    continent: str = ""
    zone: str = ""
    theme: str = ""
    notes: str = ""
    english: str = ""


_LINK, _ASK, _CALL = SegmentKind.DUPLEX, SegmentKind.QUESTIONS, SegmentKind.CALL

PARTS = (
    Part(
        "Bienvenue, attachez vos tabliers", 8, guests="Suzon Fourchet",
        notes="Lancer le compteur. La courge est en retard, c’est prévu.",
        english="Welcome, fasten your aprons",
    ),
    Part(
        "Lisbonne : le chou qui voulait être fado", 12, _LINK, "Teresa Couveflor",
        "Lisbonne", "Portugal", Continent.EUROPE, "Europe/Lisbon",
        english="Lisbon: the cabbage that wanted to be a fado singer",
    ),
    Part(
        "Reportage : un balcon, douze tomates", 6, SegmentKind.REPORT,
        english="Report: one balcony, twelve tomatoes",
    ),
    Part(
        "Thiès : l’oignon qui ne fait pleurer personne", 15, _LINK, "Awa Ndiobène et Modou Sall",
        "Thiès", "Sénégal", Continent.AFRICA, "Africa/Dakar",
        english="Thiès: the onion that makes nobody cry",
    ),
    Part(
        "Vos questions : donner", 25, _ASK, theme="donner", english="Your questions: giving",
    ),
    Part("Une vue, deux kilos : on compte ensemble", 5, _CALL, english="One view, two kilos"),
    Part("Pause arrosage", 7, SegmentKind.BREAK, english="Watering break"),
    Part(
        "Montréal : une demi-heure sous la neige avec un radis", 30, _LINK,
        "Léonie Tremblay-Navet", "Montréal", "Canada", Continent.AMERICAS, "America/Montreal",
        english="Montréal: half an hour under the snow with a radish",
    ),
    Part(
        "Bogotá : la pomme de terre rentre chez elle", 12, _LINK, "Jairo Papaverde",
        "Bogotá", "Colombie", Continent.AMERICAS, "America/Bogota",
        english="Bogotá: the potato goes home",
    ),
    Part(
        "Vos questions : le juste prix", 25, _ASK, theme="juste-prix",
        english="Your questions: a fair price",
    ),
    Part(
        "Pondichéry : l’aubergine du soir", 12, _LINK, "Meena Baingan", "Pondichéry", "Inde",
        Continent.ASIA, "Asia/Kolkata", english="Puducherry: the aubergine of the evening",
    ),
    Part("Pause arrosage, la deuxième", 7, SegmentKind.BREAK, english="Watering break, again"),
    Part(
        "Nouméa : l’igname se lève tôt", 12, _LINK, "Wassaumi Igname", "Nouméa",
        "Nouvelle-Calédonie", Continent.OCEANIA, "Pacific/Noumea",
        notes="Il est tôt chez Wassaumi : café prêt, caméra testée la veille.",
        english="Nouméa: the yam rises early",
    ),
    Part(
        "Vos questions : équitable pour qui ?", 30, _ASK, theme="commerce-equitable",
        english="Your questions: fair for whom?",
    ),
    Part("Un clic, une cagette : dernier appel", 6, _CALL, english="One click, one crate"),
    Part("Ce qu’on a rempli ensemble", 14, english="What we filled together"),
)  # fmt: skip


def make_lives(
    home: Page, themes: dict[str, Theme], campaign: CampaignPage, poster: Picture
) -> LiveProgrammePage:
    """Announce the world tour, in ten days, with its rundown and a feed for each link.

    Until then the demo's films follow each other on the channel.
    """
    title, intro = INDEX
    index = LiveIndexPage(title=title, slug="directs", intro=typeset(intro), has_channel=True)
    index.channel_films = _channel_films(home)
    home.add_child(instance=index)
    index.save_revision().publish()
    page = LiveProgrammePage(
        title=typeset(TITLE),
        slug=SLUG,
        pitch=typeset(PITCH),
        starts_at=first_hour(),
        planned_minutes=sum(part.minutes for part in PARTS),
        time_zone=ZONE,
        poster_colour="leek",
        poster_picture=poster,
        campaign=campaign,
        donations_goal=2_000,
        search_description=typeset(PITCH),
    )
    page.themes = [themes[slug] for slug in ("donner", "juste-prix", "commerce-equitable")]
    index.add_child(instance=page)
    page.segments = _segments(page, themes)
    page.save_revision().publish()
    return page


def first_hour() -> datetime:
    """Return when the tour begins: in ten days, in the afternoon of the studio."""
    zone = ZoneInfo(ZONE)
    day = timezone.localdate(timezone=zone) + timedelta(days=DAYS_AHEAD)
    return datetime.combine(day, BEGINS, tzinfo=zone)


def translate_lives(home: Page, english: Locale) -> None:
    """Publish list and tour in English, if the demo has them."""
    page = LiveProgrammePage.objects.filter(slug=SLUG, locale=home.locale).first()
    if page is None:
        return
    index = page.get_parent().specific.copy_for_translation(english)
    index.title, index.intro = INDEX_EN
    index.slug, index.live = "live", True
    index.save_revision().publish()
    copy = page.copy_for_translation(english)
    copy.title, copy.pitch, copy.search_description = TITLE_EN, PITCH_EN, PITCH_EN
    copy.slug, copy.live = "a-world-tour-of-kitchen-gardens", True
    segments = list(copy.segments.all())
    for segment, part in zip(segments, PARTS, strict=True):
        segment.title, segment.notes = part.english, ""
    copy.segments = segments
    copy.save_revision().publish()


def _channel_films(home: Page) -> list[ChannelFilm]:
    """All films of the demo, in the order of their programmes; what is sound alone is not shown."""
    films = EpisodePage.objects.live().descendant_of(home).filter(video__type="video")
    return [
        ChannelFilm(episode=episode, sort_order=place)
        for place, episode in enumerate(films.order_by("path"))
    ]


def _segments(page: LiveProgrammePage, themes: dict[str, Theme]) -> list[Segment]:
    studio = Feed.objects.create(programme=page, name="Plateau")
    segments, report = [], ""
    for order, part in enumerate(PARTS):
        feed = studio
        if part.kind == SegmentKind.DUPLEX:
            feed = Feed.objects.create(programme=page, name=part.place, role=FeedRole.DUPLEX)
        segment = Segment(
            sort_order=order,
            kind=part.kind,
            title=typeset(part.title),
            planned_s=part.minutes * 60,
            feed=feed,
            guests=part.guests,
            place=part.place,
            country=part.country,
            continent=part.continent,
            time_zone=part.zone,
            theme=themes.get(part.theme),
            notes=typeset(part.notes),
        )
        report = segment.key if part.kind == SegmentKind.REPORT else report
        segments.append(segment)
    for segment in segments:
        if segment.kind == SegmentKind.DUPLEX:
            segment.fallback_key = report
    return segments
