"""One thread for the files and rows of one session: the loop never waits for a disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import connections

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Desk:
    """Does what it is asked in the order in which it is asked."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="feed")

    async def do(
        self, function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Return what `function` returns, or raise what it raises."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._thread, partial(_with_fresh_connections, partial(function, *given, **named))
        )

    async def close(self) -> None:
        """Give the database back."""
        await asyncio.get_running_loop().run_in_executor(self._thread, connections.close_all)
        self._thread.shutdown(wait=False)


def _with_fresh_connections(call: Callable[[], Result]) -> Result:
    for connection in connections.all(initialized_only=True):
        connection.close_if_unusable_or_obsolete()
    return call()
