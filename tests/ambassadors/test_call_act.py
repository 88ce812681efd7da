"""Editors can ask people to become ambassadors."""

from ambassadors.call_act import JOIN
from campaigns.call_acts import Place, act_named


def test_it_leads_to_the_page_from_anywhere():
    assert act_named("ambassador") is JOIN
    assert JOIN.look(Place(page=None)).address == "/ambassadeurs/"
