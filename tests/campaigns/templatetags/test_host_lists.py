"""The sites that help, on a page."""

import pytest
from django.template.loader import render_to_string

from campaigns.models import EmbedHost
from campaigns.templatetags.host_lists import hosts_of

pytestmark = pytest.mark.django_db


def test_hosts_are_named_with_what_they_brought(meter, act):
    values = {"address": "https://zoe.example/", "contact": "zoe@example.org"}
    zoe = EmbedHost.objects.create(name="Le blog <b> de Zoé", **values)
    act(4, host=zoe.key)
    text = render_to_string("campaigns/hosts.html", {"meter": meter})
    assert "Le blog &lt;b&gt; de Zoé" in text
    assert 'rel="nofollow ugc noopener"' in text
    assert ">4</td>" in text
    assert zoe.contact not in text
    assert f"/vignette/{meter.key}/" in text


def test_without_hosts_the_page_says_what_will_be_there(meter):
    assert "<table" not in render_to_string("campaigns/hosts.html", {"meter": meter})
    assert hosts_of(None) == []
