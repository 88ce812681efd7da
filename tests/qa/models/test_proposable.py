"""A text whose author may change it while it is shown begins with nothing proposed."""

from qa.models import Moderated, Proposable


def test_nothing_waits_at_first():
    assert issubclass(Proposable, Moderated)
    assert Proposable._meta.abstract
    assert Proposable._meta.get_field("proposed").default is dict
    assert Proposable._meta.get_field("proposed_at").null
