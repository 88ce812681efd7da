"""Addresses of ambassadors. They are French: they are read aloud and written on posters."""

from django.urls import path

from ambassadors.views import own, public

urlpatterns = [
    path("ambassadeurs/", public.ambassadors, name="ambassadors"),
    path("ambassadeurs/devenir/", public.join, name="become_ambassador"),
    path("ambassadeurs/envoye/", public.asked, name="ambassador_asked"),
    path("ambassadeurs/lien/", public.ask_link, name="ask_ambassador_link"),
    path("ambassadeurs/entrer/<str:token>/", own.enter_by_link, name="enter_as_ambassador"),
    path("ambassadeurs/espace/", own.space, name="ambassador_space"),
    path("ambassadeurs/espace/export/", own.export, name="export_ambassador"),
    path("ambassadeurs/espace/partir/", own.leave_for_good, name="leave_ambassadors"),
    path("ambassadeurs/espace/sortir/", own.sign_out, name="sign_out_ambassador"),
]
