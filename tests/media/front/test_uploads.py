"""Resumable uploads over HTTP: the protocol, who may, interruptions, two writers."""

import asyncio
import base64
import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection

import pytest
from asgiref.sync import async_to_sync
from django.core.files.storage import storages
from django.test import Client
from wagtail.models import GroupCollectionPermission
from wagtail.users.models import UserProfile

from media.front import request_body
from media.front.uploads import TusUploads
from media.gateways import upload_store
from media.models import Upload, Video

pytestmark = pytest.mark.usefixtures("uploads_folder")
FILM = bytes(range(256)) * 40
PATCH_TYPE = "application/offset+octet-stream"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def problem(self) -> dict:
        assert self.headers["content-type"] == "application/problem+json"
        return json.loads(self.body)


@dataclass
class Browser:
    """Speaks to the upload application as a logged-in browser does."""

    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, method: str, path: str, body: bytes | list = b"", **headers: str) -> Answer:
        return async_to_sync(self.ask)(method, path, body, **headers)

    async def ask(self, method: str, path: str, body: bytes | list = b"", **headers: str) -> Answer:
        """`body` may be a list of pieces; in it, None is a cut, an Event is waited for."""
        names = {"tus_resumable": "1.0.0", "host": "localhost", "cookie": self.cookie}
        names |= self.headers | headers
        if isinstance(body, bytes):
            names["content_length"] = str(len(body))
            body = [body]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in names.items() if v],
        }
        sent: list[dict] = []
        steps = list(body)

        async def receive():
            while steps and isinstance(steps[0], asyncio.Event):
                await steps.pop(0).wait()
            if not steps or steps[0] is None:
                return {"type": "http.disconnect"}
            piece = steps.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(steps)}

        async def send(message):
            sent.append(message)

        await TusUploads()(scope, receive, send)
        if not sent:
            return Answer(0, {}, b"")
        found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
        return Answer(sent[0]["status"], found, sent[1]["body"])


def metadata(**values: object) -> str:
    return ",".join(
        f"{name} {base64.b64encode(str(value).encode()).decode()}" for name, value in values.items()
    )


@pytest.fixture
def log_in():
    def log_in(person):
        client = Client()
        client.force_login(person)
        return Browser(cookie=f"theme=dark; sessionid={client.cookies['sessionid'].value}")

    return log_in


@pytest.fixture
def staff(editor, log_in):
    return log_in(editor)


@pytest.fixture
def create(staff, collection):
    """Begin an upload of FILM and return its address."""

    def create(**values):
        pairs = {"filename": "un-film.mp4", "collection": collection.pk} | values
        length = str(len(FILM))
        answer = staff("POST", "/tus/", upload_length=length, upload_metadata=metadata(**pairs))
        assert answer.status == 201, answer.body
        return answer.headers["location"]

    return create


def patch(staff, address, offset, body, **headers):
    return staff(
        "PATCH", address, body, upload_offset=str(offset), content_type=PATCH_TYPE, **headers
    )


def test_options_tell_what_the_server_can_do(settings):
    answer = Browser()("OPTIONS", "/tus/", tus_resumable="")
    assert answer.status == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-extension"] == "creation,termination"
    assert answer.headers["tus-max-size"] == str(settings.UPLOAD_MAX_BYTES)


def test_a_film_in_three_pieces(staff, create, editor, collection):
    address = create()
    assert address.startswith("/tus/")
    assert staff("HEAD", address).headers["upload-offset"] == "0"
    first = patch(staff, address, 0, FILM[:100])
    assert (first.status, first.headers["upload-offset"]) == (204, "100")
    assert "upload-film" not in first.headers
    told = staff("HEAD", address)
    assert (told.headers["upload-offset"], told.headers["upload-length"]) == ("100", "10240")
    assert told.headers["cache-control"] == "no-store"
    patch(staff, address, 100, [FILM[100:200], FILM[200:5000]])
    last = patch(staff, address, 5000, FILM[5000:])
    video = Video.objects.get()
    assert last.headers["upload-film"] == str(video.pk)
    assert (video.title, video.uploaded_by_user, video.collection) == (
        "Un film",
        editor,
        collection,
    )
    with storages["originals"].open(video.file.name) as file:
        assert file.read() == FILM


def test_the_last_request_may_be_repeated(staff, create):
    address = create()
    answers = [patch(staff, address, 0, FILM), staff("HEAD", address)]
    answers.append(patch(staff, address, len(FILM), b""))
    assert {answer.headers["upload-film"] for answer in answers} == {str(Video.objects.get().pk)}


def test_a_head_finishes_what_a_crash_left_complete(staff, create):
    address = create()
    upload_store.part_path(Upload.objects.get().key).write_bytes(FILM)
    assert staff("HEAD", address).headers["upload-film"] == str(Video.objects.get().pk)


def test_a_cut_connection_keeps_what_arrived(staff, create):
    address = create()
    cut = patch(staff, address, 0, [FILM[:1000], FILM[1000:3000], None])
    assert cut.status == 0
    assert staff("HEAD", address).headers["upload-offset"] == "3000"
    patch(staff, address, 3000, FILM[3000:])
    with storages["originals"].open(Video.objects.get().file.name) as file:
        assert file.read() == FILM


def test_a_silent_connection_is_let_go(staff, create, monkeypatch):
    monkeypatch.setattr(request_body, "IDLE_S", 0.1)
    monkeypatch.setattr(request_body, "LOOK_AROUND_S", 0.05)
    monkeypatch.setattr(request_body, "DRAIN_S", 0.1)
    address = create()

    async def stay_silent():
        return await staff.ask(
            "PATCH",
            address,
            [FILM[:1000], asyncio.Event()],
            upload_offset="0",
            content_type=PATCH_TYPE,
        )

    answer = async_to_sync(stay_silent)()
    assert (answer.status, answer.problem["code"]) == (408, "UPL-017")
    assert staff("HEAD", address).headers["upload-offset"] == "1000"


def test_a_newer_request_takes_over_from_a_stuck_one(staff, create):
    address = create()

    async def both():
        stuck = asyncio.ensure_future(
            staff.ask(
                "PATCH",
                address,
                [FILM[:1000], never := asyncio.Event(), b"too late"],
                upload_offset="0",
                content_type=PATCH_TYPE,
            )
        )
        while upload_store.part_path(key).with_suffix(".lock").exists() is False:
            await asyncio.sleep(0)
        head = await staff.ask("HEAD", address)
        never.set()
        return await stuck, head

    key = Upload.objects.get().key
    stuck, head = async_to_sync(both)()
    assert (stuck.status, stuck.problem["code"]) == (423, "UPL-009")
    assert head.headers["upload-offset"] == "1000"
    assert patch(staff, address, 1000, FILM[1000:]).headers["upload-film"]


def test_a_writer_that_cannot_stop_is_not_disturbed(staff, create, monkeypatch):
    monkeypatch.setattr("media.front.uploads.TURN_WAIT_S", 0.1)
    address = create()
    with upload_store.PartWriter(Upload.objects.get().key) as other:
        assert other.take()
        answer = patch(staff, address, 0, FILM)
    assert (answer.status, answer.problem["code"]) == (423, "UPL-009")
    assert patch(staff, address, 0, FILM).status == 204


def test_a_wrong_offset_is_refused_and_writes_nothing(staff, create):
    address = create()
    patch(staff, address, 0, FILM[:100])
    for offset in (0, 99, 101):
        answer = patch(staff, address, offset, FILM[:10])
        assert (answer.status, answer.problem["code"]) == (409, "UPL-010")
    assert staff("HEAD", address).headers["upload-offset"] == "100"


def test_more_bytes_than_announced_are_refused(staff, create):
    address = create()
    told = patch(staff, address, 0, FILM + b"!")
    untold = patch(staff, address, 0, [FILM, b"!"])
    assert (told.status, told.problem["code"]) == (413, "UPL-011")
    assert (untold.status, untold.problem["code"]) == (413, "UPL-011")
    assert Video.objects.count() == 0


def test_termination_forgets_the_upload(staff, create):
    address = create()
    patch(staff, address, 0, FILM[:100])
    assert staff("DELETE", address).status == 204
    assert staff("HEAD", address).status == 404
    assert list(upload_store.folder().glob("*.part")) == []


def test_termination_leaves_a_finished_film(staff, create):
    address = create()
    patch(staff, address, 0, FILM)
    assert staff("DELETE", address).status == 204
    assert Video.objects.count() == 1


def test_a_lost_part_file_is_gone(staff, create):
    address = create()
    upload_store.part_path(Upload.objects.get().key).unlink()
    assert staff("HEAD", address).status == 410


def test_replacing_a_film(staff, create, make_video):
    video = make_video("Le chou")
    patch(staff, create(replaces=video.pk), 0, FILM)
    video.refresh_from_db()
    assert (video.title, video.size_bytes) == ("Le chou", len(FILM))
    assert Video.objects.count() == 1


@pytest.mark.parametrize(
    ("headers", "code", "status"),
    [
        ({"tus_resumable": ""}, "UPL-014", 412),
        ({"tus_resumable": "0.2.1"}, "UPL-014", 412),
        ({"origin": "https://evil.example"}, "UPL-002", 403),
        ({"origin": "null"}, "UPL-002", 403),
        ({"cookie": ""}, "UPL-001", 401),
        ({"cookie": "sessionid=guess"}, "UPL-001", 401),
        ({"upload_length": ""}, "UPL-012", 400),
        ({"upload_length": "-5"}, "UPL-012", 400),
        ({"upload_length": "9" * 5000}, "UPL-012", 400),
        ({"upload_length": "0"}, "UPL-006", 400),
        ({"upload_length": "9" * 17}, "UPL-007", 413),
        ({"upload_metadata": "filename !!!"}, "UPL-012", 400),
        ({"upload_metadata": "filename /w=="}, "UPL-012", 400),
        ({"upload_metadata": metadata(collection="x")}, "UPL-012", 400),
        ({"upload_metadata": ""}, "UPL-003", 403),
        ({"upload_metadata": metadata(collection=999)}, "UPL-003", 403),
        ({"upload_metadata": metadata(replaces=999)}, "UPL-004", 403),
    ],
)
def test_creation_refused(staff, collection, headers, code, status):
    good = {"upload_length": "10", "upload_metadata": metadata(collection=collection.pk)}
    answer = staff("POST", "/tus/", **{**good, **headers})
    assert (answer.status, answer.problem["code"]) == (status, code)
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert len(answer.problem["detail"]) > 20
    assert Upload.objects.count() == 0


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/tus/"), ("PATCH", "/tus/"), ("POST", "/tus/x"), ("PUT", "/tus/x")],
)
def test_other_methods_are_refused(staff, method, path):
    assert staff(method, path).problem["code"] == "UPL-015"


def test_a_method_behind_a_narrow_proxy(staff, create):
    address = create()
    answer = patch(staff, address, 0, FILM[:9])
    again = staff(
        "POST",
        address,
        FILM[9:20],
        x_http_method_override="PATCH",
        upload_offset="9",
        content_type=PATCH_TYPE,
    )
    assert (answer.status, again.headers["upload-offset"]) == (204, "20")


def test_a_piece_has_its_content_type(staff, create):
    answer = staff("PATCH", create(), FILM, upload_offset="0", content_type="video/mp4")
    assert (answer.status, answer.problem["code"]) == (415, "UPL-013")


def test_nobody_touches_the_upload_of_another(create, make_person, log_in):
    boss = make_person("boss")
    boss.is_superuser = True
    boss.save()
    address = create()
    other = log_in(boss)
    assert [other("HEAD", address).status, patch(other, address, 0, FILM).status] == [404, 404]
    assert other("DELETE", address).status == 404
    assert Upload.objects.count() == 1


def test_someone_locked_out_meanwhile_cannot_go_on(staff, create, editor):
    address = create()
    editor.is_active = False
    editor.save()
    assert patch(staff, address, 0, FILM).problem["code"] == "UPL-001"


def test_someone_without_the_right_any_more_gets_no_film(staff, create):
    address = create()
    GroupCollectionPermission.objects.all().delete()
    assert patch(staff, address, 0, FILM).problem["code"] == "UPL-003"
    assert Video.objects.count() == 0


def test_refusals_are_in_the_language_of_the_reader(staff, editor):
    english = staff("HEAD", "/tus/x", accept_language="en").problem["detail"]
    UserProfile.objects.create(user=editor, preferred_language="en")
    assert staff("HEAD", "/tus/x", accept_language="fr").problem["detail"] == english
    assert english.startswith("This upload is not known")


def test_a_refusal_is_heard_by_a_client_that_is_still_sending(staff, create):
    address = create()
    pieces = [FILM[:1000], FILM[1000:2000], FILM[2000:]]
    assert patch(staff, address, 77, pieces).problem["code"] == "UPL-010"
    assert pieces == [FILM[:1000], FILM[1000:2000], FILM[2000:]]


@pytest.mark.django_db(transaction=True)
def test_a_real_server_and_a_killed_connection(editor, collection, log_in, settings, tmp_path):
    """A real uvicorn, a socket closed in the middle of a piece, and the rest over a new one."""
    from uvicorn import Config, Server

    server = Server(Config(TusUploads(), port=0, log_level="error", lifespan="off"))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    port = listener.getsockname()[1]
    try:
        cookie = log_in(editor).cookie
        common = {"Tus-Resumable": "1.0.0", "Cookie": cookie}
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            connection.request(
                "POST",
                "/tus/",
                headers={
                    **common,
                    "Upload-Length": str(len(FILM)),
                    "Upload-Metadata": metadata(filename="a.mp4", collection=collection.pk),
                },
            )
            address = connection.getresponse().headers["Location"]
        piece = {**common, "Content-Type": PATCH_TYPE}
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            connection.putrequest("PATCH", address)
            for name, value in {
                **piece,
                "Upload-Offset": "0",
                "Content-Length": str(len(FILM)),
            }.items():
                connection.putheader(name, value)
            connection.endheaders(FILM[:4000])
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            connection.request("HEAD", address, headers=common)
            answer = connection.getresponse()
            answer.read()
            offset = int(answer.headers["Upload-Offset"])
            assert offset in (0, 4000)
            connection.request(
                "PATCH", address, FILM[offset:], headers={**piece, "Upload-Offset": str(offset)}
            )
            assert connection.getresponse().headers["Upload-Film"]
    finally:
        server.should_exit = True
        thread.join()
    with storages["originals"].open(Video.objects.get().file.name) as file:
        assert file.read() == FILM


def test_the_lock_holds_over_processes(create):
    """A killed process releases its lock; a living one keeps it."""
    create()
    key = Upload.objects.get().key
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys; file = open(sys.argv[1], 'w'); fcntl.flock(file, fcntl.LOCK_EX);"
            "print('held', flush=True); sys.stdin.read()",
            str(upload_store.part_path(key).with_suffix(".lock")),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ,
    )
    with held, upload_store.PartWriter(key) as writer:
        assert held.stdout.readline() == b"held\n"
        assert not writer.take()
        held.kill()
        held.wait()
        assert writer.take()
