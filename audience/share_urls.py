"""Share links. A short link is typed and printed: one address in all languages."""

from django.urls import path, re_path

from audience import share_views

_CODE = r"^s/(?P<code>[0-9A-Za-z]{10})"

root_patterns = [
    re_path(rf"{_CODE}$", share_views.follow, name="share_link"),
    re_path(rf"{_CODE}\.svg$", share_views.qr, name="share_qr"),
]

page_patterns = [
    path("partager/<slug:kind>/<slug:key>/", share_views.make, name="make_link"),
    path("partager/<slug:kind>/<slug:key>/merci/", share_views.thanks, name="share_thanks"),
    path("mon-lien/<str:secret>/", share_views.own, name="own_link"),
]
