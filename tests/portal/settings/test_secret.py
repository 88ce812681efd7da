"""The secret key of a machine that was given none."""

import subprocess
import sys

from portal.settings import secret
from portal.settings.secret import read_or_create_secret
from tests.conftest import REPOSITORY

ASK = """
import sys
from pathlib import Path
from portal.settings import secret
from portal.settings.secret import read_or_create_secret
sys.stdin.readline()
print(read_or_create_secret(Path(sys.argv[1])))
"""


def test_the_key_is_made_once_and_private(tmp_path):
    path = tmp_path / "secret_key"
    key = read_or_create_secret(path)
    assert len(key) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_or_create_secret(path) == key


def test_two_sites_have_two_keys(tmp_path):
    assert read_or_create_secret(tmp_path / "a") != read_or_create_secret(tmp_path / "b")


def test_nobody_reads_a_key_that_is_half_written(tmp_path, monkeypatch):
    path = tmp_path / "secret_key"
    seen = []

    def look() -> str:
        seen.append(path.exists())
        return "k" * 50

    monkeypatch.setattr(secret, "get_random_secret_key", look)
    assert read_or_create_secret(path) == "k" * 50
    assert seen == [False]
    assert list(tmp_path.iterdir()) == [path]


def test_whoever_is_late_takes_the_key_that_is_there(tmp_path, monkeypatch):
    path = tmp_path / "secret_key"

    def be_overtaken() -> str:
        path.write_text("first")
        return "second"

    monkeypatch.setattr(secret, "get_random_secret_key", be_overtaken)
    assert read_or_create_secret(path) == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_processes_that_start_at_once_agree(tmp_path):
    path = tmp_path / "secret_key"
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", ASK, path],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    keys = {racer.communicate(timeout=30)[0].strip() for racer in racers}
    assert keys == {path.read_text()}
    assert len(path.read_text()) >= 50
