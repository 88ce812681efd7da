"""What the site of the browser tests holds. Called through `manage.py shell`, inside the site."""

import shutil
from pathlib import Path

from django.utils import timezone

from audience.domain.follow_links import CONFIRM, link_to
from audience.models import Subscription
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
from qa.models import Notice, Question
from tests.browser.places import CHAPTERS, CHRONICLE, FILM, NOTICE, QUESTION
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


def give_source(slug: str, path: str) -> None:
    """Hand the file `path` in as the source of a demo film, as a finished upload."""
    video = Video.objects.get(title=typeset(BY_SLUG[slug].title))
    editor = video.uploaded_by_user
    size_bytes = Path(path).stat().st_size
    upload = begin_upload(editor, Path(path).name, size_bytes, video.collection_id, video.pk)
    copy = Path(shutil.copy(path, f"{path}.handed-in"))
    upload_store.adopt_part(upload.key, copy)
    finish_upload(upload)


def note_confirmation(email: str, path: str) -> None:
    """Write to `path` the address at which the owner of `email` confirms a reminder."""
    subscription = Subscription.objects.get(email=email)
    Path(path).write_text(link_to(CONFIRM, subscription))
