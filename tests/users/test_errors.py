"""Each refusal says what happened, in the person's language."""

from django.utils import translation

from users.errors import TakenMeanwhile


def test_who_was_faster_is_named():
    with translation.override("en"):
        refusal = TakenMeanwhile(winner="Amina")
        assert str(refusal).startswith("Amina was faster")
    assert (refusal.code, refusal.status) == ("INB-002", 409)
