"""Addresses of live programmes that are not pages of the tree."""

from django.urls import path

from live import feeds

page_patterns = [
    path("directs.ics", feeds.lives_calendar, name="lives_calendar"),
    path("directs.xml", feeds.lives_feed, name="lives_feed"),
    path("directs/<uuid:uid>.ics", feeds.live_calendar, name="live_calendar"),
]
