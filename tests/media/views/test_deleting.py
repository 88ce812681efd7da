"""Deleting a film, or learning where it is shown."""

from django.urls import reverse

from media.models import Video


def test_a_film_that_nothing_shows_goes(desk, in_library):
    address = reverse("wagtailmedia:delete", args=[in_library().pk])
    assert "No page shows this film" in desk.get(address).content.decode()
    assert desk.post(address).headers["location"] == reverse("wagtailmedia:index")
    assert Video.objects.count() == 0


def test_a_film_that_an_episode_shows_stays_and_the_episode_is_counted(
    desk, in_library, make_episode
):
    video = in_library()
    make_episode("Deux kilos", video=video)
    address = reverse("wagtailmedia:delete", args=[video.pk])
    question = desk.get(address).content.decode()
    assert "something that you may not edit" in question
    assert "cannot be without it" in question
    assert "Yes, delete" not in question
    answer = desk.post(address)
    assert answer.status_code == 409
    assert "still shown by 1" in answer.content.decode()
    assert Video.objects.get() == video


def test_pages_that_the_reader_may_edit_are_named(client, admin, in_library, make_episode):
    client.force_login(admin)
    video = in_library()
    episode = make_episode("Deux kilos", video=video)
    html = client.get(reverse("wagtailmedia:delete", args=[video.pk])).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[episode.pk]) in html
    assert "Deux kilos" in html


def test_somebody_without_rights(client, visitor, in_library):
    client.force_login(visitor)
    address = reverse("wagtailmedia:delete", args=[in_library().pk])
    assert client.post(address).headers["location"] == reverse("wagtailadmin_home")
    assert Video.objects.count() == 1
