"""Browser files come out of node_modules, and running it again changes nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands import vendor
from tests.conftest import REPOSITORY

VENDOR = REPOSITORY / "portal" / "static" / "vendor"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "dist"
    (folder / "lang").mkdir(parents=True)
    (folder / "button.js").write_text('import { base } from "./base.js";\nexport { base };')
    (folder / "base.js").write_text('import "./lang/fr.js";\nimport "./button.js";')
    (folder / "lang" / "fr.js").write_text('import {base} from "../base.js";')
    return folder


def test_every_module_is_found_once(library):
    found = list(vendor.import_closure(library, ("button.js",)))
    assert found == ["button.js", "base.js", "lang/fr.js"]
    assert vendor.flat_entry(found).splitlines()[0] == 'import "./button.js";'


def test_a_missing_module_names_the_remedy(library):
    (library / "base.js").unlink()
    with pytest.raises(CommandError, match="npm ci"):
        list(vendor.import_closure(library, ("button.js",)))


def test_source_maps_go():
    assert vendor.SOURCE_MAP.sub(b"\n", b"code();\n//# sourceMappingURL=a.js.map\n") == b"code();\n"


def test_a_file_is_written_once(tmp_path):
    path = tmp_path / "new" / "a.js"
    assert vendor.write_if_changed(path, b"1")
    assert not vendor.write_if_changed(path, b"1")
    assert vendor.write_if_changed(path, b"2")
    assert path.read_bytes() == b"2"


def test_leftovers_go_and_marks_stay(tmp_path):
    for name in ("kept.js", "old.js", ".ready"):
        (tmp_path / name).touch()
    assert vendor.remove_leftovers(tmp_path, {"kept.js"}) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [".ready", "kept.js"]


def test_without_packages_it_names_the_remedy(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match="npm ci --ignore-scripts"):
        call_command("vendor")


def test_a_second_run_changes_nothing():
    told = StringIO()
    call_command("vendor", stdout=told)
    assert "0 written, 0 removed." in told.getvalue()


def test_what_the_pages_name_is_there():
    names = ["hls.js/hls.light.min.js", "media-chrome/controls.js", "media-chrome/lang/fr.js"]
    names += ["tus-js-client/tus.min.js", "fonts/bricolage-grotesque-latin-wdth-normal.woff2"]
    assert [name for name in names if not (VENDOR / name).is_file()] == []
