"""The demo's site: its pages in French, the main ones in English, and its menus."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from campaigns.models import CampaignIndexPage, CampaignPage, Organisation
from episodes.models import Credit, EpisodePage, ProgrammeIndexPage, ProgrammePage, Quote
from home.models import HomePage, MenuItem, PlainPage, SiteSettings
from home.models.settings import MenuPlace
from media.models import Picture, Video
from portal.demo import texts
from portal.demo.ambassadors import make_ambassadors
from portal.demo.collections import make_collections
from portal.demo.comments import make_comments
from portal.demo.drawing import typeset
from portal.demo.lives import make_lives
from portal.demo.partners import make_partners
from portal.demo.projects import make_projects
from portal.demo.promises import make_promises
from portal.demo.questions import make_questions
from portal.demo.scripts import BY_SLUG
from portal.demo.watching import make_watching
from qa.models import Theme
from users.models import User

Films = dict[str, Video]
Posters = dict[str, Picture]


def make_site(films: Films, posters: Posters) -> bool:
    """Build the demo's pages unless the site already has a front page; say whether it did."""
    if HomePage.objects.exists():
        return False
    french, _ = Locale.objects.get_or_create(language_code="fr")
    organisations = {
        key: Organisation.objects.get_or_create(name=typeset(name))[0]
        for key, name in texts.ORGANISATIONS.items()
    }
    themes = {text.slug: _theme(text, french) for text in texts.THEMES}
    home = _home(french)
    campaigns = _campaigns(home, films, posters, organisations)
    admin = User.objects.get(username="admin")
    make_promises(admin, campaigns)
    make_partners(admin, organisations, campaigns)
    make_collections(admin, organisations)
    make_projects(admin, campaigns)
    make_ambassadors(admin, campaigns["tour-du-monde"])
    _programmes(home, films, posters, themes, campaigns)
    for slug, title, intro, text, _english in texts.PLAIN_PAGES:
        body: list[tuple[str, object]] = [("text", texts.rich(text))]
        if slug == texts.SHOWCASE_SLUG:
            body += _showcase(films, posters, campaigns)
        page = PlainPage(
            slug=slug,
            title=typeset(title),
            intro=typeset(intro),
            body=body,
            search_description=typeset(intro),
        )
        _publish(home, page)
    home.campaign = campaigns["deux-kilos"]
    home.save_revision().publish()
    _settings(home)
    themes["donner"].campaigns.add(campaigns["deux-kilos"])
    make_lives(home, themes, campaigns["deux-kilos"], posters["tour-du-monde"])
    make_questions(admin, themes)
    make_comments(admin)
    make_watching(films.values())
    return True


def _home(locale: Locale) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(
        title="Cette semaine, on rit utile",
        slug="cagette",
        locale=locale,
        search_description=typeset(
            "Des films courts et drôles qui remplissent des cagettes de légumes."
        ),
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    address = urlsplit(settings.PUBLIC_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    old = Site.objects.filter(is_default_site=True).first()
    site = old or Site(is_default_site=True)
    site.hostname, site.port = address.hostname, port
    site.root_page, site.site_name = home, texts.SITE_NAME
    site.save()
    # Wagtail's own welcome page has no place in this garden.
    Page.objects.filter(depth=2).exclude(pk=home.pk).delete()
    return home


def _theme(text: texts.ThemeText, locale: Locale) -> Theme:
    return Theme.objects.get_or_create(
        slug=text.slug,
        locale=locale,
        defaults={
            "name": text.name,
            "question": typeset(text.question),
            "colour": text.colour,
        },
    )[0]


def _campaigns(
    home: HomePage, films: Films, posters: Posters, organisations: dict[str, Organisation]
) -> dict[str, CampaignPage]:
    index = CampaignIndexPage(
        title="Campagnes",
        slug="campagnes",
        intro="Une promesse, un film, et la preuve à la fin.",
        search_description="Toutes les campagnes de la cagette.tv.",
    )
    _publish(home, index)
    today = timezone.localdate()
    made = {}
    for age, text in enumerate(reversed(texts.CAMPAIGNS)):
        body: list[tuple[str, object]] = []
        if text.story:
            body.append(("text", texts.rich(text.story)))
        if text.quote[0]:
            keys = ("text", "author", "role")
            body.append(("quote", dict(zip(keys, map(typeset, text.quote), strict=True))))
        page = CampaignPage(
            slug=text.slug,
            title=typeset(text.title),
            kicker=typeset(text.kicker),
            pitch=typeset(text.pitch),
            promise=typeset(text.promise),
            poster_colour=text.colour,
            poster_picture=posters[text.poster],
            sponsor=organisations[text.sponsor],
            beneficiary=organisations[text.beneficiary],
            video=films.get(text.film),
            starts_on=today - timedelta(days=21 + 40 * (len(texts.CAMPAIGNS) - 1 - age)),
            ends_on=today + timedelta(days=40) if text.film else today - timedelta(days=60),
            give_url=texts.GIVE_URL if text.film else "",
            calls=[_call(*call) for call in text.calls],
            body=body,
            search_description=typeset(text.pitch),
        )
        _publish(index, page)
        made[text.slug] = page
    return made


def _call(act: str, moment: str, audience: str, sentence: str) -> tuple[str, dict[str, str]]:
    words = {"act": act, "moment": moment, "audience": audience, "sentence": typeset(sentence)}
    return "call", words


def _programmes(
    home: HomePage,
    films: Films,
    posters: Posters,
    themes: dict[str, Theme],
    campaigns: dict[str, CampaignPage],
) -> None:
    index = ProgrammeIndexPage(
        title="Émissions",
        slug="emissions",
        intro="Courtes, drôles, et toutes finies avant le dessert.",
        search_description="Toutes les émissions de la cagette.tv.",
    )
    _publish(home, index)
    for text in reversed(texts.PROGRAMMES):
        programme = ProgrammePage(
            slug=text.slug,
            title=typeset(text.title),
            pitch=typeset(text.pitch),
            poster_colour=text.colour,
            poster_picture=posters[text.poster],
            search_description=typeset(text.pitch),
        )
        _publish(index, programme)
        for number, episode in enumerate(text.episodes, start=1):
            _episode(programme, number, episode, films, posters, themes, campaigns)


def _episode(
    programme: ProgrammePage,
    number: int,
    text: texts.EpisodeText,
    films: Films,
    posters: Posters,
    themes: dict[str, Theme],
    campaigns: dict[str, CampaignPage],
) -> None:
    film = BY_SLUG[text.film]
    body: list[tuple[str, object]] = []
    if text.story:
        body.append(("text", texts.rich(text.story)))
    if text.sources:
        sources = [
            {"title": typeset(title), "publisher": typeset(publisher)}
            for title, publisher in text.sources
        ]
        body.append(("sources", {"sources": sources}))
    page = EpisodePage(
        slug=film.slug,
        title=typeset(film.title),
        pitch=typeset(film.description),
        number=number,
        video=films[film.slug],
        excuse=typeset(film.excuse),
        rebuttal=typeset(film.rebuttal),
        campaign=campaigns.get(text.campaign),
        poster_colour=text.colour,
        poster_picture=posters[film.poster],
        body=body,
        search_description=typeset(film.description),
    )
    page.themes = [themes[slug] for slug in text.themes]
    page.credits = [
        Credit(role=typeset(role), name=typeset(name), sort_order=order)
        for order, (role, name) in enumerate(text.credits)
    ]
    page.quotes = [
        Quote(words=typeset(words), said_by=typeset(said_by), second=second, sort_order=order)
        for order, (words, said_by, second) in enumerate(texts.QUOTES.get(film.slug, ()))
    ]
    _publish(programme, page)


def _showcase(
    films: Films, posters: Posters, campaigns: dict[str, CampaignPage]
) -> list[tuple[str, object]]:
    """Return one of each block that an editor can put on a page."""
    figures = [
        {"picture": posters[slug], "caption": typeset(caption)}
        for slug, caption in texts.SHOWCASE_PICTURES
    ]
    quote = dict(zip(("text", "author"), map(typeset, texts.SHOWCASE_QUOTE), strict=True))
    return [
        ("figure", {"picture": posters["foule"], "caption": typeset(texts.SHOWCASE_CAPTION)}),
        ("quote", quote),
        ("film", {"film": films["prix-d-une-tomate"], "caption": "Le juste prix, en dessin."}),
        ("gallery", {"pictures": figures}),
        (
            "call_to_action",
            {
                "sentence": typeset("Une vue, deux kilos. On commence par là ?"),
                "label": "Voir la campagne",
                "page": campaigns["deux-kilos"],
                "address": "",
            },
        ),
    ]


def _publish(parent: Page, page: Page) -> None:
    parent.add_child(instance=page)
    page.save_revision().publish()


def _settings(home: HomePage) -> None:
    site = Site.objects.get(is_default_site=True)
    words = SiteSettings.for_site(site)
    words.tagline, words.about = typeset(texts.TAGLINE), typeset(texts.ABOUT)
    words.tagline_en, words.about_en = texts.TAGLINE_EN, texts.ABOUT_EN
    words.give_url, words.contact_email = texts.GIVE_URL, "bonjour@example.org"
    children = {page.slug: page for page in home.get_children()}
    entries = [
        (MenuPlace.MASTHEAD, "campagnes"),
        (MenuPlace.MASTHEAD, "emissions"),
        (MenuPlace.FOOTER, "qui-sommes-nous"),
        (MenuPlace.FOOTER, "mentions-legales"),
    ]
    words.menu_items = [
        MenuItem(place=place, page=children[slug], sort_order=order)
        for order, (place, slug) in enumerate(entries)
    ]
    words.save()
