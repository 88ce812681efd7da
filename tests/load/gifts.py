"""A burst of gifts to one collection page, with deaths in it: nothing lost, nothing twice, in time.

    python tests/load/gifts.py [--database postgres://…] [--gifts 500] [--seconds 30]

Two server processes and a worker. Donors come one after the other, half to each process, fill in the
form and pay at the test provider, whose notifications reach the site by requests of their own. A
third of the way the first process and the worker die by kill -9; whoever got no answer sends the
same again to the other. All the while a viewer asks for the page's snapshot; printed is how long
after the last payment it shows the exact total. Then one notification of a payment, and one of its
refund, are sent fifty times at once.
Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import (
    ROOT,
    Press,
    Server,
    free_port,
    met,
    post,
    prepare,
    send_to_both,
    server,
)

SHOWN_WITHIN_S, LOOKS_EVERY_S = 5.0, 0.25
TELLINGS = 50
LOCATION = re.compile(r"(?im)^location: (\S+)")
CARD = "4242 4242 4242 4242"


@dataclass(slots=True)
class Donor:
    """Somebody who gives so many cents; `ticket` is that of their form."""

    number: int
    cents: int
    ticket: str


def make_page() -> Any:
    """Return a collection page that takes gifts through the test provider."""
    from datetime import timedelta

    from django.utils import timezone
    from wagtail.models import Locale

    from campaigns.models import Cause, Organisation
    from fundraising.models import Fund, Fundraiser, Supporter

    cause = Cause.objects.create(name="Load", slug="load", locale=Locale.get_default())
    beneficiary = Organisation.objects.create(name="Load")
    return Fundraiser.objects.create(
        fund=Fund.objects.create(cause=cause, beneficiary=beneficiary, provider="test"),
        owner=Supporter.objects.create(email="load@example.org"),
        slug="load",
        title="Load",
        goal_cents=10_000_00,
        ends_on=timezone.localdate() + timedelta(days=9),
        state="approved",
        sent_at=timezone.now(),
    )


def make_donors(number: int) -> list[Donor]:
    """Return donors of amounts that all differ in their cents."""
    from audience.domain.form_tickets import new_ticket
    from fundraising.domain.begin_gift import PURPOSE

    return [Donor(n, 100 + 7 * n, new_ticket(PURPOSE)) for n in range(number)]


async def ask(port: int, request: bytes) -> tuple[int, str]:
    """Send one request; return the status and where the answer leads. OSError: no answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        answer = await reader.read()
    finally:
        writer.close()
    if not answer:
        raise ConnectionResetError
    head = answer.partition(b"\r\n\r\n")[0].decode()
    leads_to = LOCATION.search(head)
    return int(head.split(" ", 2)[1]), leads_to[1] if leads_to else ""


async def persist(ports: list[int], path: str, donor: Donor, form: dict[str, str]) -> str:
    """Send a form until somebody answers; return where it leads."""
    request = post(path, f"{donor.number:06}", urlencode(form)).request
    for attempt in range(40):
        with suppress(OSError):
            status, leads_to = await ask(ports[(donor.number + attempt) % len(ports)], request)
            assert status == 302, f"{path} answers {status}"
            return leads_to
        await asyncio.sleep(0.1)
    raise SystemExit("nobody answers")


async def give(ports: list[int], donor: Donor) -> None:
    """Fill in the form, then pay on the provider's page."""
    euros = f"{donor.cents // 100},{donor.cents % 100:02}"
    form = {"ticket": donor.ticket, "choice": "free", "amount": euros, "visibility": "anonymous"}
    checkout = await persist(ports, "/collectes/load/donner/", donor, form)
    await persist(ports, urlsplit(checkout).path, donor, {"deed": "pay", "number": CARD})


class Viewer:
    """Looks at the page's snapshot all the while, as a screen does."""

    def __init__(self, port: int, code: str) -> None:
        self.path = f"/state/collectes/{code}.json"
        self.port = port
        self.total_cents, self.went_back = 0, False

    async def look(self) -> None:
        """Read the total once."""
        request = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request.encode())
        answer = await reader.read()
        writer.close()
        total_cents = json.loads(answer.partition(b"\r\n\r\n")[2])["total_cents"]
        self.went_back |= total_cents < self.total_cents
        self.total_cents = total_cents

    async def watch(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(LOOKS_EVERY_S)

    async def until(self, total_cents: int) -> float:
        """Return after how many seconds the total is that, a minute at most."""
        begun = time.monotonic()
        while self.total_cents != total_cents and time.monotonic() < begun + 60:
            await self.look()
            await asyncio.sleep(LOOKS_EVERY_S)
        return time.monotonic() - begun


async def burst(
    servers: list[Server], worker: subprocess.Popen, donors: list[Donor], viewer: Viewer, seconds: float
) -> float:  # fmt: skip
    """Let all give, and two processes die; return how long after it the total was exact."""
    ports = [one.port for one in servers]
    watching = asyncio.create_task(viewer.watch())
    giving = []
    for place, donor in enumerate(donors):
        giving.append(asyncio.create_task(give(ports, donor)))
        if place == len(donors) // 3:
            servers[0].process.send_signal(signal.SIGKILL)
            worker.send_signal(signal.SIGKILL)
        await asyncio.sleep(seconds / len(donors))
    await asyncio.gather(*giving)
    watching.cancel()
    return await viewer.until(sum(one.cents for one in donors))


def tell_of_burst(page: Any, donors: list[Donor], viewer: Viewer, late_s: float) -> None:
    """Compare rows and snapshot with what was paid."""
    from fundraising.domain.recount_gifts import recount_gifts
    from fundraising.models import Donation, ProviderEvent

    page.refresh_from_db()
    wanted = sum(one.cents for one in donors)
    paid = Donation.objects.filter(state="paid")
    kept_cents = sum(paid.values_list("paid_cents", flat=True))
    exact = (paid.count(), ProviderEvent.objects.count()) == (len(donors),) * 2
    print(
        f"  gifts paid {len(donors)}, kept {paid.count()}, tellings {ProviderEvent.objects.count()}  {met(exact)}"
    )
    print(
        f"  cents paid {wanted}, rows {kept_cents}, page {page.test_total_cents}  {met(kept_cents == page.test_total_cents == wanted)}"
    )
    in_time = viewer.total_cents == wanted and late_s <= SHOWN_WITHIN_S
    print(f"  the exact total is shown after {late_s:.2f} s  <= {SHOWN_WITHIN_S}  {met(in_time)}")
    print(f"  the total never fell meanwhile  {met(not viewer.went_back)}")
    print(f"  the recount finds the same  {met(not recount_gifts(write=False).differences)}")


def tell_often(servers: list[Server], page: Any, kind: str, more: dict[str, Any]) -> None:
    """Send one notification many times at once to both processes."""
    from fundraising.gateways.trial_provider import HEADER, signed
    from fundraising.models import ProviderEvent

    body = json.dumps(
        {"id": f"evt-{kind}", "kind": kind, "currency": "EUR", "at": int(time.time()), **more}
    )
    request = post("/paiements/test/", "000001", body).request
    request = request.replace(b"\r\n", f"\r\n{HEADER}: {signed(body.encode())}\r\n".encode(), 1)
    made = [Press(request) for _ in range(TELLINGS)]
    before = page.test_total_cents
    uvloop.run(send_to_both(servers, made, kills=False))
    page.refresh_from_db()
    moved = page.test_total_cents - before
    kept = ProviderEvent.objects.filter(event_id=f"evt-{kind}").count()
    wanted = more["amount_cents"] if kind == "paid" else -more["amount_cents"]
    exact = kept == 1 and moved == wanted and {one.status for one in made} == {200}
    print(
        f"  “{kind}” told {TELLINGS} times at once: kept {kept}, the total moved by {moved}  {met(exact)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="")
    parser.add_argument("--gifts", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder, ExitStack() as stack:
        port = free_port()
        # The provider's notifications go to the process that stays.
        os.environ |= {"TEST_GIFTS": "shown", "PUBLIC_URL": f"http://127.0.0.1:{port}"}
        prepare(options.database, folder)
        from django.core.management import call_command
        from django.db import connection

        call_command("collectstatic", "--no-input", verbosity=0)
        page, donors = make_page(), make_donors(options.gifts)
        connection.close()
        servers = [stack.enter_context(server()), stack.enter_context(server(port))]
        worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT)
        stack.callback(worker.kill)
        viewer = Viewer(port, page.code)
        late_s = uvloop.run(burst(servers, worker, donors, viewer, options.seconds))
        tell_of_burst(page, donors, viewer, late_s)
        servers[0] = stack.enter_context(server())
        tell_twice_over(servers, page)
        connection.close()


def tell_twice_over(servers: list[Server], page: Any) -> None:
    """One more gift, whose payment and refund the provider tells again and again."""
    from fundraising.models import Donation

    gift = Donation.objects.create(
        fundraiser=page, amount_cents=31_00, provider="test", is_test=True
    )
    told = {"reference": gift.key, "payment": f"pay_{gift.key}", "amount_cents": 31_00}
    tell_often(servers, page, "paid", told)
    tell_often(servers, page, "refunded", told | {"amount_cents": 11_00, "refund": "re_1"})


if __name__ == "__main__":
    main()
