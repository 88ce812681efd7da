"""Addresses of questions. They are French: they are read aloud and written on posters."""

from django.urls import path

from qa import (
    asking_views,
    comment_views,
    figures_views,
    mail_views,
    report_views,
    views,
)
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
    path("signaler/<str:kind>/<slug:code>/", report_views.report, name="report"),
    path("signalement/<str:key>/", report_views.notice, name="notice"),
    path("reponses/fin/<str:token>/", mail_views.end_question_mail, name="end_question_mail"),
    path("commentaires/<int:page_id>/", comment_views.comments, name="comments"),
    path("commenter/<int:page_id>/", comment_views.write, name="write_comment"),
    path("commentaire/<slug:code>/", comment_views.comment, name="comment"),
    path("commentaire/confirmer/<str:token>/", comment_views.confirm, name="confirm_comment"),
    path("commentaire/fin/<str:token>/", comment_views.end_replies, name="end_replies"),
    path("mon-commentaire/<str:key>/", comment_views.own_comment, name="my_comment"),
    path("mon-commentaire/<str:key>/export/", comment_views.export_comment, name="export_comment"),
]
