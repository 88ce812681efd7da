"""Addresses of episodes that are not pages of the tree."""

from django.urls import path

from episodes import quote_views, rating_views, views

# What stands in other people's pages has one address in all languages.
root_patterns = [path("lecteur/<int:pk>/", views.player, name="episode_player")]

page_patterns = [
    path("themes/<slug:slug>/", views.theme, name="theme"),
    path("phrases/<int:pk>/", quote_views.quote, name="quote"),
    path("noter/<int:pk>/", rating_views.rate, name="rate_film"),
]
