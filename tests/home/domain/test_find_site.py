"""The site that a request is for."""

import pytest
from django.core.exceptions import DisallowedHost
from django.test import RequestFactory
from wagtail.models import Site

from home.domain.find_site import find_site

pytestmark = pytest.mark.django_db


def ask(host: str):
    request = RequestFactory().get("/", headers={"Host": host})
    return find_site(request), request


def test_it_is_found_once(house, django_assert_num_queries):
    assert ask("localhost")[0] == house.site
    with django_assert_num_queries(0):
        site, request = ask("localhost")
        assert site == house.site
        assert site.root_page.title == "Le Potager"
        assert Site.find_for_request(request) == site


def test_each_host_has_its_own(house, make_page, settings):
    settings.ALLOWED_HOSTS = ["localhost", "radio.example"]
    radio = Site.objects.create(hostname="radio.example", root_page=make_page())
    assert ask("radio.example")[0] == radio
    assert ask("localhost")[0] == house.site


def test_a_changed_site_is_seen_at_once(house):
    ask("localhost")
    house.site.site_name = "Radio Radis"
    house.site.save()
    assert ask("localhost")[0].site_name == "Radio Radis"


def test_a_strange_host_has_none(house):
    with pytest.raises(DisallowedHost):
        ask("evil.example")
