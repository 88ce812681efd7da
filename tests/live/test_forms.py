"""The form of a programme: lengths as people type them, choices that belong to it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from live.models import Feed, LiveProgrammePage, Run, Segment

pytestmark = pytest.mark.django_db


@pytest.fixture
def live_page(make_live):
    return make_live(segments=[{"title": "Un", "planned_s": 270}, {"title": "Deux"}])


def part(segment: Segment, **values):
    local = segment.hard_start_at
    return {
        "id": segment.pk or "",
        "carried_key": segment.key,
        "kind": segment.kind,
        "title": segment.title,
        "planned_s": "4:30",
        "hard_start_at": local or "",
        "theme": "",
        "feed": "",
        "guests": "",
        "place": "",
        "country": "",
        "continent": "",
        "time_zone": "",
        "fallback_key": "",
        "notes": "",
        "prompter": "",
        **values,
    }


def data(live_page, parts, initial: int | None = None):
    local = timezone.localtime(live_page.starts_at)
    count = len(parts) if initial is None else initial
    return nested_form_data(
        {
            "title": live_page.title,
            "slug": live_page.slug,
            "pitch": "",
            "starts_at": local.strftime("%Y-%m-%d %H:%M"),
            "planned_minutes": "60",
            "time_zone": "Europe/Paris",
            "campaign": "",
            "poster_colour": "carrot",
            "poster_picture": "",
            "takes_comments": live_page.takes_comments,
            "calls": streamfield([]),
            "body": streamfield([]),
            "segments": inline_formset(parts, initial=count),
            "comments": inline_formset([]),
        }
    )


@pytest.fixture
def form_of(admin):
    handler = LiveProgrammePage.get_edit_handler()
    form_class = handler.get_form_class()

    def make(live_page, values=None):
        return form_class(values, instance=live_page, for_user=admin)

    return make


def segment_errors(form) -> list[dict]:
    form.is_valid()
    return [dict(one.errors) for one in form.formsets["segments"].forms]


def test_lengths_are_shown_and_typed_as_minutes_and_seconds(live_page, form_of):
    first = form_of(live_page).formsets["segments"].forms[0]
    assert 'value="4:30"' in str(first["planned_s"])
    segments = list(live_page.segments.all())
    form = form_of(
        live_page, data(live_page, [part(segments[0], planned_s="1:05:00"), part(segments[1])])
    )
    assert form.is_valid(), (form.errors, segment_errors(form))
    saved = form.save(commit=False)
    assert [one.planned_s for one in saved.segments.all()] == [3900, 270]


@pytest.mark.parametrize("typed", ["", "1:75", "longtemps", "0:00", "7:00:00"])
def test_a_length_that_is_none_is_refused(live_page, form_of, typed):
    segments = list(live_page.segments.all())
    form = form_of(
        live_page, data(live_page, [part(segments[0], planned_s=typed), part(segments[1])])
    )
    assert not form.is_valid()
    assert "planned_s" in segment_errors(form)[0]


def test_a_part_stays_the_same_through_drafts(live_page, form_of):
    segments = list(live_page.segments.all())
    unsaved = Segment(title="Trois")
    parts = [part(segments[0]), part(segments[1]), part(unsaved, id="")]
    form = form_of(live_page, data(live_page, parts, initial=2))
    assert form.is_valid(), (form.errors, segment_errors(form))
    saved = form.save(commit=False)
    assert [one.key for one in saved.segments.all()] == [
        *(one.key for one in segments),
        unsaved.key,
    ]


def test_a_row_that_was_copied_becomes_another_part(live_page, form_of):
    segments = list(live_page.segments.all())
    twin = part(segments[0], id="")
    form = form_of(
        live_page, data(live_page, [part(segments[0]), part(segments[1]), twin], initial=2)
    )
    assert form.is_valid(), (form.errors, segment_errors(form))
    keys = [one.key for one in form.save(commit=False).segments.all()]
    assert len(set(keys)) == 3


def test_the_empty_row_carries_no_key(live_page, form_of):
    assert not form_of(live_page).formsets["segments"].empty_form["carried_key"].value()


def test_fallbacks_and_feeds_are_those_of_the_programme(live_page, form_of, make_live):
    own = Feed.objects.create(programme=live_page, name="Plateau")
    foreign = Feed.objects.create(programme=make_live(), name="Autre")
    segments = list(live_page.segments.all())
    first = form_of(live_page).formsets["segments"].forms[0]
    assert [key for key, _ in first.fields["fallback_key"].choices] == ["", segments[1].key]
    good = part(segments[0], fallback_key=segments[1].key, feed=own.pk)
    form = form_of(live_page, data(live_page, [good, part(segments[1])]))
    assert form.is_valid(), segment_errors(form)
    wrong = part(segments[0], fallback_key=segments[0].key, feed=foreign.pk)
    form = form_of(live_page, data(live_page, [wrong, part(segments[1])]))
    assert set(segment_errors(form)[0]) == {"fallback_key", "feed"}


def test_a_hard_start_before_the_programme_is_refused(live_page, form_of):
    segments = list(live_page.segments.all())
    for hours, is_refused in ((-1, True), (1, False)):
        at = timezone.localtime(live_page.starts_at + timedelta(hours=hours))
        late = part(segments[1], hard_start_at=at.strftime("%Y-%m-%d %H:%M"))
        form = form_of(live_page, data(live_page, [part(segments[0]), late]))
        assert form.is_valid() is not is_refused
        assert ("hard_start_at" in segment_errors(form)[1]) is is_refused


def test_an_unknown_time_zone_is_refused(live_page, form_of):
    segments = list(live_page.segments.all())
    far = part(segments[1], time_zone="Mars/Olympus")
    form = form_of(live_page, data(live_page, [part(segments[0]), far]))
    assert "time_zone" in segment_errors(form)[1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("javascript:alert(1)", "https://"),
        ("https://www.youtube.com/@potager", "ouvrez le direct lui-même"),
        ("https://youtu.be:8443/dQw4w9WgXcQ", "un port"),
        ("https://evil.example/" + "x" * 500, "500"),
    ],
)
def test_an_address_that_cannot_be_shown_says_what_to_paste(live_page, form_of, typed, said):
    parts = [part(one) for one in live_page.segments.all()]
    values = data(live_page, parts) | {"outside_address": typed}
    form = form_of(live_page, values)
    assert not form.is_valid()
    assert said in str(form.errors["outside_address"])
    assert form["outside_address"].value() == typed


def test_an_address_that_can_be_shown(live_page, form_of):
    parts = [part(one) for one in live_page.segments.all()]
    typed = " https://www.youtube.com/live/dQw4w9WgXcQ?si=x "
    form = form_of(live_page, data(live_page, parts) | {"outside_address": typed})
    assert form.is_valid(), form.errors
    assert form.save(commit=False).outside.key == "dQw4w9WgXcQ"


def premiere_data(live_page, episode):
    return {**data(live_page, []), "film": episode.pk}


def test_a_premiere_is_as_long_as_its_film(make_live, make_episode, make_film, form_of):
    page = make_live()
    episode = make_episode(video=make_film(with_files=False, duration=150))
    form = form_of(page, premiere_data(page, episode))
    assert form.is_valid(), form.errors
    assert (form.instance.planned_minutes, form.instance.film) == (3, episode)


def test_a_film_that_is_not_ready_is_refused(make_live, make_episode, form_of):
    page = make_live()
    form = form_of(page, premiere_data(page, make_episode(video=None)))
    assert not form.is_valid()
    assert "n’est pas prêt" in form.errors["film"][0]


def test_what_was_live_becomes_no_premiere(make_live, make_episode, make_film, form_of):
    page = make_live()
    values = premiere_data(page, make_episode(video=make_film(with_files=False)))
    run = Run.objects.create(programme=page, started_at=page.starts_at, is_rehearsal=True)
    assert form_of(page, values).is_valid()
    Run.objects.filter(pk=run.pk).update(is_rehearsal=False)
    assert "film" in form_of(page, values).errors


def test_a_premiere_has_no_outside_picture(make_live, make_episode, make_film, form_of):
    page = make_live()
    values = premiere_data(page, make_episode(video=make_film(with_files=False)))
    form = form_of(page, values | {"outside_address": "https://youtu.be/dQw4w9WgXcQ"})
    assert "adresse extérieure" in form.errors["film"][0]
