"""The log of parts: read as it grows, from its end by whoever comes late."""

import os

import pytest

from live.gateways import part_log as module
from live.gateways.part_log import LOG_NAME, LoggedPart, PartLog, log_part, quiet_s


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    (tmp_path / "abc" / "source").mkdir(parents=True)
    return tmp_path / "abc" / "source"


def part(count: int) -> LoggedPart:
    """Return one of three parts of each segment."""
    segment, piece = divmod(count, 3)
    return LoggedPart(count, segment, piece, 0.36, piece == 0)


def write(*counts: int) -> None:
    for count in counts:
        log_part("abc", "source", part(count))


def test_it_is_read_as_it_grows():
    log = PartLog("abc", "source")
    assert not log.read()
    assert log.last is None
    write(0, 1)
    assert log.read()
    assert not log.read()
    write(2, 3)
    assert log.read()
    assert log.of(0) == [part(0), part(1), part(2)]
    assert log.of(1) == [part(3)]
    assert log.of(2) == []
    assert log.at(2) == part(2)
    assert log.at(4) is None
    assert log.last == part(3)
    assert part(5).file_name == "1.2.m4s"


def test_half_a_line_is_no_line(folder):
    write(0)
    log = PartLog("abc", "source")
    log.read()
    with (folder / LOG_NAME).open("ab") as file:
        file.write(b"1 0 1 0.36")
    assert not log.read()
    with (folder / LOG_NAME).open("ab") as file:
        file.write(b"0000 0\n")
    assert log.read()
    assert log.last == part(1)


def test_who_comes_late_reads_the_end_only(monkeypatch):
    monkeypatch.setattr(module, "TAIL_BYTES", 100)
    write(*range(60))
    log = PartLog("abc", "source")
    log.read()
    assert log.last == part(59)
    assert log.at(59) == part(59)
    assert log.at(3) is None
    # Of the first segment in sight, the beginning is not known.
    assert [bool(log.of(segment)) for segment in (17, 19)] == [False, True]


def test_what_is_old_is_forgotten(monkeypatch):
    write(*range(module.KNOWN + 30))
    monkeypatch.setattr(module, "TAIL_BYTES", 10**6)
    log = PartLog("abc", "source")
    log.read()
    assert log.at(29) is None
    assert log.at(30) == part(30)


def test_since_when_it_is_quiet(folder, monkeypatch):
    assert quiet_s("abc", "source") is None
    write(0)
    os.utime(folder / LOG_NAME, (1000, 1000))
    monkeypatch.setattr(module, "time", lambda: 1002.5)
    assert quiet_s("abc", "source") == 2.5
    # Clocks of two machines differ.
    monkeypatch.setattr(module, "time", lambda: 999)
    assert quiet_s("abc", "source") == 0
