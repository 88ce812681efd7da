"""Addresses of projects. They are French: they are read aloud and written on posters."""

from django.urls import path

from projects.project_feed import project_feed
from projects.views import offering, own, own_news, proposing, public

urlpatterns = [
    path("projets/", public.projects, name="projects"),
    path("projets/proposer/", proposing.propose, name="propose_project"),
    path("projets/envoye/", proposing.asked, name="project_asked"),
    path("projets/lien/", proposing.ask_link, name="ask_project_link"),
    path("projets/entrer/<str:token>/", proposing.enter_by_link, name="enter_as_proposer"),
    path("projets/parrainer/envoye/", offering.asked, name="godparent_asked"),
    path(
        "projets/parrainer/entrer/<str:token>/", offering.enter_by_link, name="enter_as_godparent"
    ),
    path("projets/parrainer/offre/<slug:code>/", offering.own_offer, name="own_offer"),
    path("projets/<slug:slug>/", public.project, name="project"),
    path("projets/<slug:slug>/parrainer/", offering.offer, name="offer_adoption"),
    path("projets/<slug:slug>/nouvelles/", project_feed, name="project_feed"),
    path("mes-projets/", own.own_projects, name="own_projects"),
    path("mes-projets/sortir/", own.sign_out, name="sign_out_proposer"),
    path("mes-projets/<slug:code>/", own.own_project, name="own_project"),
    path("mes-projets/<slug:code>/changer/", own.change_own, name="change_own_project"),
    path("mes-projets/<slug:code>/nouvelles/", own_news.own_news, name="own_project_news"),
    path("mes-projets/<slug:code>/export/", own.export_own, name="export_own_project"),
    path("mes-projets/<slug:code>/effacer/", own.erase_own, name="erase_own_project"),
]
