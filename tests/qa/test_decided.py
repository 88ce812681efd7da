"""Who wants to know of decisions is told once each, until they want no more."""

from qa import decided


def test_listeners_are_told_once(monkeypatch):
    monkeypatch.setattr(decided, "_listeners", [])
    heard = []

    def listen(decision, text):
        heard.append((decision, text))

    assert decided.tell_of_decisions(listen) is listen
    decided.tell_of_decisions(listen)
    try:
        decided.say("decision", "text")
    finally:
        decided.forget_listener(listen)
    decided.say("decision", "another")
    assert heard == [("decision", "text")]
