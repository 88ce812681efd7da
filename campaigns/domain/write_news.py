"""The mail that tells a follower what has become of a pledge."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from audience.domain.follow_links import END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter
from audience.models import FollowerMail
from audience.subjects import subject_of
from campaigns.domain.followed import CAMPAIGN
from campaigns.domain.say_news import announcements, say
from campaigns.models import Pledge


def write_news(mail: FollowerMail) -> Letter | None:
    """Tell the news; None when the subscription ended since."""
    subscription = mail.subscription
    if subscription.state != SubscriptionState.CONFIRMED:
        return None
    news = say(announcements().get(pk=int(mail.about)))
    subject = subject_of(subscription.kind, subscription.key)
    context = {
        "news": news,
        "followed": subject.title if subject else news.announcement.pledge.meter.name,
        "link": _absolute(_address_of(news.announcement.pledge)),
        "proof_link": _absolute(news.proof) if news.proof else "",
        "end_link": link_to(END, subscription),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    return Letter(
        subject=news.headline,
        text=render_to_string("campaigns/mail/news.txt", context),
        html=render_to_string("campaigns/mail/news.html", context),
    )


def _address_of(pledge: Pledge) -> str:
    """Return where the promise is shown: its campaign, or the ledger once that has gone."""
    campaign = subject_of(CAMPAIGN, pledge.meter.key)
    return campaign.address if campaign else reverse("how_we_count")


def _absolute(address: str) -> str:
    """Return the whole address; a page's own may name its host already."""
    return f"{settings.PUBLIC_URL}{address}" if address.startswith("/") else address
