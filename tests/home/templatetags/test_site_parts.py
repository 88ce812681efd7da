"""The frame of a page: menus, words, other languages."""

import pytest
from django.template import Context, Template

from home.models import MenuItem, SiteSettings

pytestmark = pytest.mark.django_db


def render(source, rf, **context):
    request = rf.get("/", HTTP_HOST="localhost")
    return Template("{% load site_parts %}" + source).render(
        Context({"request": request, **context})
    )


def test_the_menu_lists_its_pages(house, rf):
    words = SiteSettings.for_site(house.site)
    words.menu_items = [MenuItem(place="masthead", page=house.campaigns, label="Nos campagnes")]
    words.save()
    shown = "{% menu_links 'masthead' as links %}{% for l in links %}{{ l.label }}{% endfor %}"
    assert render(shown, rf) == "Nos campagnes"


def test_other_languages_are_those_that_are_published(house, rf, translate):
    translate(house.campaigns, title="Campaigns")
    shown = "{% other_languages page as found %}{% for code, url in found %}{{ code }}{% endfor %}"
    assert render(shown, rf, page=house.campaigns) == "en"
    assert render(shown, rf, page=None) == ""
