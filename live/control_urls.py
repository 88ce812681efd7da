"""Addresses of the presenter's view and the overlay."""

from django.urls import path

from live import overlay_views, presenter_views

urlpatterns = [
    path("presentateur/<str:secret>/", presenter_views.presenter, name="presenter"),
    path("presentateur/<str:secret>/etat/", presenter_views.state, name="presenter_state"),
    path("presentateur/<str:secret>/vu/", presenter_views.seen, name="presenter_seen"),
    path("synthe/<int:pk>/", overlay_views.overlay, name="overlay"),
]
