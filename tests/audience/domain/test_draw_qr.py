"""A QR code that fills its place and keeps its quiet edge."""

import re
from xml.etree import ElementTree

import segno

from audience.domain.draw_qr import QUIET, draw_qr

ADDRESS = "https://cagette.example/s/7K3M9Q2R0X"


def test_it_is_the_code_of_the_address():
    svg = draw_qr(ADDRESS).decode()
    root = ElementTree.fromstring(svg)
    modules = segno.make_qr(ADDRESS, error="m").symbol_size(border=QUIET)[0]
    assert root.get("viewBox") == f"0 0 {modules} {modules}"
    assert root.get("width") is None
    assert "#231A14" in svg.upper() or "#231a14" in svg
    assert not re.search(r"<script|style=|href", svg)


def test_another_address_is_another_picture():
    assert draw_qr(ADDRESS) != draw_qr(f"{ADDRESS}9")
