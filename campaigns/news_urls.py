"""Feed and dates of a campaign, a cause or a sponsor, below the page on which it is followed."""

from django.urls import path

from campaigns.fate_feeds import news_calendar
from campaigns.news_feeds import news_feed

urlpatterns = [
    path("suivre/<slug:slug>/<slug:key>/nouvelles/", news_feed, name="news_feed"),
    path("suivre/<slug:slug>/<slug:key>/dates.ics", news_calendar, name="news_calendar"),
]
