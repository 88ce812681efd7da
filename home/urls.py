"""Addresses that are not pages of the tree."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from home import acts_views, palmares_views, views

# Outside the languages: machines read these.
root_patterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]

page_patterns = [
    path("search/", views.search, name="search"),
    path("agir/", acts_views.show_menu, name="menu_of_acts"),
    path("palmares/", palmares_views.show_palmares, name="palmares"),
]

# Pages of the tree. Wagtail's own addresses follow: they name them, and add those under _util/.
tree_patterns = [re_path(rf"^(?!_util/){serve_pattern.removeprefix('^')}", views.page)]
