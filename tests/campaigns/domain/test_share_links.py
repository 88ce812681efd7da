"""Links that tell others: filled in, and whole whatever stands in the title."""

from urllib.parse import parse_qs, urlsplit

from campaigns.domain.share_links import share_links

TITLE = "Poireaux & co : « 100 % drôle » ?"
ADDRESS = "https://cagette.example/campagnes/a-b/?t=3&x=é"


def test_each_carries_title_or_address_unharmed():
    for link in share_links(TITLE, ADDRESS):
        parts = urlsplit(link.address)
        told = parse_qs(parts.query or parts.fragment, strict_parsing=True)
        assert any(ADDRESS in value for values in told.values() for value in values), link.name


def test_many_ways():
    names = {link.name for link in share_links(TITLE, ADDRESS)}
    assert {"WhatsApp", "Mastodon", "Bluesky", "LinkedIn", "Facebook", "X", "Telegram"} <= names
    assert len(names) == 9


def test_mail_keeps_its_spaces():
    [mail] = [
        one for one in share_links("Deux kilos", ADDRESS) if one.address.startswith("mailto:")
    ]
    assert "subject=Deux%20kilos&" in mail.address
