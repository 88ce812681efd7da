"""Films in the templates of the CMS."""

from django.template import Context, Template


def test_filters(in_library):
    video = in_library()
    template = Template(
        "{% load library %}{{ v|staff_poster }} {{ n|size_label }} {{ t|plain_text }}"
    )
    shown = template.render(Context({"v": video, "n": 2_400_000_000, "t": "<i>un</i> & deux"}))
    poster, rest = shown.split(" ", 1)
    assert poster.startswith(f"/v/{video.public_id}/")
    assert poster.endswith("/v1/poster-3.jpg")
    assert rest.endswith("un &amp; deux")
