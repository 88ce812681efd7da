"""Poster, captions, chapters and another try, as the page of a film sends them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from media.models import TextTrack

CUES = [{"start_s": 1.0, "end_s": 2.0, "text": "un"}]


@pytest.fixture
def send(desk):
    def send(name, video, *parts, **data):
        return desk.post(reverse(f"films:{name}", args=[video.pk, *parts]), data)

    return send


def captions(data):
    return SimpleUploadedFile("a.vtt", data)


def test_captions_in(send, in_library):
    video = in_library()
    file = captions(b"WEBVTT\n\n00:01.000 --> 00:02.000\nun\n")
    answer = send("add_track", video, kind="captions", language="fr", file=file)
    assert answer.headers["location"].endswith("#texts-section")
    assert video.text_tracks.get().cues == CUES


def test_refused_captions_name_the_line(send, in_library):
    video = in_library()
    file = captions(b"WEBVTT\n\n00:03.000 --> 00:02.000\nun\n")
    answer = send("add_track", video, kind="captions", language="fr", file=file)
    assert answer.status_code == 422
    assert "Line 3: this caption ends before it starts" in answer.content.decode()
    assert video.text_tracks.count() == 0


def test_captions_out_and_away(send, desk, in_library):
    video = in_library()
    TextTrack.objects.create(video=video, language="fr", cues=CUES)
    address = reverse("films:download_track", args=[video.pk, "captions", "fr"])
    answer = desk.get(address)
    assert answer.content == b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nun\n"
    assert "attachment" in answer.headers["content-disposition"]
    send("remove_track", video, "captions", "fr")
    assert video.text_tracks.count() == 0
    assert desk.get(address).status_code == 404
    assert send("remove_track", video, "captions", "fr").status_code == 404


def rows(*chapters):
    data = {"chapters-TOTAL_FORMS": str(len(chapters)), "chapters-INITIAL_FORMS": "0"}
    for number, (start, title, *gone) in enumerate(chapters):
        data |= {f"chapters-{number}-start_s": start, f"chapters-{number}-title": title}
        data |= {f"chapters-{number}-DELETE": "on"} if gone else {}
    return data


def test_chapters(send, in_library):
    video = in_library()
    chapters = rows(("1:00", "La soupe"), ("0", "Le marché"), ("5", "x", "gone"), ("", ""))
    answer = send("chapters", video, **chapters)
    assert answer.headers["location"].endswith("#chapters-section")
    assert list(video.chapters.values_list("start_s", "title")) == [
        (0, "Le marché"),
        (60, "La soupe"),
    ]


@pytest.mark.parametrize(
    ("chapters", "told"),
    [
        (rows(("1:75", "La soupe")), "Write a time as minutes and seconds"),
        (rows(("0:05", "La soupe")), "The first chapter must start at 0:00"),
    ],
)
def test_refused_chapters_are_shown_again(send, in_library, chapters, told):
    video = in_library()
    answer = send("chapters", video, **chapters)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert 'value="La soupe"' in answer.content.decode()
    assert video.chapters.count() == 0


def test_posters(send, in_library):
    video = in_library()
    send("poster", video, candidate="8")
    video.refresh_from_db()
    assert video.poster_choice == 8
    drawn = BytesIO()
    Image.new("RGB", (800, 450)).save(drawn, "PNG")
    send("poster", video, picture=SimpleUploadedFile("a.png", drawn.getvalue()))
    video.refresh_from_db()
    assert video.thumbnail.name.endswith(".jpg")


def test_a_refused_poster_says_why(send, in_library):
    answer = send("poster", in_library(), picture=SimpleUploadedFile("a.png", b"<svg/>"))
    assert answer.status_code == 422
    assert "not a picture that we can read" in answer.content.decode()
    assert "Choose a frame" in send("poster", in_library()).content.decode()


def test_another_try(send, make_video):
    video = make_video(state="failed", failure_code="MED-022")
    send("encode", video)
    video.refresh_from_db()
    assert (video.failure_code, video.encodings.count()) == ("", 1)


def test_somebody_without_rights_changes_nothing(client, visitor, in_library):
    client.force_login(visitor)
    video = in_library()
    for name in ("encode", "poster", "chapters", "add_track"):
        answer = client.post(reverse(f"films:{name}", args=[video.pk]), {"candidate": "8"})
        assert answer.headers["location"] == reverse("wagtailadmin_home")
    video.refresh_from_db()
    assert (video.poster_choice, video.encodings.count()) == (3, 1)


def test_asking_without_sending_changes_nothing(desk, in_library):
    video = in_library()
    for name in ("encode", "poster", "chapters", "add_track", "replace"):
        assert desk.get(reverse(f"films:{name}", args=[video.pk])).status_code == 405
    assert video.encodings.count() == 1
