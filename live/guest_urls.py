"""The address of a guest. It is a key: it stands in no log, list or site map."""

from django.urls import path

from live.views import duplex

urlpatterns = [path("duplex/<str:secret>/", duplex.duplex, name="duplex")]
