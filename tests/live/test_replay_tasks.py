"""The task says “look at this row” to whoever was registered."""

from live import replay_tasks
from live.replay_tasks import join_replay, register_runner


def test_the_registered_one_is_called(monkeypatch):
    seen = []
    monkeypatch.setattr(replay_tasks, "_runners", [])
    register_runner(seen.append)
    join_replay.call(42)
    assert seen == [42]
