"""How much memory the web process takes for one large upload.

    python tests/load/upload.py [MEBIBYTES]

Starts the front door's upload application in a process of its own, sends a file of 1 GiB in
pieces of 16 MiB, and prints by how much the process grew and how fast it went. Not a test: it
writes the file twice to the disk and takes a few seconds.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from http.client import HTTPConnection
from pathlib import Path

MEBIBYTE = 2**20
PIECE_BYTES = 16 * MEBIBYTE
ROOT = Path(__file__).resolve().parents[2]


def rss_mib(pid: int) -> dict[str, float]:
    """Return present and highest resident memory of a process, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return {
        name: int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("VmRSS", "VmHWM")
    }


def prepare() -> tuple[str, int]:
    """Make an empty site with one administrator; return a session key and a collection."""
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client
    from wagtail.models import Collection

    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("loader"))
    return client.cookies["sessionid"].value, Collection.get_first_root_node().pk


def send(port: int, size_bytes: int, session: str, collection: int) -> None:
    """Upload `size_bytes` of noise over one connection."""
    piece = os.urandom(PIECE_BYTES)
    common = {"Tus-Resumable": "1.0.0", "Cookie": f"sessionid={session}"}
    connection = HTTPConnection("127.0.0.1", port)
    metadata = f"filename {b64encode(b'load.mp4').decode()},"
    metadata += f"collection {b64encode(str(collection).encode()).decode()}"
    connection.request(
        "POST",
        "/tus/",
        headers={**common, "Upload-Length": str(size_bytes), "Upload-Metadata": metadata},
    )
    created = connection.getresponse()
    created.read()
    address = created.headers["Location"]
    for offset in range(0, size_bytes, PIECE_BYTES):
        connection.request(
            "PATCH",
            address,
            piece[: size_bytes - offset],
            {
                **common,
                "Content-Type": "application/offset+octet-stream",
                "Upload-Offset": str(offset),
            },
        )
        answer = connection.getresponse()
        answer.read()
        if answer.status != 204:
            raise SystemExit(f"refused at {offset}: {answer.status}")
    if not answer.headers["Upload-Film"]:
        raise SystemExit("no film was made")


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def main() -> None:
    size_bytes = int(sys.argv[1] if len(sys.argv) > 1 else 1024) * MEBIBYTE
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
        session, collection = prepare()
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "portal.asgi:application"]
            + ["--port", str(port), "--log-level", "warning"],
            cwd=ROOT,
        )
        try:
            wait_for(port)
            send(port, MEBIBYTE, session, collection)
            before = rss_mib(server.pid)
            began = time.monotonic()
            send(port, size_bytes, session, collection)
            took_s = time.monotonic() - began
            after = rss_mib(server.pid)
        finally:
            server.terminate()
            server.wait()
    print(f"sent           {size_bytes / MEBIBYTE:8.0f} MiB in {took_s:.1f} s")
    print(f"speed          {size_bytes / MEBIBYTE / took_s:8.0f} MiB/s")
    print(f"memory before  {before['VmRSS']:8.1f} MiB")
    print(f"memory after   {after['VmRSS']:8.1f} MiB")
    print(f"highest growth {after['VmHWM'] - before['VmRSS']:8.1f} MiB (goal: under 50)")


if __name__ == "__main__":
    main()
