"""The main pages of the demo in English, as translations of the French ones."""

from django.utils.text import slugify
from wagtail.models import Locale, Page

from campaigns.models import CampaignPage
from episodes.models import ProgrammePage
from home.models import HomePage, PlainPage
from portal.demo import texts
from portal.demo.lives import translate_lives
from portal.demo.partners import translate_causes
from qa.models import Theme


def make_english() -> None:
    """Translate the front page, the lists, the first campaign, the programmes and themes."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    for theme_text in texts.THEMES:
        theme = Theme.objects.get(slug=theme_text.slug, locale__language_code="fr")
        if not theme.has_translation(english):
            copy = theme.copy_for_translation(english)
            copy.name, copy.question = theme_text.english
            copy.save()
    translate_causes(english)
    home = HomePage.objects.get(locale__language_code="fr")
    front = _translate(home, english, title="This week, laugh usefully", slug="crate")
    _translate(_child(home, "campagnes"), english, title="Campaigns", slug="campaigns",
               intro="A promise, a film, and the proof at the end.")  # fmt: skip
    _translate(_child(home, "emissions"), english, title="Programmes", slug="programmes",
               intro="Short, funny, and over before dessert.")  # fmt: skip
    translate_lives(home, english)
    for text in texts.CAMPAIGNS:
        if text.english:
            page = CampaignPage.objects.get(slug=text.slug, locale=home.locale)
            campaign = _translate(page, english, body=[], calls=[], **text.english)
            # Read again: children were added below it since.
            front = HomePage.objects.get(pk=front.pk)
            front.campaign = campaign
            front.save_revision().publish()
    for series in texts.PROGRAMMES:
        page = ProgrammePage.objects.get(slug=series.slug, locale=home.locale)
        title, pitch = series.english
        _translate(page, english, title=title, pitch=pitch, slug=slugify(title))
    for slug, _title, _intro, _body, (title, intro) in texts.PLAIN_PAGES:
        page = PlainPage.objects.get(slug=slug, locale=home.locale)
        body = [("text", f"<p>{intro}</p>")]
        _translate(page, english, title=title, intro=intro, body=body, slug=slugify(title))


def _child(parent: Page, slug: str) -> Page:
    return parent.get_children().get(slug=slug).specific


def _translate(page: Page, locale: Locale, **words: object) -> Page:
    """Publish a translation of `page` with these fields in the other language."""
    copy = page.copy_for_translation(locale)
    for name, value in words.items():
        setattr(copy, name, value)
    copy.search_description = str(words.get("pitch") or words.get("intro") or "")
    copy.live = True
    copy.save_revision().publish()
    return copy
