"""People at the front door, each with a browser that keeps its cookies."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import async_to_sync

from tests.conftest import Answer, knock

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


@dataclass
class Visitor:
    """Somebody with a browser."""

    address: str = "192.0.2.7"
    headers: dict[str, str] = field(
        default_factory=lambda: {"host": "localhost", "user-agent": FIREFOX}
    )

    def ask(self, method: str, path: str, **form: object) -> tuple[Answer, dict[str, Any]]:
        """Send a request and keep the cookie of its answer; return it, and the JSON in it."""
        [answer] = self.ask_at_once(method, path, [form])
        return answer, json.loads(answer.body) if answer.body else {}

    def ask_at_once(self, method: str, path: str, forms: list[dict[str, Any]]) -> list[Answer]:
        """Send many requests side by side, each in a connection of its own."""

        async def ask() -> list[Answer]:
            return await asyncio.gather(
                *(
                    knock(method, path, self.headers, body=form, address=self.address)
                    for form in forms
                )
            )

        answers: list[Answer] = async_to_sync(ask)()
        for answer in answers:
            if "set-cookie" in answer.headers:
                self.headers["cookie"] = answer.headers["set-cookie"].partition(";")[0]
        return answers
