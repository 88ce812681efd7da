"""The widget, oEmbed, share cards. What others show has one address in all languages."""

from django.urls import path, re_path

from campaigns.views import cards, oembed, widget

_METER = r"^vignette/(?P<meter_key>[0-9a-f]{16})/"

root_patterns = [
    re_path(rf"{_METER}cadre/$", widget.frame, name="widget_frame"),
    re_path(rf"{_METER}pastille\.(?P<form>svg|png)$", widget.badge, name="widget_badge"),
    path("oembed", oembed.oembed, name="oembed"),
    re_path(r"^cartes/(?P<digest>[0-9a-f]{20})\.png$", cards.card, name="share_card"),
]

page_patterns = [re_path(rf"{_METER}$", widget.code, name="widget_code")]
