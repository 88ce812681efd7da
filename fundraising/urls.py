"""Addresses of collection pages. They are French: they are read aloud and written on posters."""

from django.urls import path

from fundraising.views import opening, own, public, signing_in

urlpatterns = [
    path("collectes/", public.fundraisers, name="fundraisers"),
    path("collectes/ouvrir/", opening.open_fundraiser, name="open_fundraiser"),
    path("collectes/envoyee/", opening.asked, name="fundraiser_asked"),
    path("collectes/<slug:slug>/", public.fundraiser, name="fundraiser"),
    path("mes-collectes/", signing_in.own_pages, name="own_pages"),
    path("mes-collectes/sortir/", signing_in.sign_out, name="sign_out"),
    path("mes-collectes/entrer/<str:token>/", signing_in.sign_in, name="sign_in"),
    path("mes-collectes/<slug:code>/", own.own_fundraiser, name="own_fundraiser"),
    path("mes-collectes/<slug:code>/changer/", own.change_own, name="change_own"),
]
