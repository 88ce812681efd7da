"""Addresses of episodes that are not pages of the tree."""

from django.urls import path

from episodes import views

urlpatterns = [path("themes/<slug:slug>/", views.theme, name="theme")]
