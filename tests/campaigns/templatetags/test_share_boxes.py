"""The share box on pages: plain links, whole and escaped, good without scripts."""

import re

import pytest
from django.core.cache import cache

from audience.models import ShareCode

pytestmark = pytest.mark.django_db


def box_of(client, path):
    text = client.get(path).text
    return re.search(r'<section[^>]*id="partager".*?</section>', text, re.DOTALL)[0]


def test_on_campaigns_and_episodes(client, make_campaign, make_episode):
    for kind, page in (("campaign", make_campaign('Le "gros" <b>')), ("episode", make_episode())):
        box = box_of(client, page.url)
        codes = dict(
            ShareCode.objects.filter(kind=kind, key=page.pk).values_list("channel", "code")
        )
        address = f"http://testserver{page.url}?par="
        assert f'value="{address}{codes["copy"]}"' in box
        assert f'data-share="{codes["mastodon"]}"' in box
        assert f'src="/s/{codes["qr"]}.svg"' in box
        assert f'action="/partager/{kind}/{page.pk}/"' in box
        assert "<b>" not in box
        assert box.count('class="share__link"') == 9


def test_before_there_are_codes(client, make_campaign):
    page = make_campaign()
    ShareCode.objects.all().delete()
    cache.clear()
    box = box_of(client, page.url)
    assert f'value="http://testserver{page.url}"' in box
    assert "/s/" not in box
    assert "data-share" not in box
