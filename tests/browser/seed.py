"""What the site of the browser tests holds. Called through `manage.py shell`, inside the site."""

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale

from audience.domain.follow_links import CONFIRM, link_to
from audience.models import Subscription
from fundraising.domain.send_link import token_of
from fundraising.models import SignIn
from home.models import HomePage
from live.models import LiveIndexPage, LiveProgrammePage, Run, Segment
from media.domain.receive_upload import begin_upload, finish_upload
from media.gateways import upload_store
from media.models import Chapter, Video
from portal.demo.drawing import typeset
from portal.demo.english import make_english
from portal.demo.library import make_films, make_posters, render_source
from portal.demo.pages import make_site
from portal.demo.people import make_people
from portal.demo.scripts import BY_SLUG
from qa.enums import NoticeGround, NoticeState
from qa.models import Notice, Question, Theme
from tests.browser.places import CHAPTERS, CHRONICLE, FILM, LIVE_PATH, NOTICE, QUESTION
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
    link = SignIn.objects.filter(supporter__email=email).latest("pk")
    Path(path).write_text(reverse("sign_in", args=[token_of(link)]))


def add_themes(*slugs: str) -> None:
    """Make themes that take questions, beside those of the demo."""
    for slug in slugs:
        Theme.objects.create(
            name=slug,
            slug=slug,
            question="Et si tout le monde demandait ?",
            locale=Locale.objects.get(language_code="fr"),
        )


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
