"""Links that tell others: filled in, and whole whatever stands in the title."""

from urllib.parse import parse_qs, urlsplit

from campaigns.domain.share_links import coded_address, share_links

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


def test_each_way_has_its_code():
    codes = {"mastodon": "7K3M9Q2R0X", "email": "8888888888"}
    links = {link.name: link for link in share_links(TITLE, ADDRESS, codes)}
    assert links["Mastodon"].code == "7K3M9Q2R0X"
    told = parse_qs(urlsplit(links["Mastodon"].address).fragment)["text"][0]
    assert told.endswith("?t=3&x=é&par=7K3M9Q2R0X")
    assert links["X"].code == ""
    assert coded_address(ADDRESS, "") == ADDRESS
