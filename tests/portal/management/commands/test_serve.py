"""The supervisor keeps its processes alive and takes them down with it."""

import sys

from portal.management.commands.serve import Supervisor, wait_until_ready


def run_until(supervisor, condition):
    """Run the supervisor in this thread until `condition` holds, asked at each of its rounds."""
    wait = supervisor.stopping.wait

    def next_round(seconds):
        if condition():
            supervisor.stop(15, None)
        return wait(0.05)

    supervisor.stopping.wait = next_round
    supervisor.run()


def test_a_process_that_ends_is_started_again():
    supervisor = Supervisor([[sys.executable, "-c", "pass"]])
    seen = set()

    def restarted():
        seen.add(supervisor.children[0].pid)
        return len(seen) >= 3

    run_until(supervisor, restarted)

    assert len(seen) >= 3


def test_all_processes_are_gone_when_it_stops():
    sleeper = [sys.executable, "-c", "import signal; signal.pause()"]
    supervisor = Supervisor([sleeper, sleeper])

    run_until(supervisor, lambda: len(supervisor.children) == 2)

    assert all(child.poll() is not None for child in supervisor.children.values())


def test_nobody_at_an_address_is_told(monkeypatch):
    monkeypatch.setattr("portal.management.commands.serve.READY_WITHIN_S", 0.3)
    assert not wait_until_ready("http://127.0.0.1:9/")
