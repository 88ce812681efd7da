"""The news of a campaign or a sponsor as a feed: following without leaving an address."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audience.subjects import Subject, subject_at
from campaigns.domain.say_news import News, news_of


class NewsFeed(Feed):
    """What has become of a subject's promises, the newest first."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, slug: str, key: str) -> Subject:  # type: ignore[override]
        subject = subject_at(slug, key)
        if subject is None:
            raise Http404
        return subject

    def title(self, subject: Subject) -> str:
        return _("News of “%(title)s”") % {"title": subject.title}

    def subtitle(self, subject: Subject) -> str:
        return _("What has become of what was promised: unlocked, delivered, late.")

    def link(self, subject: Subject) -> str:
        return reverse("follow", args=[subject.slug, subject.key])

    def items(self, subject: Subject) -> list[tuple[Subject, News]]:
        return [(subject, news) for news in news_of(subject)]

    def item_title(self, item: tuple[Subject, News]) -> str:  # type: ignore[override]
        return item[1].headline

    def item_description(self, item: tuple[Subject, News]) -> str:  # type: ignore[override]
        return item[1].sentence

    def item_link(self, item: tuple[Subject, News]) -> str:
        return f"{self.link(item[0])}#{item[1].anchor}"

    def item_pubdate(self, item: tuple[Subject, News]) -> datetime:
        return item[1].happened_at

    def item_updateddate(self, item: tuple[Subject, News]) -> datetime:
        return item[1].happened_at


news_feed = require_safe(NewsFeed())
