"""The feed of a campaign or a sponsor, below the page on which it is followed."""

from django.urls import path

from campaigns.news_feeds import news_feed

urlpatterns = [path("suivre/<slug:slug>/<slug:key>/nouvelles/", news_feed, name="news_feed")]
