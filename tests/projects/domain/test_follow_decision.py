"""Publishing opens a count of likes, once; what is removed is out of every browser's reach."""

import pytest

from audience.models import Meter
from media.gateways.people_pictures import DescribedPicture
from projects.domain.post_news import post_news
from projects.gateways.project_pictures import is_withheld
from projects.models import Step
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_one_meter_however_often_it_is_shown(project, mo):
    meter, published = project.meter, project.published_at
    hidden = decide(project, Action.HIDE, user=mo)
    shown = decide(hidden, Action.APPROVE, user=mo)
    assert (shown.meter, shown.published_at) == (meter, published)
    assert meter.name == project.title
    assert Meter.objects.count() == Step.objects.count() == 1


def test_a_refused_one_has_none(sent, mo):
    assert decide(sent(), Action.REJECT, user=mo, reason="hate").meter is None


def test_the_picture_of_a_removed_one(publish, admin, django_capture_on_commit_callbacks):
    project = publish(picture=b"jpeg")
    with django_capture_on_commit_callbacks(execute=True):
        gone = decide(project, Action.REMOVE, user=admin, reason="unlawful")
    assert is_withheld(gone.picture)
    back = decide(gone, Action.RESTORE, user=admin)
    with django_capture_on_commit_callbacks(execute=True):
        assert not is_withheld(decide(back, Action.APPROVE, user=admin).picture)


@pytest.fixture
def news(project, mo):
    """News with a picture that everybody sees."""
    return decide(
        post_news(project, "k", "Une roue", DescribedPicture(b"jpeg")), Action.APPROVE, user=mo
    )


def test_the_picture_of_removed_news(news, admin, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        gone = decide(news, Action.REMOVE, user=admin, reason="unlawful")
    assert is_withheld(gone.picture)
    back = decide(gone, Action.RESTORE, user=admin)
    with django_capture_on_commit_callbacks(execute=True):
        assert not is_withheld(decide(back, Action.APPROVE, user=admin).picture)


def test_pictures_of_news_go_and_come_with_their_project(
    news, admin, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        gone = decide(news.project, Action.REMOVE, user=admin, reason="unlawful")
    news.refresh_from_db()
    assert is_withheld(news.picture)
    back = decide(gone, Action.RESTORE, user=admin)
    with django_capture_on_commit_callbacks(execute=True):
        decide(back, Action.APPROVE, user=admin)
    news.refresh_from_db()
    assert not is_withheld(news.picture)
