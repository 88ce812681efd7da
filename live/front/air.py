"""The air of a run: /air/<run>/…, manifests and media segments for any number of viewers.

    master.m3u8            the qualities; waits for the first that is aired
    <rung>.m3u8            what was aired; waits for `_HLS_msn` (and `_HLS_part`), is shorter with
                           `_HLS_skip`
    s/<number>/<rung>.m4s  an aired segment, by the number it was aired under
    i/<session>/<rung>.mp4 the init segment of a session, or of the slate
    p/<session>/<count>/<rung>.m4s  a part of what was just aired or is being made; waits for the
                           next one
    replay.m3u8            the recording, from the same segments; replay-<rung>.m3u8 its lists

A segment is named by its place on air alone: what was not aired has no address, and neither has the
folder of a feed. For the team, /air/feed/ shows feeds (feeds.py).
"""

import asyncio
import re
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from front.database import ask
from front.forms import number_in, read_fields
from front.protocol import Receive, Scope, Send, answer, header
from front.session import team_member
from live.air import access, manifest
from live.air.access import Permit
from live.air.manifest import Aired
from live.front.feeds import FeedFiles
from live.front.find_part import find_part
from live.front.kept_air import KeptAir
from live.front.store import IMMUTABLE, PART, PRIVATE, PRIVATE_PART, deliver
from media.front.files import content_type

PERMIT_KEPT_S = 5.0
IDLE_S = 900.0
_RUNG = r"[a-z0-9]{1,12}"
_ADDRESS = re.compile(
    r"/air/(?P<run>[0-9a-f]{16})(?:~(?P<grant>[A-Za-z0-9_:=-]{1,80}))?/(?P<file>.+)"
)
_LIST = re.compile(rf"(?P<rung>{_RUNG})\.m3u8")
_REPLAY = re.compile(rf"replay-(?P<rung>{_RUNG})\.m3u8")
_SEGMENT = re.compile(rf"s/(?P<number>[0-9]{{1,9}})/(?P<rung>{_RUNG})\.m4s")
_INIT = re.compile(rf"i/(?P<name>[0-9a-f]{{16}}|slate)/(?P<rung>{_RUNG})\.mp4")
_PART = re.compile(
    rf"p/(?P<name>[0-9a-f]{{16}}|slate)/(?P<count>[0-9]{{1,9}})/(?P<rung>{_RUNG})\.m4s"
)
_LIST_TYPE = content_type("list.m3u8")


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request that is let in: how far, and what it may be told to keep."""

    scope: Scope
    permit: Permit
    is_team: bool
    is_open: bool

    @property
    def may_see_live(self) -> bool:
        return self.is_team or self.permit.is_live

    @property
    def may_see_replay(self) -> bool:
        return self.is_team or self.permit.is_replay_public

    @property
    def list_headers(self) -> list[tuple[str, str]]:
        kept_for = "public, max-age=1" if self.is_open else "private, no-store"
        origin = [("access-control-allow-origin", "*")] if self.is_open else []
        return [("content-type", _LIST_TYPE), ("cache-control", kept_for), *origin]


class Air:
    """ASGI application for /air/."""

    def __init__(self) -> None:
        self._runs: dict[int, KeptAir] = {}
        self._permits: dict[str, tuple[float, Permit | None]] = {}
        self._feeds = FeedFiles()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            await answer(send, 405, headers=[("allow", "GET, HEAD")])
            return
        if scope["path"].startswith("/air/feed/"):
            await self._feeds(scope, receive, send)
            return
        match = _ADDRESS.fullmatch(scope["path"])
        visit = await self._let_in(scope, match["run"], match["grant"] or "") if match else None
        is_answered = False
        if match is not None and visit is not None:
            is_answered = await self._show(visit, match["file"], receive, send)
        if not is_answered:
            await answer(send, 404, headers=[("cache-control", "no-store")])

    async def _let_in(self, scope: Scope, run_key: str, grant: str) -> _Visit | None:
        permit = await self._permit(run_key)
        if permit is None:
            return None
        is_open = permit.lets_in(has_grant=False)
        is_let_in = permit.lets_in(has_grant=bool(grant) and access.has_grant(run_key, grant))
        if is_let_in and (permit.is_live or permit.is_replay_public):
            return _Visit(scope, permit, is_team=False, is_open=is_open)
        is_team = await ask(_is_team, scope, permit.programme_id)
        return _Visit(scope, permit, is_team=True, is_open=False) if is_team else None

    async def _permit(self, run_key: str) -> Permit | None:
        read_at_s, permit = self._permits.get(run_key, (float("-inf"), None))
        if monotonic() - read_at_s >= PERMIT_KEPT_S:
            permit = await ask(access.read_permit, run_key)
            if permit is not None:
                # Nothing is kept of guesses: they would fill the memory.
                self._permits[run_key] = (monotonic(), permit)
        return permit

    async def _show(self, visit: _Visit, file: str, receive: Receive, send: Send) -> bool:
        """Answer for one file; False when there is none."""
        air = self._air(visit.permit.run_id)
        if match := _SEGMENT.fullmatch(file):
            return await _send_segment(visit, air, match, receive, send)
        if match := _INIT.fullmatch(file):
            return await _send_init(visit, air, match, receive, send)
        if match := _PART.fullmatch(file):
            return visit.may_see_live and await _send_part(visit, air, match, receive, send)
        await air.refresh()
        if file == "master.m3u8" and visit.may_see_live:
            # Segments are numbered from 1: who comes before the first waits for it.
            await air.reach(1)
        if not air.rows:
            # An empty list is an error to players; of nothing they try again.
            return False
        match = _LIST.fullmatch(file)
        if match and visit.may_see_live and await air.has_rung(match["rung"]):
            await _send_list(visit, air, match["rung"], send)
            return True
        text = None
        if file == "master.m3u8" and visit.may_see_live:
            text = manifest.master_manifest(await air.qualities())
        elif file == "replay.m3u8" and visit.may_see_replay:
            text = manifest.master_manifest(await air.qualities(), "replay-")
        elif (match := _REPLAY.fullmatch(file)) and visit.may_see_replay:
            text = await _replay(visit, air, match["rung"])
        if text is not None:
            await answer(send, 200, _unless_head(visit, text.encode()), visit.list_headers)
        return text is not None

    def _air(self, run_id: int) -> KeptAir:
        if run_id not in self._runs:
            now_s = monotonic()
            for known, air in list(self._runs.items()):
                if now_s - air.asked_at_s > IDLE_S:
                    del self._runs[known]
            self._runs[run_id] = KeptAir(run_id)
        return self._runs[run_id]


async def _send_list(visit: _Visit, air: KeptAir, rung: str, send: Send) -> None:
    asked = read_fields(visit.scope["query_string"])
    number = number_in(asked.get("_HLS_msn", ""))
    part = number_in(asked.get("_HLS_part", ""))
    # One that lies further ahead is a mistake: it gets what there is.
    if 0 <= number - air.last_number <= 2:
        await air.reach(number, rung, part if part >= 0 else None)
    headers = [*visit.list_headers, ("vary", "accept-encoding")]
    if asked.get("_HLS_skip"):
        body = air.list_of(rung, is_delta=True)
    elif "gzip" in header(visit.scope, "accept-encoding"):
        body = air.packed_list_of(rung)
        headers.append(("content-encoding", "gzip"))
    else:
        body = air.list_of(rung, is_delta=False)
    await answer(send, 200, _unless_head(visit, body), headers)


async def _replay(visit: _Visit, air: KeptAir, rung: str) -> str | None:
    if not await air.has_rung(rung):
        return None
    rows = await _kept_rows(visit.permit, air)
    return await asyncio.to_thread(_write_replay, rows, rung, visit.permit.ended_at is not None)


def _write_replay(rows: list[Aired], rung: str, is_ended: bool) -> str:
    blocks, before = [], None
    for row in rows:
        if before is not None and row.number != before.number + 1:
            row = replace(row, is_discontinuity=True)
        blocks.append(manifest.block(row, rung, before))
        before = row
    target_s = manifest.target_s(max((row.length_s for row in rows), default=0.0))
    return manifest.replay_manifest(blocks, target_s=target_s, is_ended=is_ended)


async def _kept_rows(permit: Permit, air: KeptAir) -> list[Aired]:
    """Return what the replay consists of: all, as long as there is no recording."""
    if permit.recording_id is None:
        return list(air.rows)
    kept = await air.kept(permit.recording_id, permit.recording_version)
    return [row for row in air.rows if row.number in kept]


async def _send_segment(
    visit: _Visit, air: KeptAir, match: re.Match[str], receive: Receive, send: Send
) -> bool:
    number, rung = int(match["number"]), match["rung"]
    if number > air.last_number:
        await air.refresh(0.0)
    row = air.row(number)
    if row is None or rung not in row.rungs or not await _is_shown(visit, air, number):
        return False
    path = Path(row.folder, rung, f"{row.file_number}.m4s")
    await _deliver(visit, path, receive, send)
    return True


async def _send_init(
    visit: _Visit, air: KeptAir, match: re.Match[str], receive: Receive, send: Send
) -> bool:
    folder = air.folder(match["name"])
    if folder is None:
        await air.refresh(0.0)
        folder = air.folder(match["name"])
    if folder is None:
        return False
    await _deliver(visit, Path(folder, match["rung"], "init.mp4"), receive, send)
    return True


async def _send_part(
    visit: _Visit, air: KeptAir, match: re.Match[str], receive: Receive, send: Send
) -> bool:
    path = await find_part(air, match["name"], match["rung"], int(match["count"]))
    if path is None:
        return False
    kept_for = PART if visit.is_open else PRIVATE_PART
    await deliver(visit.scope, receive, send, path, kept_for)
    return True


async def _deliver(visit: _Visit, path: Path, receive: Receive, send: Send) -> None:
    await deliver(visit.scope, receive, send, path, IMMUTABLE if visit.is_open else PRIVATE)


async def _is_shown(visit: _Visit, air: KeptAir, number: int) -> bool:
    """Say whether the visitor may see that segment: of a recording, what it keeps."""
    permit = visit.permit
    if visit.may_see_live or permit.recording_id is None:
        return True
    return number in await air.kept(permit.recording_id, permit.recording_version)


def _unless_head(visit: _Visit, body: bytes) -> bytes:
    return b"" if visit.scope["method"] == "HEAD" else body


def _is_team(scope: Scope, programme_id: int) -> bool:
    return access.may_look_in(team_member(scope), programme_id)
