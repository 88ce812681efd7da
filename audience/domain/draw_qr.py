"""Draw an address as a QR code, for posters and for the phone of whoever stands beside you."""

from io import BytesIO

import segno

# Four modules of quiet around it: ISO/IEC 18004, 9.1.
QUIET = 4
_INK, _WHITE = "#231A14", "#FFFFFF"


def draw_qr(address: str) -> bytes:
    """Return the QR code of `address` as SVG, which fills whatever width it is given.

    A seventh of it may be torn off or wet (level M) and it is still read.
    """
    drawn = BytesIO()
    segno.make_qr(address, error="m").save(
        drawn,
        kind="svg",
        border=QUIET,
        dark=_INK,
        light=_WHITE,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return drawn.getvalue()
