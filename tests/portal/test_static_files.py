"""Static files get names that change with their content, modules and their imports too."""

import re

import pytest

from portal.static_files import HashedStaticFiles


@pytest.fixture
def store(tmp_path, settings) -> HashedStaticFiles:
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = False
    (tmp_path / "player.js").write_text('import { seek } from "./seek.js";\nseek();\n' * 40)
    (tmp_path / "seek.js").write_text("export function seek() {}\n")
    (tmp_path / "page.css").write_text('.a { background: url("leek.svg"); }\n')
    (tmp_path / "leek.svg").write_text("<svg/>")
    store = HashedStaticFiles(location=tmp_path, base_url="/static/")
    names = [path.name for path in tmp_path.iterdir()]
    problems = [p for *_, p in store.post_process({n: (store, n) for n in names}) if p is not True]
    assert [problem for problem in problems if problem] == []
    return store


def text_of(store: HashedStaticFiles, name: str) -> str:
    with store.open(store.stored_name(name)) as file:
        return file.read().decode()


def test_a_module_imports_the_hashed_module(store):
    name = store.stored_name("player.js")
    assert re.fullmatch(r"player\.[0-9a-f]{12}\.js", name)
    assert f'from "./{store.stored_name("seek.js")}"' in text_of(store, "player.js")


def test_a_style_sheet_names_the_hashed_picture(store):
    assert store.stored_name("leek.svg") in text_of(store, "page.css")


def test_a_change_changes_the_name(store, tmp_path):
    before = store.stored_name("seek.js")
    (tmp_path / "seek.js").write_text("export function seek() { return 1; }\n")
    list(store.post_process({"seek.js": (store, "seek.js")}))
    assert store.stored_name("seek.js") != before


def test_large_texts_are_compressed_beforehand(store, tmp_path):
    name = store.stored_name("player.js")
    assert (tmp_path / f"{name}.br").exists()
    assert (tmp_path / f"{name}.gz").exists()
