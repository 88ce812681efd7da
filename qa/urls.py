"""Addresses of questions. They are French: they are read aloud and written on posters."""

from django.urls import path

from qa import asking_views, figures_views, views
from qa.feeds import ThemeFeed

urlpatterns = [
    path("themes/", views.themes, name="themes"),
    path("themes/<slug:slug>/questions/", views.questions, name="questions"),
    path(
        "themes/<slug:slug>/questions/nouvelles/",
        views.questions,
        {"order": "newest"},
        name="newest_questions",
    ),
    path(
        "themes/<slug:slug>/questions/repondues/",
        views.questions,
        {"order": "answered"},
        name="answered_questions",
    ),
    path("themes/<slug:slug>/questions.xml", ThemeFeed(), name="theme_feed"),
    path("themes/<slug:slug>/poser/", asking_views.ask, name="ask"),
    path("themes/<slug:slug>/semblables/", asking_views.similar, name="similar_questions"),
    path("questions/<slug:code>/", views.question, name="question"),
    path("themes/<slug:slug>/votes.csv", figures_views.votes_of_theme, name="votes_csv"),
    path("questions/<slug:code>/comptage/", figures_views.recount, name="question_recount"),
    path("moderation/", figures_views.moderation, name="moderation_figures"),
    path("questions/<slug:code>/voter/", views.vote, name="vote"),
    path("ma-question/<str:key>/", asking_views.own_question, name="my_question"),
    path("ma-question/<str:key>/export/", asking_views.export_own, name="export_question"),
]
