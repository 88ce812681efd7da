"""What opens a feed by SRT follows from its key and from our secret, and opens nothing else."""

import re

import pytest

from live.domain.open_session import open_session
from live.domain.srt_access import srt_access, srt_doors
from live.enums import Door
from live.feed_refusals import KeyUnknown
from live.models import Feed
from live.models.keys import digest_of
from tests.live.feeds import KEY, make_feed, make_session


def test_another_key_or_another_secret_changes_both(settings):
    access = srt_access(digest_of(KEY))
    assert access == srt_access(digest_of(KEY))
    assert re.fullmatch(r"[a-z2-7]{16}", access.stream_id)
    # libsrt takes 10 to 79 characters.
    assert re.fullmatch(r"[a-z2-7]{26}", access.passphrase)
    others = [srt_access(digest_of("another"))]
    settings.SECRET_KEY = "of another site"
    others.append(srt_access(digest_of(KEY)))
    for other in others:
        assert other.stream_id != access.stream_id
        assert other.passphrase != access.passphrase


@pytest.mark.django_db
def test_neither_opens_rtmp(house):
    make_feed(house)
    access = srt_access(digest_of(KEY))
    for secret in (access.stream_id, access.passphrase):
        with pytest.raises(KeyUnknown):
            open_session(secret, Door.RTMP, "here")


@pytest.mark.django_db
@pytest.mark.databases
def test_doors_are_the_feeds_with_a_key_and_say_who_is_busy(house, django_assert_num_queries):
    programme = make_feed(house).programme
    busy, dead = (make_feed(house, name, name, programme=programme) for name in ("a", "b"))
    make_session(busy)
    make_session(dead, age_s=30)
    Feed.objects.create(programme=programme, name="without a key")
    with django_assert_num_queries(1):
        doors = srt_doors()
    found = {door.digest: (stream_id, door) for stream_id, door in doors.items()}
    assert set(found) == {digest_of(key) for key in (KEY, "a", "b")}
    for digest, (stream_id, door) in found.items():
        assert (stream_id, door.passphrase) == (
            srt_access(digest).stream_id,
            srt_access(digest).passphrase,
        )
    assert {digest for digest, (_, door) in found.items() if door.is_busy} == {digest_of("a")}
