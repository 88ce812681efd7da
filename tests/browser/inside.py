"""Python inside the site of the browser tests, in a process that loads Django once.

Loading it takes seconds, and tests have some fifty things to arrange. So one process waits with
everything loaded, and each piece of code runs in a fork of it, with connections of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Inside:
    """The waiting process, as the tests see it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.inside"],
            cwd=ROOT,
            env={**environment, "DJANGO_SETTINGS_MODULE": "portal.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str) -> None:
        """Run `code`; what it printed is shown when it fails."""
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        assert pipe_in is not None
        assert pipe_out is not None
        print(json.dumps(code), file=pipe_in, flush=True)
        answer = pipe_out.readline()
        assert answer, f"nothing runs code any more: {self._process.wait()}"
        status, printed = json.loads(answer)
        assert status == 0, printed

    def end(self) -> None:
        """Let the process end; wait for it."""
        self._process.communicate()


def _wait_for_code() -> None:
    for line in sys.stdin:
        with tempfile.TemporaryFile("w+") as printed:
            child = os.fork()
            if not child:
                _run(json.loads(line), printed.fileno())
            _pid, status = os.waitpid(child, 0)
            printed.seek(0)
            print(json.dumps([status, printed.read()]), flush=True)


def _run(code: str, output: int) -> None:
    os.dup2(output, 1)
    os.dup2(output, 2)
    status = 1
    try:
        exec(code, {})
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    import django

    django.setup()
    from tests.browser import seed  # noqa: F401  Loaded for all forks.

    _wait_for_code()
