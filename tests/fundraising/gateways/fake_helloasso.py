"""HelloAsso's API as far as we use it, on a port of this machine.

It gives tokens, takes them back, opens checkout intents and knows what became of an order: what
`happens` is the state of the world that notifications only knock about.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from urllib.parse import parse_qs

from tests.fundraising.gateways.json_server import JsonHandler, served

DATA = Path(__file__).parents[1] / "data" / "helloasso"
ORGANIZATION, CLIENT, SECRET = "epicerie-du-pont", "9fdc", "s3cret="
INTENT = 12345


class FakeHelloAsso:
    """What it was asked, and how it answers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict]] = []
        self.grants: list[str] = []
        self.tokens: set[str] = set()
        self.orders: dict[int, dict] = {}
        self.metadata = {"reference": "Zk3qPq0mV9s1uYh7TnB2xw", "site": "https://potager.example"}
        self.is_away = False
        self.refreshes = True
        self.address = ""

    def happens(self, name: str, **changes: object) -> bytes:
        """Let an order come to where the notification `name` says; return the notification."""
        told = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
        told["data"] |= changes
        data = deepcopy(told["data"])
        if told["eventType"] == "Payment":
            order, _payer = data.pop("order"), data.pop("payer")
            data = {**order, "payments": [data], "checkoutIntentId": INTENT}
        if data["formType"] == "Checkout":
            self.orders[data["id"]] = data
        return json.dumps(told, indent=2, ensure_ascii=False).encode()

    def token(self, form: dict[str, str]) -> tuple[int, dict]:
        kind = form["grant_type"]
        self.grants.append(kind)
        is_known = form.get("client_secret") == SECRET or form.get("refresh_token") == "again"
        if form["client_id"] != CLIENT or not is_known:
            return 401, {"error": "unauthorized_client"}
        if kind == "refresh_token" and not self.refreshes:
            return 400, {"error": "invalid_grant"}
        token = f"token-{len(self.grants)}"
        self.tokens.add(token)
        return 200, {
            "access_token": token,
            "refresh_token": "again",
            "token_type": "bearer",
            "expires_in": 1800,
        }

    def answer(self, verb: str, path: str, told: dict) -> tuple[int, dict]:
        self.asked.append((verb, path, told))
        intents = f"/v5/organizations/{ORGANIZATION}/checkout-intents"
        if (verb, path) == ("POST", intents):
            number = sum(one[0] == "POST" for one in self.asked)
            page = f"https://www.helloasso.com/associations/{ORGANIZATION}/checkout/{number}"
            return 200, {"id": number, "redirectUrl": page}
        if path == f"{intents}/{INTENT}":
            return 200, {"id": INTENT, "metadata": self.metadata, "redirectUrl": "https://x"}
        order = path.removeprefix("/v5/orders/")
        if order.isdecimal() and int(order) in self.orders:
            return 200, self.orders[int(order)]
        return 404, {"errors": [{"code": "NotFound", "message": "not found"}]}


@contextmanager
def fake_helloasso() -> Iterator[FakeHelloAsso]:
    fake = FakeHelloAsso()

    class Handler(JsonHandler):
        def do_POST(self) -> None:
            body = self.body()
            if self.path == "/oauth2/token":
                form = {name: values[0] for name, values in parse_qs(body).items()}
                self.answer(*((503, {}) if fake.is_away else fake.token(form)))
            else:
                self._answer("POST", json.loads(body))

        def do_GET(self) -> None:
            self._answer("GET", {})

        def _answer(self, verb: str, told: dict) -> None:
            bearer = (self.headers["Authorization"] or "").removeprefix("Bearer ")
            if fake.is_away:
                self.answer(503, {})
            elif bearer not in fake.tokens:
                self.answer(401, {})
            else:
                self.answer(*fake.answer(verb, self.path, told))

    with served(Handler) as fake.address:
        yield fake
