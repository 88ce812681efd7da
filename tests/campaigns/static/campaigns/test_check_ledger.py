"""The script that strangers run, run as they run it: in a process of its own, on the files alone."""

import hashlib
import importlib.util
import json
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.domain.ledger.export import jsonl_pieces
from campaigns.domain.ledger.head import head_of_ledger
from campaigns.domain.ledger.lines import canonical
from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.totals import published_totals
from tests.campaigns.domain.ledger.conftest import STEPS
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.django_db
SCRIPT = REPOSITORY / "campaigns/static/campaigns/check_ledger.py"
NAMES = ("ledger.jsonl", "--totals", "totals.json", "--head", "head.json")
FUNCTION_SCOPED = [HealthCheck.function_scoped_fixture]


def check(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the script, without our packages, in `folder`."""
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", str(SCRIPT), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def export(folder: Path) -> bytes:
    ledger = b"".join(jsonl_pieces(head_of_ledger().batch))
    (folder / "ledger.jsonl").write_bytes(ledger)
    (folder / "totals.json").write_bytes(published_totals().document())
    (folder / "head.json").write_bytes(head_of_ledger().document())
    return ledger


@pytest.fixture(scope="module")
def script():
    """The script as a module, for what is tried a hundred times."""
    spec = importlib.util.spec_from_file_location("check_ledger", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_short_and_needs_nothing():
    lines = SCRIPT.read_text().splitlines()
    assert len(lines) < 150
    imported = {
        line.split()[1].split(".")[0] for line in lines if line.startswith(("import", "from"))
    }
    assert imported <= set(sys.stdlib_module_names)


def test_a_sound_ledger(three_batches, tmp_path):
    export(tmp_path)
    code, said = check(tmp_path, *NAMES)
    assert code == 0
    assert said.splitlines() == [
        "6 entries in 3 batches: each follows the one before.",
        f"Pledge {three_batches.pk}, in g: 40000000 promised, 10000 unlocked, 500 delivered.",
        f"Head: {head_of_ledger().hash}",
        "totals.json agrees with the ledger.",
        "head.json agrees with the ledger.",
    ]


def test_an_empty_ledger(db, tmp_path):
    export(tmp_path)
    assert check(tmp_path, *NAMES)[0] == 0


def test_files_behind_addresses(three_batches, tmp_path):
    export(tmp_path)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        code, said = check(tmp_path, f"{address}/ledger.jsonl", "--head", f"{address}/head.json")
    finally:
        server.shutdown()
        server.server_close()
    assert code == 0
    assert "head.json agrees" in said


@settings(max_examples=6, deadline=None, suppress_health_check=FUNCTION_SCOPED)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 5)), max_size=10))
def test_it_finds_our_head_after_every_life_of_a_pledge(live, tmp_path, steps):
    live(steps)
    seal()
    export(tmp_path)
    code, said = check(tmp_path, *NAMES)
    assert code == 0, said
    assert f"Head: {head_of_ledger().hash}" in said


def test_an_altered_entry_is_named(three_batches, tmp_path):
    ledger = export(tmp_path)
    lines = ledger.splitlines(keepends=True)
    entry = json.loads(lines[5])["entry"]
    lines[5] = lines[5].replace(b'"quantity":2000', b'"quantity":2001')
    (tmp_path / "ledger.jsonl").write_bytes(b"".join(lines))
    code, said = check(tmp_path, "ledger.jsonl")
    assert (code, lines[5] in ledger) == (1, False)
    assert said.startswith(f"Entry {entry} (line 6) was altered")


@settings(max_examples=300, deadline=None, suppress_health_check=FUNCTION_SCOPED)
@given(data=st.data())
def test_any_altered_byte_is_found_in_its_line(three_batches, tmp_path, script, data):
    ledger = export(tmp_path)
    place = data.draw(st.integers(0, len(ledger) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != ledger[place]))
    forged = ledger[:place] + bytes([byte]) + ledger[place + 1 :]
    line = ledger[:place].count(b"\n") + 1
    with pytest.raises(script.Wrong, match=rf"(?i)\bline {line}\b"):
        script.check_ledger(_lines(forged), set())


def _lines(content: bytes) -> list[bytes]:
    """Split as a file does: at line feeds only."""
    parts = content.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


@pytest.mark.parametrize("gone", range(9))
def test_a_line_removed_or_moved_is_found(three_batches, tmp_path, script, gone):
    lines = _lines(export(tmp_path))
    assert len(lines) == 9
    with pytest.raises(script.Wrong):
        script.check_ledger(lines[:gone] + lines[gone + 1 :], set())
    if gone:
        moved = [*lines[: gone - 1], lines[gone], lines[gone - 1], *lines[gone + 1 :]]
        with pytest.raises(script.Wrong):
            script.check_ledger(moved, set())


def test_a_cut_end_is_told_by_the_head(three_batches, tmp_path):
    ledger = export(tmp_path)
    (tmp_path / "ledger.jsonl").write_bytes(b"".join(_lines(ledger)[:-2]))
    assert check(tmp_path, "ledger.jsonl")[0] == 0
    code, said = check(tmp_path, *NAMES)
    assert code == 2
    assert "newer than this ledger" in said


def rechained(ledger: bytes, change) -> bytes:
    """Forge a ledger whose hashes follow each other again."""
    last, forged = "0" * 64, []
    for line in ledger.splitlines():
        fields = json.loads(line)
        del fields["hash"]
        change(fields)
        last = hashlib.sha256(f"{last}\n{canonical(fields)}".encode()).hexdigest()
        forged.append(canonical({**fields, "hash": last}))
    return "".join(f"{line}\n" for line in forged).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda one: one.get("kind") == "delivered" and one.update(quantity=10**9), "takes more"),
        (lambda one: one.get("place") == 3 and one.update(batch=7), "out of place"),
        (lambda one: one.get("kind") == "delivered" and one.update(kind="eaten"), "not written as"),
        (lambda one: one.pop("batch"), "not written as"),
        (lambda one: one.get("place") == 3 and one.update(note="x"), "names another head"),
        (lambda one: one.get("place") == 1 and one.update(quantity=4 * 10**7), ""),
    ],
)
def test_a_ledger_forged_as_a_whole(three_batches, tmp_path, change, words):
    forged = rechained(export(tmp_path), change)
    (tmp_path / "ledger.jsonl").write_bytes(forged)
    code, said = check(tmp_path, *NAMES)
    assert code == 1
    assert words in said


def test_totals_that_say_something_else(three_batches, tmp_path):
    export(tmp_path)
    totals = tmp_path / "totals.json"
    totals.write_bytes(totals.read_bytes().replace(b'"unlocked":10000', b'"unlocked":99999'))
    code, said = check(tmp_path, *NAMES)
    assert (code, said.splitlines()[-1]) == (1, "totals.json gives other sums than the ledger.")


def test_a_file_that_is_not_there(tmp_path):
    code, said = check(tmp_path, "nowhere.jsonl")
    assert code == 2
    assert "nowhere.jsonl" in said


@settings(max_examples=50, deadline=None)
@given(content=st.binary(max_size=80))
def test_rubbish_is_refused_in_words(script, content):
    if content:
        with pytest.raises(script.Wrong, match="altered"):
            script.check_ledger(_lines(content), set())
