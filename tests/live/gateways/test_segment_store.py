"""Files of the live store appear whole, or not at all."""

import pytest

from live.gateways import segment_store as store


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path / "live"
    return settings.LIVE_ROOT


def names(root) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_parts_make_a_segment(root):
    store.write_init("abc", "source", b"init")
    store.write_part("abc", "source", 3, 0, b"one")
    store.write_part("abc", "source", 3, 1, b"two")
    assert names(root) == [
        "abc/source/.3.growing",
        "abc/source/3.0.m4s",
        "abc/source/3.1.m4s",
        "abc/source/init.mp4",
    ]
    assert store.seal_segment("abc", "source", 3) == 6
    assert (root / "abc/source/3.m4s").read_bytes() == b"onetwo"
    assert not (root / "abc/source/.3.growing").exists()


def test_parts_are_removed_and_segments_stay(root):
    for rung in ("source", "360p"):
        store.write_init("abc", rung, b"init")
        for number in (3, 33):
            store.write_part("abc", rung, number, 0, b"one")
            store.seal_segment("abc", rung, number)
    store.remove_parts("abc", 3)
    kept = [f"abc/{rung}/{name}" for rung in ("360p", "source") for name in
            ("3.m4s", "33.0.m4s", "33.m4s", "init.mp4")]  # fmt: skip
    assert names(root) == kept


def test_leftovers_are_what_never_became_whole(root):
    store.write_init("abc", "source", b"init")
    store.write_part("abc", "source", 0, 0, b"one")
    store.seal_segment("abc", "source", 0)
    store.write_part("abc", "source", 1, 0, b"two")
    store.write_init("other", "source", b"init")
    store.write_part("other", "source", 0, 0, b"goes on")
    store.remove_leftovers("abc")
    assert [name for name in names(root) if name.startswith("abc")] == [
        "abc/source/0.m4s",
        "abc/source/init.mp4",
    ]
    assert len(names(root)) == 5


def test_the_disk_has_room():
    assert store.free_bytes() > 0
