"""What is not public stands in no public byte: no rehearsal, no key, no question nobody approved.

Every secret of the programme has the same strange word in it, and that word is looked for in all
that an anonymous visitor can get: pages, feeds, calendars, states, manifests.
"""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from live.domain.insert_entry import NewLine, insert_entry
from live.domain.invite_guest import invite_guest
from live.domain.message_presenter import message_presenter
from live.domain.open_feed import open_feed
from live.domain.presenter_links import make_presenter_link
from live.domain.start_run import start_run
from live.domain.take import take
from live.enums import EntryState
from live.models import AirSegment, Recording, ReplayChapter, Run
from live.models.keys import digest_of
from qa.enums import TextState
from tests.live.airing import deliver, make_session

pytestmark = pytest.mark.django_db

CANARY = "kakapo"
SECRET_STATES = (
    TextState.PENDING,
    TextState.HELD,
    TextState.HIDDEN,
    TextState.REJECTED,
    TextState.WITHDRAWN,
    TextState.REMOVED,
)
SHOWN = "Qui a mangé la courge ?"


@pytest.fixture
def programme(make_show, debate, make_asked):
    """A programme that hides something everywhere it can."""
    for state in SECRET_STATES:
        make_asked(f"Question {state} {CANARY} ?", state=state, name=CANARY)
    make_asked(SHOWN)
    secret = {"notes": f"{CANARY} notes", "prompter": f"{CANARY} prompter"}
    hidden = {"hides_place": True, "place": f"{CANARY} cellar", "country": CANARY}
    return make_show(
        themes=(debate,),
        lines=(
            ("Accueil", 60, secret),
            ("Chez quelqu’un", 120, {"kind": "duplex", **secret, **hidden}),
        ),
    )


@pytest.fixture
def director(make_user):
    """Somebody with every right: what they may see, the public may not."""
    return make_user("sam", is_superuser=True)


@pytest.fixture
def secrets(programme, director) -> list[str]:
    """Let feeds, links and a rehearsal exist; return their keys, beside the canary itself."""
    feed, key = open_feed(director, programme, f"{CANARY} camera", "studio")
    rehearsal = start_run(programme, director, is_rehearsal=True)
    rehearsal = insert_entry(rehearsal, director, 1, NewLine(f"{CANARY} line", 60))
    message_presenter(rehearsal, director, f"{CANARY} message")
    Run.objects.filter(pk=rehearsal.pk).update(feed=feed)
    link = make_presenter_link(rehearsal, director)
    guest = invite_guest(director, feed)
    keys = [key, digest_of(key), rehearsal.key, link, digest_of(link), guest, digest_of(guest)]
    return [CANARY, *keys]


@pytest.fixture
def public_bytes(client, asgi, programme):
    """Return all that an anonymous visitor gets, by its address, and the statuses."""

    def fetch(*more: str) -> dict[str, tuple[int, str]]:
        cache.clear()
        pages = [
            programme.url, programme.get_parent().url, "/", "/directs.xml", "/directs.ics",
            f"/directs/{programme.calendar_uid}.ics", "/sitemap.xml", "/search/?q=courge",
            "/themes/", "/themes/argent/", "/themes/argent/questions/", "/themes/argent/questions.xml",
            "/themes/argent/questions/nouvelles/", "/themes/argent/semblables/?texte=Question",
            f"/synthe/{programme.pk}/",
        ]  # fmt: skip
        found = {path: client.get(path) for path in pages}
        told = {
            path: (answer.status_code, answer.getvalue().decode()) for path, answer in found.items()
        }
        for path in (f"/state/live/programme-{programme.pk}.json", *more):
            answer = asgi("GET", path)
            told[path] = (answer.status, answer.body.decode("utf-8", "replace"))
        return told

    return fetch


def leaks(told: dict[str, tuple[int, str]], secrets: list[str]) -> list[str]:
    return [
        f"{path}: {secret}"
        for path, (_, text) in told.items()
        for secret in secrets
        if secret.casefold() in text.casefold()
    ]


def addresses_of(run: Run) -> list[str]:
    manifests = [f"/air/{run.key}/{name}.m3u8" for name in ("master", "source", "replay")]
    return [f"/state/live/{run.key}.json", *manifests]


def put_on_air(programme, director) -> Run:
    """Put the programme on air with a second of its feed behind it."""
    run = start_run(programme, director, is_rehearsal=False)
    run = take(run, director, 1, believed=None)
    (segment,) = deliver(make_session(run.feed), 0)
    AirSegment.objects.create(
        run=run, number=1, source=segment, is_discontinuity=False, length_s=1,
        aired_at=segment.starts_at,
    )  # fmt: skip
    return run


def test_before_it_begins_while_it_is_rehearsed(programme, secrets, public_bytes):
    rehearsal = Run.objects.get(is_rehearsal=True)
    told = public_bytes(*addresses_of(rehearsal))
    assert {told[path][0] for path in addresses_of(rehearsal)} == {404}
    assert {status for path, (status, _) in told.items() if rehearsal.key not in path} == {200}
    assert SHOWN in told["/themes/argent/questions/"][1]
    for path in addresses_of(rehearsal):
        del told[path]
    assert leaks(told, secrets) == []


def test_on_air(programme, director, secrets, public_bytes):
    run = put_on_air(programme, director)
    told = public_bytes(*addresses_of(run)[:-1])
    assert {status for status, _ in told.values()} == {200}
    assert "Accueil" in told[programme.url][1]
    assert f'"run":"{run.key}"' in told[f"/state/live/{run.key}.json"][1]
    assert leaks(told, secrets) == []


def test_as_a_replay(programme, director, secrets, public_bytes):
    run = put_on_air(programme, director)
    ended_at = timezone.now() + timedelta(seconds=1)
    run.entries.filter(state=EntryState.ON_AIR).update(state=EntryState.DONE, ended_at=ended_at)
    Run.objects.filter(pk=run.pk).update(ended_at=ended_at)
    recording = Recording.objects.create(run=run, is_public=True, length_s=1)
    entry = run.entries.first()
    ReplayChapter.objects.create(
        recording=recording, entry=entry, title=entry.title, at_s=0, wall_at=run.started_at
    )
    told = public_bytes(*addresses_of(run))
    assert {status for status, _ in told.values()} == {200}
    assert "chapters__one" in told[programme.url][1]
    assert leaks(told, secrets) == []
