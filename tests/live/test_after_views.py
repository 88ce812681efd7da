"""The screen that closes a live, through all layers."""

import pytest
from django.urls import reverse

from live.domain.lay_out_replay import lay_out_replay
from live.models import Recording, ReplayChapter, ReplayFilm
from tests.live.replays import NOON, make_entry, make_live, make_replay, tick_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house, make_campaign):
    recording = make_replay(house.home, "a" * 450, step_s=10, campaign=make_campaign())
    make_entry(recording.run, "Nairobi <b>", 30, 60)
    return lay_out_replay(recording)


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def screen(desk, replay):
    return desk.get(reverse("live_after", args=[replay.run_id])).text


def send(desk, recording, name, **form):
    return desk.post(reverse(name, args=[recording.run_id]), {"seen": recording.version, **form})


def fresh(replay):
    return Recording.objects.get(pk=replay.pk)


def test_all_of_it(desk, replay):
    page = screen(desk, replay)
    assert "Tour du monde" in page
    assert f'data-hls="/air/{replay.run.key}/replay.m3u8"' in page
    assert "Nairobi &lt;b&gt;" in page
    assert 'href="?t=4485#trim"' in page
    assert page.count("after__check--done") == 0
    assert 'name="replay" value="1" disabled' in page


def test_from_the_first_tick_to_the_public_replay(desk, replay, house):
    assert send(desk, replay, "live_trim", head="0:10", tail="1:00", slates="30").status_code == 302
    assert fresh(replay).head_trim_s == 10
    chapter = ReplayChapter.objects.get()
    rows = {"chapters-TOTAL_FORMS": 1, "chapters-INITIAL_FORMS": 1}
    rows |= {"chapters-0-pk": chapter.pk, "chapters-0-at": "0:25", "chapters-0-title": "Kenya"}
    assert send(desk, replay, "live_chapters", **rows).status_code == 302
    chapter.refresh_from_db()
    assert (chapter.title, chapter.at_s, chapter.is_set_by_hand) == ("Kenya", 25, True)
    assert send(desk, replay, "live_tick", point="quantities", done="1").status_code == 302
    assert send(desk, replay, "live_next", following="none").status_code == 302
    page = screen(desk, replay)
    assert page.count("after__check--done") == 4
    assert 'name="replay" value="1" disabled' not in page
    assert send(desk, fresh(replay), "live_close", replay="1").status_code == 302
    assert fresh(replay).is_public
    assert replay.run.programme.url in screen(desk, replay)
    assert send(desk, fresh(replay), "live_close", replay="0").status_code == 302
    assert not fresh(replay).is_public


def test_the_next_live(desk, replay, house):
    following = make_live(house.home, "Le suivant", starts_at=NOON.replace(year=2090))
    assert "Le suivant" in screen(desk, replay)
    send(desk, replay, "live_next", following=following.pk)
    assert fresh(replay).next_programme == following
    answer = send(desk, replay, "live_next", following="999")
    assert (answer.status_code, fresh(replay).next_programme) == (422, following)


@pytest.mark.parametrize(
    ("name", "form", "typed"),
    [
        ("live_trim", {"head": "1:75", "tail": "0:03", "slates": "30"}, 'value="1:75"'),
        ("live_trim", {"head": "9:00:00", "tail": "0:03", "slates": "30"}, 'value="9:00:00"'),
        ("live_trim", {"head": "", "tail": "", "slates": "-1"}, 'value="-1"'),
    ],
)
def test_what_was_typed_wrongly_stays_with_its_reason(desk, replay, name, form, typed):
    answer = send(desk, replay, name, **form)
    assert 400 <= answer.status_code < 500
    assert typed in answer.text
    assert fresh(replay).trim_checked_at is None


@pytest.mark.parametrize(("at", "title"), [("2:00:00", "Kenya"), ("abc", "Kenya"), ("0:25", "")])
def test_a_chapter_that_cannot_be(desk, replay, at, title):
    chapter = ReplayChapter.objects.get()
    rows = {"chapters-TOTAL_FORMS": 1, "chapters-INITIAL_FORMS": 1}
    rows |= {"chapters-0-pk": chapter.pk, "chapters-0-at": at, "chapters-0-title": title}
    answer = send(desk, replay, "live_chapters", **rows)
    assert 400 <= answer.status_code < 500
    assert f'value="{at}"' in answer.text
    assert fresh(replay).chapters_checked_at is None


def test_one_more_needs_a_time(desk, replay):
    rows = {"chapters-TOTAL_FORMS": 1, "chapters-INITIAL_FORMS": 0, "chapters-0-title": "Kenya"}
    assert send(desk, replay, "live_chapters", **rows).status_code == 422
    assert (
        send(desk, replay, "live_chapters", **rows, **{"chapters-0-at": "1:00"}).status_code == 302
    )
    assert ReplayChapter.objects.filter(title="Kenya", at_s=60).exists()


def test_forms_of_nothing(desk, replay):
    for name in ("live_trim", "live_chapters", "live_next", "live_tick", "live_close"):
        answer = desk.post(reverse(name, args=[replay.run_id]))
        assert 400 <= answer.status_code < 500, name


def test_somebody_trimmed_meanwhile(desk, replay):
    send(desk, replay, "live_trim", head="0:10", tail="", slates="30")
    answer = send(desk, replay, "live_trim", head="0:20", tail="", slates="30")
    assert (answer.status_code, fresh(replay).head_trim_s) == (409, 10)
    assert 'value="0:20"' in answer.text


def test_not_closed_before_all_is_done(desk, replay):
    assert send(desk, replay, "live_close", replay="1").status_code == 409
    assert fresh(replay).closed_at is None


def test_nothing_was_recorded(desk, house):
    replay = make_replay(house.home, "")
    page = screen(desk, replay)
    assert "potager-player" not in page
    send(desk, replay, "live_tick", point="trim", done="1")
    assert fresh(replay).trim_checked_at is not None
    tick_all(replay)
    assert send(desk, replay, "live_close", replay="0").status_code == 302
    assert fresh(replay).closed_at is not None


@pytest.mark.parametrize("state", ["waits", "encoded", "ready", "failed"])
def test_where_the_film_stands(desk, replay, make_film, state):
    Recording.objects.update(is_public=True)
    film = make_film()
    values = {"failed": {"error_code": "MED-024"}, "encoded": {"video": film}}.get(state, {})
    ReplayFilm.objects.create(recording=replay, **values)
    if state == "ready":
        Recording.objects.update(video=film)
    page = screen(desk, replay)
    assert ("MED-024" in page) == (state == "failed")
    assert (reverse("wagtailmedia:edit", args=[film.pk]) in page) == (state in ("ready", "encoded"))


def test_a_fixed_number_of_queries(desk, replay, django_assert_max_num_queries):
    for number in range(5):
        make_entry(replay.run, f"Partie {number}", 100 + number, 101 + number)
    lay_out_replay(replay)
    screen(desk, replay)
    with django_assert_max_num_queries(45):
        screen(desk, replay)


def test_only_for_those_who_publish(client, replay, make_user):
    address = reverse("live_after", args=[replay.run_id])
    assert client.get(address).status_code == 302
    client.force_login(make_user("ana", "wagtailadmin.access_admin"))
    assert client.get(address).status_code == 302
    assert send(client, replay, "live_tick", point="trim", done="1").status_code == 302
    assert fresh(replay).trim_checked_at is None
    assert client.get(reverse("live_after", args=[999])).status_code in (302, 404)


def test_a_live_from_elsewhere(desk, house, make_film):
    recording = make_replay(house.home, "", outside_address="https://vimeo.com/123456789")
    page = screen(desk, recording)
    assert 'id="trim"' not in page
    assert 'id="chapters"' not in page
    answer = send(desk, recording, "live_replay_place", address="https://evil.example/x")
    assert answer.status_code == 422
    assert "Nous ne savons pas montrer cette adresse" in answer.text
    assert 'value="https://evil.example/x"' in answer.text
    both = {"address": "https://vimeo.com/987654321", "film": make_film().pk}
    answer = send(desk, recording, "live_replay_place", **both)
    assert answer.status_code == 400
    assert "pas les deux" in answer.text
    send(desk, recording, "live_replay_place", address=both["address"])
    assert fresh(recording).outside_address == both["address"]
    send(desk, fresh(recording), "live_next", following="none")
    assert send(desk, fresh(recording), "live_close", replay="1").status_code == 302
    text = desk.get(recording.run.programme.url).text
    assert "https://player.vimeo.com/video/987654321?dnt=1" in text
    send(desk, fresh(recording), "live_replay_place", film=both["film"])
    assert "player.vimeo.com" not in desk.get(f"{recording.run.programme.url}?film").text
    answer = send(desk, fresh(recording), "live_replay_place")
    assert (answer.status_code, fresh(recording).is_public) == (409, True)
