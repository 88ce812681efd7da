"""What the site of the browser tests holds. Called through `manage.py shell`, inside the site."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale

from ambassadors.models import Ambassador
from audience.domain.follow_links import CONFIRM, link_to
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink, Subscription
from episodes.models import EpisodePage
from fundraising.domain.issue_yearly import issue_years  # noqa: F401
from fundraising.domain.receive_event import receive_event
from fundraising.gateways.payments import Notification
from fundraising.models import Donation, Fundraiser, RecurringGift, Supporter
from home.models import HomePage
from live.models import ChannelFilm, LiveIndexPage, LiveProgrammePage, Run, Segment
from media.domain.receive_upload import begin_upload, finish_upload
from media.gateways import upload_store
from media.models import Chapter, Video
from portal.demo.drawing import typeset
from portal.demo.english import make_english
from portal.demo.library import make_films, make_posters, render_source
from portal.demo.pages import make_site
from portal.demo.people import make_people
from portal.demo.scripts import BY_SLUG
from projects.models import Project
from qa.domain.fold import fold
from qa.enums import NoticeGround, NoticeState, TextState
from qa.models import Notice, Question, Theme
from tests.browser.places import (
    CHAPTERS,
    CHRONICLE,
    FILM,
    LIVE_PATH,
    NOTICE,
    PREMIERE,
    PREMIERED,
    QUESTION,
)
from users.models import User


def fill() -> None:
    """Build the demo's people, pages and posters, and draw two of its films.

    The others stay without a file: their pages must be usable all the same.
    """
    make_people()
    films = make_films(User.objects.get(username="editor"))
    make_site(films, make_posters())
    make_english()
    Chapter.objects.bulk_create(
        Chapter(video=films[FILM], start_s=start_s, title=title) for start_s, title in CHAPTERS
    )
    question = Question.objects.public().filter(theme__slug="donner").earliest("pk")
    Question.objects.filter(pk=question.pk).update(code=QUESTION)
    Notice.objects.create(
        key=NOTICE,
        kind=question.kind,
        subject_id=question.pk,
        words=question.text,
        ground=NoticeGround.SPAM,
        email="zoe@example.org",
        state=NoticeState.DISMISSED,
        answer="C’est une vraie question.",
        decided_at=timezone.now(),
    )
    for slug in (FILM, CHRONICLE):
        render_source(slug)


def write_link(email: str, path: str) -> None:
    """Write the address of the last link that was sent to a supporter into a file."""
    owner = Supporter.objects.get(email=email)
    link = MailboxLink.objects.filter(purpose="supporter", key=owner.pk).latest("pk")
    Path(path).write_text(reverse("sign_in", args=[token_of(link)]))


def write_ambassador_link(email: str, path: str) -> None:
    """Write the address of the last link that was sent to an ambassador into a file."""
    one = Ambassador.objects.get(email=email)
    link = MailboxLink.objects.filter(key=one.code).latest("pk")
    Path(path).write_text(reverse("enter_as_ambassador", args=[token_of(link)]))


def write_project_link(email: str, path: str) -> None:
    """Write the address of the last link that was sent to a proposer into a file."""
    project = Project.objects.filter(email=email).latest("pk")
    link = MailboxLink.objects.filter(key=project.code).latest("pk")
    Path(path).write_text(reverse("enter_as_proposer", args=[token_of(link)]))


def give_real_money(path: str) -> None:
    """Let a bank tell of 20 € for a page of the demo; write the donor's address into a file."""
    page = Fundraiser.objects.public().filter(fund__cause__slug="manger-bien").first()
    gift = Donation.objects.create(fundraiser=page, amount_cents=20_00, provider="bank")
    told = (f"paid-{gift.key}", "paid", gift.key, 20_00, "EUR", timezone.now(), False)
    receive_event("bank", Notification(*told))
    Path(path).write_text(gift.get_absolute_url())


def give_each_month(path: str) -> None:
    """Let a bank tell of a month of last year, of 10 € a month; write the donor's address down."""
    page = Fundraiser.objects.public().filter(fund__cause__slug="manger-bien").first()
    order = RecurringGift.objects.create(fundraiser=page, amount_cents=10_00, provider="bank")
    now = timezone.now()
    last_year = now.replace(year=now.year - 1, month=6, day=1)
    told = (f"paid-{order.key}", "paid", order.key, 10_00, "EUR", last_year, False)
    receive_event("bank", Notification(*told, instalment=f"in_{order.key}"))
    Path(path).write_text(order.get_absolute_url())


def add_themes(*slugs: str) -> None:
    """Make themes that take questions, beside those of the demo."""
    for slug in slugs:
        Theme.objects.create(
            name=slug,
            slug=slug,
            question="Et si tout le monde demandait ?",
            locale=Locale.objects.get(language_code="fr"),
        )


def erase_questions(*slugs: str) -> None:
    """Take what a flood left out of the moderators' queue."""
    Question.objects.filter(theme__slug__in=slugs).delete()


def give_source(slug: str, path: str) -> None:
    """Hand the file `path` in as the source of a demo film, as a finished upload."""
    video = Video.objects.get(title=typeset(BY_SLUG[slug].title))
    editor = video.uploaded_by_user
    size_bytes = Path(path).stat().st_size
    upload = begin_upload(editor, Path(path).name, size_bytes, video.collection_id, video.pk)
    copy = Path(shutil.copy(path, f"{path}.handed-in"))
    upload_store.adopt_part(upload.key, copy)
    finish_upload(upload)


def add_live_programme(title: str) -> None:
    """Publish a live programme on one theme of the demo, and two who run it: regie and ana."""
    for name in ("regie", "ana"):
        user, is_new = User.objects.get_or_create(username=name)
        if is_new:
            user.set_password("secret")
            user.save()
            user.groups.set([Group.objects.get(name="Showcallers")])
            with Path(settings.DATA_DIR, "demo-logins.txt").open("a") as logins:
                logins.write(f"{name} secret\n")
    home = HomePage.objects.get(locale__language_code="fr")
    index = LiveIndexPage.objects.child_of(home).first()
    if index is None:
        index = home.add_child(instance=LiveIndexPage(title="Direct", slug="direct"))
    page = LiveProgrammePage(title=title, slug=slugify(title), starts_at=timezone.now())
    page.themes.set([Theme.objects.get(slug="donner", locale__language_code="fr")])
    lines = (
        ("Accueil", 120, "studio"),
        ("Le jardin d’Awa", 600, "duplex"),
        ("Au revoir", 60, "studio"),
    )
    page.segments.set(
        [
            Segment(title=title, planned_s=planned_s, kind=kind, sort_order=place)
            for place, (title, planned_s, kind) in enumerate(lines)
        ]
    )
    index.add_child(instance=page)
    page.save_revision().publish()


def ask_on_air(text: str) -> None:
    """Ask on the theme of the live programmes of the tests, shown to all."""
    theme = Theme.objects.get(slug="donner", locale__language_code="fr")
    Question.objects.create(
        theme=theme,
        text=text,
        fold=fold(text),
        state=TextState.APPROVED,
        received_at=timezone.now(),
    )


def fill_channel() -> None:
    """Put two short films on the channel of the list of lives; the second has a page of its own."""
    first = EpisodePage.objects.get(slug=FILM, locale__language_code="fr")
    second = EpisodePage(
        title="La même, en rappel", slug="en-rappel", video=first.video, campaign=first.campaign
    )
    first.get_parent().add_child(instance=second)
    second.save_revision().publish()
    _set_channel([first, second])


def empty_channel() -> None:
    """Take the channel off the list of lives."""
    _set_channel([])
    EpisodePage.objects.get(slug="en-rappel").delete()


def _set_channel(episodes: list[EpisodePage]) -> None:
    index = LiveIndexPage.objects.get(locale__language_code="fr")
    index.has_channel = bool(episodes)
    index.channel_films = [
        ChannelFilm(episode=episode, sort_order=place) for place, episode in enumerate(episodes)
    ]
    index.save_revision().publish()


def announce_premiere(starts_at: str) -> None:
    """Announce the premiere of a film, or set another hour for it."""
    page = LiveProgrammePage.objects.filter(slug=PREMIERE).first()
    if page is None:
        page = LiveProgrammePage(title="La première", slug=PREMIERE, pitch="Enfin.")
    episode = EpisodePage.objects.get(slug=PREMIERED, locale__language_code="fr")
    page.film, page.campaign = episode, episode.campaign
    page.starts_at, page.planned_minutes = datetime.fromisoformat(starts_at), 1
    if page.pk is None:
        page.themes.set([Theme.objects.get(slug="donner", locale__language_code="fr")])
        LiveIndexPage.objects.get(locale__language_code="fr").add_child(instance=page)
    page.save_revision().publish()


def forget_premiere() -> None:
    """Take the premiere away: its film is for everybody again."""
    LiveProgrammePage.objects.get(slug=PREMIERE).delete()


def take_down_lives() -> None:
    """End what is on air and take down every live but the demo's, as if no test had made any."""
    Run.objects.filter(ended_at__isnull=True).update(ended_at=timezone.now())
    french = LiveProgrammePage.objects.live().filter(locale__language_code="fr")
    for page in french.exclude(slug=LIVE_PATH.strip("/").rpartition("/")[2]):
        page.unpublish()


def note_confirmation(email: str, path: str) -> None:
    """Write to `path` the address at which the owner of `email` confirms a reminder."""
    subscription = Subscription.objects.get(email=email)
    Path(path).write_text(link_to(CONFIRM, subscription))
