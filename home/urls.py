"""Addresses that are not pages of the tree."""

from django.urls import path

from home import views

# Outside the languages: machines read these.
root_patterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]

page_patterns = [
    path("search/", views.search, name="search"),
]
