"""The mail that tells a follower what has become of a pledge."""

from django.urls import reverse
from django.utils.translation import gettext as _

from audience.domain.follow_links import END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from audience.subjects import subject_of
from campaigns.domain.followed import CAMPAIGN
from campaigns.domain.say_news import announcements, say
from campaigns.models import Pledge


def write_news(mail: Mail) -> Letter | None:
    """Tell the news; None when the subscription ended since."""
    subscription = mail.subscription
    if subscription is None or subscription.state != SubscriptionState.CONFIRMED:
        return None
    news = say(announcements().get(pk=int(mail.about)))
    subject = subject_of(subscription.kind, subscription.key)
    context = {
        "news": news,
        "followed": subject.title if subject else news.announcement.pledge.meter.name,
        "link": absolute(_address_of(news.announcement.pledge)),
        "proof_link": absolute(news.proof) if news.proof else "",
        "end_link": link_to(END, subscription),
    }
    return compose(news.headline, "campaigns/mail/news", context)


def sample_news() -> Letter:
    """Return how such a mail looks."""
    news = {
        "headline": _("Delivered: 1,200 kg of vegetables"),
        "sentence": _("The beneficiary has confirmed it. Thank you for each of your acts."),
    }
    context = {
        "news": news,
        "followed": _("Two kilos"),
        "link": absolute("/"),
        "proof_link": absolute("/"),
        "end_link": absolute("/"),
    }
    return compose(news["headline"], "campaigns/mail/news", context)


def _address_of(pledge: Pledge) -> str:
    """Return where the promise is shown: its campaign, or the ledger once that has gone."""
    campaign = subject_of(CAMPAIGN, pledge.meter.key)
    return campaign.address if campaign else reverse("how_we_count")
