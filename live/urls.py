"""Addresses of live programmes that are not pages of the tree."""

from django.urls import path

from live import channel_views, feeds

page_patterns = [
    path("directs.ics", feeds.lives_calendar, name="lives_calendar"),
    path("directs.xml", feeds.lives_feed, name="lives_feed"),
    path("directs/<uuid:uid>.ics", feeds.live_calendar, name="live_calendar"),
    path("directs/chaine/<int:pk>/", channel_views.channel, name="live_channel"),
]
