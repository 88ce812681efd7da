"""Acting and its receipts. Addresses are French: they are read aloud and written on posters."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from campaigns.views import acting, sponsor_report


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
    path("rapport/<report:name>/", sponsor_report.report, name="sponsor_report"),
]
