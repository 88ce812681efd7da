"""Where the air of a run begins, in a template."""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string

from live.outside import read_outside
from tests.live.airing import make_live_page, make_run

pytestmark = pytest.mark.django_db


def test_the_address(house):
    run = make_run(make_live_page(house))
    template = Template("{% load live_air %}{% master_address run outside %}")
    assert template.render(Context({"run": run})) == f"/air/{run.key}/master.m3u8"
    outside = read_outside("https://live.example.org/a.m3u8?k=1")
    context = Context({"run": None, "outside": outside})
    assert template.render(context) == "https://live.example.org/a.m3u8?k=1"
    assert template.render(Context({"run": None})) == ""


def test_the_player(house):
    run = make_run(make_live_page(house, "Le <tour>"))
    html = render_to_string("live/player.html", {"run": run, "poster_url": "/p.jpg"})
    assert f'data-master="/air/{run.key}/master.m3u8"' in html
    assert 'aria-label="Le &lt;tour&gt;"' in html
    assert 'poster="/p.jpg"' in html
    assert "controls" in html
