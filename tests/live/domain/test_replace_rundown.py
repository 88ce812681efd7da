"""Another rundown is a draft, whole, of somebody who may, and who saw what it replaces."""

import pytest

from live.domain.replace_rundown import replace_rundown
from live.domain.rundown_templates import segments_of
from live.rundown_refusals import ChangedMeanwhile, MayNotPlan

pytestmark = pytest.mark.django_db


def draft_titles(page) -> list[str]:
    page.refresh_from_db()
    return [one.title for one in page.get_latest_revision_as_object().segments.all()]


def test_viewers_see_it_once_it_is_published(make_live, admin):
    page = make_live(segments=[{"title": "Ancienne"}])
    segments = segments_of("studio-evening")
    replace_rundown(page.pk, segments, admin, page.latest_revision_id)
    assert [one.title for one in page.segments.all()] == ["Ancienne"]
    assert draft_titles(page) == [one.title for one in segments]
    page.latest_revision.publish()
    page.refresh_from_db()
    found = page.segments.all()
    assert [one.key for one in found] == [one.key for one in segments]


def test_who_may_not_edit_may_not_plan(make_live, make_user):
    page = make_live()
    with pytest.raises(MayNotPlan):
        replace_rundown(page.pk, [], make_user("zoe"), page.latest_revision_id)


def test_a_locked_page_stays_as_it_is(make_live, admin, make_user):
    page = make_live()
    page.locked, page.locked_by = True, make_user("zoe")
    page.save()
    with pytest.raises(MayNotPlan):
        replace_rundown(page.pk, [], admin, page.latest_revision_id)


def test_what_somebody_saved_meanwhile_is_not_overwritten(make_live, admin):
    page = make_live(segments=[{"title": "Ancienne"}])
    seen = page.latest_revision_id
    page.save_revision()
    with pytest.raises(ChangedMeanwhile):
        replace_rundown(page.pk, [], admin, seen)
    assert draft_titles(page) == ["Ancienne"]
