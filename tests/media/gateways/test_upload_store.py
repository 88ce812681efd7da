"""Part files and the lock of their one writer."""

import os

import pytest
from django.core.files.storage import storages

from media.gateways import upload_store
from media.gateways.upload_store import PartWriter


@pytest.fixture(autouse=True)
def _folder(uploads_folder):
    return uploads_folder


def test_a_part_file_grows_and_becomes_a_source():
    upload_store.create_part("k")
    assert upload_store.part_size("k") == 0
    with PartWriter("k") as writer:
        assert writer.take()
        writer.append(b"one ")
        writer.append(b"two")
        writer.flush()
    assert upload_store.part_size("k") == 7
    upload_store.store_source("k", "film/a.source")
    assert upload_store.part_size("k") is None
    assert upload_store.source_size("film/a.source") == 7
    upload_store.delete_sources("film")
    upload_store.delete_sources("film")
    assert upload_store.source_size("film/a.source") is None
    assert not os.path.exists(storages["originals"].path("film"))


def test_a_file_that_is_here_already_is_moved(tmp_path):
    file = tmp_path / "whole.mp4"
    file.write_bytes(b"whole")
    upload_store.adopt_part("k", file)
    assert (file.exists(), upload_store.part_size("k")) == (False, 5)


def test_one_writer_at_a_time_and_the_newer_asks_for_the_turn():
    with PartWriter("k") as older, PartWriter("k") as newer:
        assert older.take()
        assert not older.is_asked_to_stop()
        assert not newer.take()
        assert older.is_asked_to_stop()
        older.close()
        assert newer.take()
        assert not newer.is_asked_to_stop()


def test_removing_leaves_nothing():
    upload_store.create_part("k")
    with PartWriter("k") as writer:
        assert writer.take()
        assert upload_store.stored_keys() == {"k"}
        upload_store.remove_part("k")
    upload_store.remove_part("k")
    assert upload_store.stored_keys() == set()


def test_when_a_part_was_last_written():
    upload_store.create_part("k")
    os.utime(upload_store.part_path("k"), (1000, 1000))
    assert upload_store.was_written_since("k", 1000)
    assert not upload_store.was_written_since("k", 1001)
    assert not upload_store.was_written_since("unknown", 0)


def test_room_on_the_disk():
    assert upload_store.has_room_for(1)
    assert not upload_store.has_room_for(10**17)
