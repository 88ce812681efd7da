"""Files appear in the store whole, and go whole."""

import pytest
from django.core.files.storage import storages

from media.gateways import film_store


@pytest.fixture
def folder():
    yield "f00d/v1"
    film_store.delete_folder("f00d")


def read(name):
    with storages["videos"].open(name) as file:
        return file.read()


def test_a_folder_is_published_and_its_local_files_are_gone(tmp_path, folder):
    (tmp_path / "360p").mkdir()
    (tmp_path / "360p" / "init.mp4").write_bytes(b"init")
    (tmp_path / "film.mp4").write_bytes(b"film")

    film_store.publish_folder(tmp_path, folder)

    assert read(f"{folder}/360p/init.mp4") == b"init"
    assert read(f"{folder}/film.mp4") == b"film"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_text_is_replaced_in_one_step(folder):
    film_store.publish_text("eins", f"{folder}/master.m3u8")
    film_store.publish_text("été", f"{folder}/master.m3u8")

    assert read(f"{folder}/master.m3u8").decode() == "été"


def test_what_is_wanted_can_be_read_from_a_local_folder(folder):
    film_store.publish_text("init", f"{folder}/360p/init.mp4")

    with film_store.local_files(folder, ["360p/init.mp4"]) as local:
        assert (local / "360p" / "init.mp4").read_text() == "init"


def test_deleting_what_is_not_there_is_no_error(folder):
    film_store.delete_folder(folder)
    assert not storages["videos"].exists(folder)


def test_scratch_is_empty_and_gone_afterwards():
    with film_store.scratch("test") as place:
        assert list(place.iterdir()) == []
        (place / "left").write_text("over")
    assert not place.exists()


def test_scratch_is_gone_after_an_error_too():
    places = []

    def fail():
        with film_store.scratch("test") as place:
            places.append(place)
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        fail()
    assert not places[0].exists()
