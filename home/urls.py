"""Addresses that are not pages of the tree."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from home import views

# Outside the languages: machines read these.
root_patterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]

page_patterns = [
    path("search/", views.search, name="search"),
]

# Pages of the tree. Wagtail's own addresses follow: they name them, and add those under _util/.
tree_patterns = [re_path(rf"^(?!_util/){serve_pattern.removeprefix('^')}", views.page)]
