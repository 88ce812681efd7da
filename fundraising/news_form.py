"""The form with which owners tell news."""

from django.utils.translation import gettext_lazy as _

from qa.news_form import ToldNewsForm


class NewsForm(ToldNewsForm):
    """News of a collection page."""

    text_help = _("500 characters: kilometres run, cake eaten, leeks delivered.")
