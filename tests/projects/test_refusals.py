"""Every refusal says a whole sentence."""

from projects import refusals


def test_sentences_and_codes():
    classes = [
        one
        for one in vars(refusals).values()
        if isinstance(one, type)
        and issubclass(one, refusals.ProjectRefused)
        and "code" in one.__dict__
    ]
    assert len(classes) == 22
    for refusal in classes:
        assert str(refusal(name="n", state="s", sponsor="p", winner="w")).rstrip(".!").strip()
        assert refusal.code.startswith("PRJ-")
