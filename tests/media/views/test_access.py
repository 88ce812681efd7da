"""The two gates of the library's screens."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import Http404, HttpResponse
from django.urls import reverse

from media.views.access import for_contributors, for_editors


@pytest.fixture
def request_by(rf):
    def request_by(user):
        request = rf.get("/")
        request.user = user
        request.session = {}
        request._messages = FallbackStorage(request)
        return request

    return request_by


def test_editors_get_the_film_others_are_sent_home(request_by, editor, visitor, make_video):
    video = make_video()
    view = for_editors(lambda request, film: HttpResponse(film.title))
    assert view(request_by(editor), video.pk).content == b"Le poireau"
    assert view(request_by(visitor), video.pk).headers["location"] == reverse("wagtailadmin_home")
    with pytest.raises(Http404):
        view(request_by(editor), 10**9)


def test_contributors_may_add(request_by, editor, visitor):
    view = for_contributors(lambda request: HttpResponse("in"))
    assert view(request_by(editor)).content == b"in"
    assert view(request_by(visitor)).status_code == 302
