"""Manifests as text: every rule that a strict reader holds, on rows made by hand."""

import re

import pytest

from live.air import manifest
from live.air.manifest import Aired, Part, Quality
from tests.live.airing import at

FEED, OTHER, SLATE = "a" * 16, "b" * 16, "slate/0123456789abcdef"


def row(number, folder=FEED, *, starts_s=None, fresh=False, rungs=("source", "360p"), length_s=1.0):
    return Aired(
        number=number,
        aired_at=at(number if starts_s is None else starts_s),
        length_s=length_s,
        is_discontinuity=fresh,
        folder=folder,
        map_name="slate" if folder == SLATE else folder,
        file_number=number + 100,
        rungs=frozenset(rungs),
    )


ROWS = [
    row(1),
    row(2),
    row(3, SLATE, fresh=True, rungs=("source",)),
    row(4, OTHER, fresh=True),
    row(5, OTHER),
]


def blocks(rows, rung="360p"):
    return [manifest.block(r, rung, rows[i - 1] if i else None) for i, r in enumerate(rows)]


def test_one_list_of_two_sessions_and_a_slate():
    text = manifest.live_manifest(blocks(ROWS), first_number=1)
    assert (
        text
        == f"""#EXTM3U
#EXT-X-VERSION:9
#EXT-X-TARGETDURATION:2
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24,HOLD-BACK=6
#EXT-X-MEDIA-SEQUENCE:1
#EXT-X-MAP:URI="i/{FEED}/360p.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-11-28T20:30:01.000Z
#EXTINF:1.00000,
s/1/360p.m4s
#EXTINF:1.00000,
s/2/360p.m4s
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="i/slate/source.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-11-28T20:30:03.000Z
#EXTINF:1.00000,
s/3/source.m4s
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="i/{OTHER}/360p.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-11-28T20:30:04.000Z
#EXTINF:1.00000,
s/4/360p.m4s
#EXTINF:1.00000,
s/5/360p.m4s
"""
    )


def test_the_end_is_said():
    assert manifest.live_manifest([], first_number=1, is_ended=True).endswith("\n#EXT-X-ENDLIST\n")


def test_the_clock_is_written_again_and_again():
    text = manifest.live_manifest(blocks([row(n) for n in range(1, 42)]), first_number=1)
    dates = re.findall(r"DATE-TIME:(.+)\n#EXTINF:1.00000,\ns/(\d+)/", text)
    assert [number for _, number in dates] == ["1", "10", "20", "30", "40"]
    assert dates[2][0] == "2026-11-28T20:30:20.000Z"


def test_a_rung_that_appears_half_way_brings_its_map():
    text = "\n".join(blocks([row(1, rungs=("source",)), row(2)]))
    assert text.count("#EXT-X-MAP") == 2
    assert "#EXT-X-DISCONTINUITY" not in text


def test_after_four_hours_an_update_is_short():
    rows = [row(n) for n in range(1, 14_401)]
    skipped = manifest.skippable(rows)
    first = manifest.block(rows[skipped], "360p", None)
    tail = blocks(rows[skipped:])[1:]
    update = manifest.live_manifest([first, *tail], first_number=1, skipped=skipped)
    assert f"#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-SKIP:SKIPPED-SEGMENTS={skipped}\n#EXT-X-MAP" in update
    assert update.count("#EXTINF") == 14_400 - skipped
    # Nothing nearer to the end than the boundary is left out.
    assert sum(r.length_s for r in rows[skipped:]) >= manifest.SKIP_UNTIL_S
    assert len(update) < 1500
    whole = manifest.live_manifest(blocks(rows), first_number=1)
    assert len(whole) < 700_000


def test_of_a_short_list_nothing_is_left_out():
    assert manifest.skippable([row(n) for n in range(1, 24)]) == 0
    assert manifest.skippable([]) == 0


@pytest.mark.parametrize(
    ("longest_s", "target_s"), [(0, 2), (1, 2), (2.49, 2), (2.5, 3), (8.33, 8)]
)
def test_no_segment_rounds_to_more_than_the_target(longest_s, target_s):
    assert manifest.target_s(longest_s) == target_s
    text = manifest.live_manifest([], first_number=1, target_s=target_s)
    assert f"HOLD-BACK={3 * target_s}\n" in text
    assert int(re.search(r"SKIP-UNTIL=(\d+)", text)[1]) >= 6 * target_s


def test_a_recording():
    ended = manifest.replay_manifest(blocks(ROWS), target_s=2, is_ended=True)
    assert "#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP" in ended
    assert ended.endswith("#EXT-X-ENDLIST\n")
    going = manifest.replay_manifest(blocks(ROWS), target_s=2, is_ended=False)
    assert "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n" in going
    assert "ENDLIST" not in going


def test_a_window():
    text = manifest.window_manifest(["x"], first_number=7, discontinuities=3, target_s=2)
    assert "#EXT-X-MEDIA-SEQUENCE:7\n#EXT-X-DISCONTINUITY-SEQUENCE:3\nx\n" in text


def test_the_master():
    text = manifest.master_manifest(
        [
            Quality("source", 3_000_000, "avc1.64001f,mp4a.40.2", 1280, 720),
            Quality("sound", 90_000, "mp4a.40.2", 0, 0),
        ],
        "replay-",
    )
    assert (
        text
        == """#EXTM3U
#EXT-X-VERSION:9
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-STREAM-INF:BANDWIDTH=3000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720
replay-source.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=90000,CODECS="mp4a.40.2"
replay-sound.m3u8
"""
    )


def test_parts_of_what_is_whole_and_of_what_is_made():
    parts = [Part(6, 0.36, True), Part(7, 0.36, False), Part(8, 0.28, False)]
    whole = manifest.block(row(7), "360p", row(6), parts)
    address = f"p/{FEED}/{{}}/360p.m4s"
    assert whole.splitlines() == [
        f'#EXT-X-PART:DURATION=0.36000,URI="{address.format(6)}",INDEPENDENT=YES',
        f'#EXT-X-PART:DURATION=0.36000,URI="{address.format(7)}"',
        f'#EXT-X-PART:DURATION=0.28000,URI="{address.format(8)}"',
        "#EXTINF:1.00000,",
        "s/7/360p.m4s",
    ]
    fresh = manifest.growing_block(row(8, OTHER, fresh=True), "360p", row(7), parts[:1])
    assert [line.partition(":")[0] for line in fresh] == [
        "#EXT-X-DISCONTINUITY",
        "#EXT-X-MAP",
        "#EXT-X-PROGRAM-DATE-TIME",
        "#EXT-X-PART",
    ]
    assert manifest.hint("p/x/9/360p.m4s") == ('#EXT-X-PRELOAD-HINT:TYPE=PART,URI="p/x/9/360p.m4s"')
    assert manifest.rendition_report("360p", 8, 0) == (
        '#EXT-X-RENDITION-REPORT:URI="360p.m3u8",LAST-MSN=8,LAST-PART=0'
    )


def test_a_list_with_parts_says_so():
    text = manifest.live_manifest(blocks(ROWS), first_number=1, part_target_s=0.376)
    assert "HOLD-BACK=6,PART-HOLD-BACK=1.128\n#EXT-X-PART-INF:PART-TARGET=0.376\n" in text
