"""Who may do what: the collections of Wagtail decide."""

import pytest

from media.domain.library_rights import (
    ensure_may_change,
    may_add,
    may_change,
    may_delete,
    open_collections,
    visible_videos,
)
from media.refusals import MayNotChange


def test_the_editor_of_a_collection(editor, make_video, collection, other_collection):
    ours, theirs = make_video("Le nôtre"), make_video("Le leur", collection=other_collection)
    assert may_add(editor)
    assert [may_change(editor, video) for video in (ours, theirs)] == [True, False]
    assert [may_delete(editor, video) for video in (ours, theirs)] == [True, False]
    assert list(visible_videos(editor)) == [ours]
    assert list(open_collections(editor)) == [collection]
    ensure_may_change(editor, ours)
    with pytest.raises(MayNotChange):
        ensure_may_change(editor, theirs)


def test_somebody_without_rights(visitor, make_video):
    video = make_video()
    assert not may_add(visitor)
    assert not may_change(visitor, video)
    assert not visible_videos(visitor).exists()
    assert not open_collections(visitor).exists()
