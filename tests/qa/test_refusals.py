"""Each refusal says what happened, in the person's language."""

from django.utils import translation

from qa.refusals import DoesNotFollow, StaleCommand


def test_a_refusal_says_who_was_faster():
    refusal = StaleCommand(winner="Amina", action="décliner")
    assert refusal.status == 409
    assert str(refusal).startswith("Amina a été plus rapide")
    with translation.override("en"):
        assert str(DoesNotFollow(state="shown")).startswith("This is now “shown”")
