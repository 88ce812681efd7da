"""Following. Addresses are French: they are read aloud and written on posters."""

from django.urls import path

from audience import follow_views

urlpatterns = [
    path("suivre/oui/<str:token>/", follow_views.confirm, name="confirm_following"),
    path("suivre/fin/<str:token>/", follow_views.end, name="end_following"),
    path("suivre/<slug:slug>/<slug:key>/", follow_views.follow, name="follow"),
    path("suivre/<slug:slug>/<slug:key>/merci/", follow_views.asked, name="follow_asked"),
]
