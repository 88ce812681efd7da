"""A strict reader of live manifests: RFC 8216bis as far as we use it, and what players rely on."""

import re
from dataclasses import dataclass, field
from datetime import datetime

ATTRIBUTE = re.compile(r'([A-Z0-9-]+)=("[^"]*"|[^,]+)')
# The length of a picture, by which encoded and copied tracks may differ.
NEAR_S = 0.021


@dataclass
class Entry:
    """A segment as a list has it; `address` is empty while it is being made."""

    number: int
    address: str = ""
    length_s: float = 0.0
    map_address: str = ""
    is_fresh: bool = False
    parts: list[tuple[str, float, bool]] = field(default_factory=list)
    date: datetime | None = None


@dataclass
class Manifest:
    """One list, read."""

    text: str
    target_s: int = 0
    part_target_s: float | None = None
    control: dict[str, str] = field(default_factory=dict)
    first_number: int = 0
    skipped: int = 0
    entries: list[Entry] = field(default_factory=list)
    growing: Entry | None = None
    hint: str = ""
    reports: dict[str, tuple[int, int]] = field(default_factory=dict)
    is_ended: bool = False

    @property
    def all(self) -> list[Entry]:
        return [*self.entries, *([self.growing] if self.growing else [])]


def attributes(text: str) -> dict[str, str]:
    return {name: value.strip('"') for name, value in ATTRIBUTE.findall(text)}


def read(text: str) -> Manifest:
    """Read a list and hold every rule of the specification that one list can break."""
    lines = text.splitlines()
    assert lines[0] == "#EXTM3U"
    assert lines[1] == "#EXT-X-VERSION:9"
    found = Manifest(text)
    current, map_address = Entry(0), ""
    for line in lines[2:]:
        assert not found.is_ended
        if not line.startswith("#"):
            current.address, current.map_address = line, map_address
            assert current.length_s > 0
            found.entries.append(current)
            current = Entry(current.number + 1)
            continue
        assert not found.hint or line.startswith("#EXT-X-RENDITION-REPORT"), "a hint comes last"
        name, _, value = line[1:].partition(":")
        if name == "EXT-X-TARGETDURATION":
            found.target_s = int(value)
        elif name == "EXT-X-SERVER-CONTROL":
            found.control = attributes(value)
        elif name == "EXT-X-PART-INF":
            found.part_target_s = float(attributes(value)["PART-TARGET"])
        elif name == "EXT-X-MEDIA-SEQUENCE":
            found.first_number = int(value)
            current.number = found.first_number
        elif name == "EXT-X-SKIP":
            found.skipped = int(attributes(value)["SKIPPED-SEGMENTS"])
            current.number += found.skipped
        elif name == "EXT-X-DISCONTINUITY":
            assert not current.parts
            current.is_fresh = True
        elif name == "EXT-X-MAP":
            assert not current.parts
            map_address = attributes(value)["URI"]
            current.map_address = map_address
        elif name == "EXT-X-PROGRAM-DATE-TIME":
            assert not current.parts
            current.date = datetime.fromisoformat(value)
        elif name == "EXT-X-PART":
            part = attributes(value)
            current.parts.append(
                (part["URI"], float(part["DURATION"]), part.get("INDEPENDENT") == "YES")
            )
        elif name == "EXTINF":
            current.length_s = float(value.rstrip(","))
        elif name == "EXT-X-PRELOAD-HINT":
            assert attributes(value)["TYPE"] == "PART"
            found.hint = attributes(value)["URI"]
        elif name == "EXT-X-RENDITION-REPORT":
            report = attributes(value)
            found.reports[report["URI"]] = (int(report["LAST-MSN"]), int(report["LAST-PART"]))
        elif name == "EXT-X-ENDLIST":
            found.is_ended = True
        else:
            assert name == "EXT-X-INDEPENDENT-SEGMENTS", line
    assert current.length_s == 0
    if current.parts or current.is_fresh or current.date:
        current.map_address = map_address
        found.growing = current
    _hold_rules(found)
    return found


def _hold_rules(found: Manifest) -> None:
    assert found.control["CAN-BLOCK-RELOAD"] == "YES"
    assert float(found.control["CAN-SKIP-UNTIL"]) >= 6 * found.target_s
    assert float(found.control["HOLD-BACK"]) >= 3 * found.target_s
    for entry in found.all:
        assert entry.map_address, "each segment has an init segment"
        assert round(entry.length_s) <= found.target_s
    assert len({entry.address for entry in found.entries}) == len(found.entries)
    parted = [entry for entry in found.all if entry.parts]
    if found.part_target_s is None:
        assert not parted
        assert not found.hint
        assert "PART-HOLD-BACK" not in found.control
        return
    assert float(found.control["PART-HOLD-BACK"]) >= 3 * found.part_target_s - 0.0005
    # Once parts begin they go on: a player that reads parts would wait for those that lack.
    assert parted == found.all[len(found.all) - len(parted) :]
    assert parted
    for entry in parted:
        _hold_rules_of_parts(entry, found)
    # None that a player could still fetch is missing.
    older_s = sum(entry.length_s for entry in parted if entry.address)
    everything = len(parted) == len(found.all)
    assert everything or older_s >= 3 * found.target_s - NEAR_S
    if found.growing:
        assert found.growing.parts
        assert found.hint


def _hold_rules_of_parts(entry: Entry, found: Manifest) -> None:
    lengths = [length_s for _, length_s, _ in entry.parts]
    assert found.part_target_s is not None
    assert max(lengths) <= found.part_target_s + 1e-6
    assert entry.parts[0][2], "a segment begins with a keyframe"
    finals = 1 if entry.address else 0
    for _, length_s, is_independent in entry.parts[: len(lengths) - finals]:
        # The last one of a segment that is being made may turn out to be its final one.
        is_last = not entry.address and length_s == lengths[-1]
        assert is_independent or is_last or length_s >= 0.85 * found.part_target_s - 1e-6
    if entry.address:
        assert abs(sum(lengths) - entry.length_s) < NEAR_S


def follows(earlier: Manifest, later: Manifest) -> None:
    """Hold what must be the same in a later list: what was said stays, what grew goes on."""
    assert later.first_number == earlier.first_number
    assert later.target_s >= earlier.target_s
    assert not earlier.is_ended or later.text == earlier.text
    known = {entry.number: entry for entry in later.all}
    assert later.all[-1].number >= earlier.all[-1].number or later.skipped
    for entry in earlier.all:
        same = known.get(entry.number)
        if same is None:
            assert entry.number < later.first_number + later.skipped, "a segment is gone"
            continue
        assert (same.map_address, same.is_fresh) == (entry.map_address, entry.is_fresh)
        assert not entry.address or (same.address, same.length_s) == (entry.address, entry.length_s)
        if entry.parts and same.parts:
            assert same.parts[: len(entry.parts)] == entry.parts
    _hold_hint(earlier, later)


def _hold_hint(earlier: Manifest, later: Manifest) -> None:
    """The first part that came since is the one that was hinted at, or a fresh start."""
    last = earlier.all[-1]
    for entry in later.all:
        if not earlier.hint or entry.number < last.number:
            continue
        known = len(last.parts) if entry.number == last.number else 0
        if len(entry.parts) > known:
            assert entry.parts[known][0] == earlier.hint or (entry.is_fresh and not known)
            return
        if not entry.parts and (entry.number > last.number or last.parts):
            # Nobody looked for so long that its parts are no more offered: it is fetched whole.
            return
