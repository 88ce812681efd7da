"""Acting and its receipts, organisations, causes, contestations.

Addresses are French: they are read aloud and written on posters.
"""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from campaigns import fate_feeds
from campaigns.views import acting, codes, contesting, partners, sponsor_report


class MeterKey(StringConverter):
    regex = "[0-9a-f]{16}"


class Nonce(StringConverter):
    regex = "[A-Za-z0-9_-]{22}"


class ReportName(StringConverter):
    regex = r"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22}"


register_converter(MeterKey, "meter")
register_converter(Nonce, "nonce")
register_converter(ReportName, "report")

urlpatterns = [
    path("geste/<meter:meter_key>/<slug:kind>/", acting.act, name="act"),
    path("geste/<meter:meter_key>/<slug:kind>/refus/", acting.refusal, name="act_refused"),
    path("recu/<nonce:nonce>/", acting.receipt, name="receipt"),
    path("recu/<nonce:nonce>/nouvelles/", fate_feeds.receipt_feed, name="receipt_feed"),
    path("recu/<nonce:nonce>/dates.ics", fate_feeds.receipt_calendar, name="receipt_calendar"),
    path("rapport/<report:name>/", sponsor_report.report, name="sponsor_report"),
    path("causes/", partners.causes, name="causes"),
    path("causes/<slug:slug>/", partners.cause, name="cause"),
    path("partenaires/", partners.partners, name="partners"),
    path("partenaires/<slug:slug>/", partners.partner, name="partner"),
    path("contester/affirmation/<int:pk>/", contesting.contest_claim, name="contest_claim"),
    path("contester/engagement/<int:pk>/", contesting.contest_pledge, name="contest_pledge"),
    path("contestation/<nonce:key>/", contesting.contestation, name="contestation"),
    path("code/", codes.enter_code, name="enter_code"),
    path("code/<meter:meter_key>/", codes.enter_code, name="enter_code_of"),
]
