"""Every French text of the demo that has an English one is whole in both."""

from portal.demo import texts


def test_translated_texts_are_not_empty():
    pairs = [theme.english for theme in texts.THEMES]
    pairs += [programme.english for programme in texts.PROGRAMMES]
    pairs += [page[4] for page in texts.PLAIN_PAGES]
    assert all(len(pair) == 2 and all(pair) for pair in pairs)
    assert any(campaign.english for campaign in texts.CAMPAIGNS)
