"""The form with which proposers tell news."""

from django.utils.translation import gettext_lazy as _

from qa.news_form import ToldNewsForm


class NewsForm(ToldNewsForm):
    """News of a project."""

    text_help = _("500 characters: what arrived, what was built, what is still missing.")
