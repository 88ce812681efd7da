"""Browser files come from node_modules, and a missing one is named with its remedy."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.management.commands.vendor import import_closure, read_package_file, write_if_changed


def test_running_it_again_changes_nothing(capsys):
    call_command("vendor")
    call_command("vendor")
    assert "0 written, 0 removed" in capsys.readouterr().out.splitlines()[-1]


def test_the_fonts_and_the_player_are_there():
    vendor = settings.BASE_DIR / "portal" / "static" / "vendor"
    assert (vendor / "hls.js" / "hls.min.js").stat().st_size > 100_000
    assert list((vendor / "fonts").glob("bricolage-grotesque-latin-*.woff2"))


def test_a_missing_package_names_the_remedy(tmp_path):
    with pytest.raises(CommandError, match="npm ci"):
        read_package_file(tmp_path / "nothing.js")


def test_a_file_is_written_only_when_it_differs(tmp_path):
    path = tmp_path / "a" / "b.js"
    assert write_if_changed(path, b"1")
    assert not write_if_changed(path, b"1")
    assert write_if_changed(path, b"2")


def test_imports_are_followed_once(tmp_path):
    (tmp_path / "a.js").write_text('import "./b.js"; import "./c.js";')
    (tmp_path / "b.js").write_text('import { x } from "./c.js";')
    (tmp_path / "c.js").write_text('import "./a.js";')
    assert sorted(import_closure(tmp_path, ("a.js",))) == ["a.js", "b.js", "c.js"]
