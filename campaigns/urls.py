"""Acting and its receipts. Addresses are French: they are read aloud and written on posters."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from campaigns.views import acting, codes


class MeterKey(StringConverter):
    regex = "[0-9a-f]{16}"


class Nonce(StringConverter):
    regex = "[A-Za-z0-9_-]{22}"


register_converter(MeterKey, "meter")
register_converter(Nonce, "nonce")

urlpatterns = [
    path("geste/<meter:meter_key>/<slug:kind>/", acting.act, name="act"),
    path("geste/<meter:meter_key>/<slug:kind>/refus/", acting.refusal, name="act_refused"),
    path("recu/<nonce:nonce>/", acting.receipt, name="receipt"),
    path("code/", codes.enter_code, name="enter_code"),
    path("code/<meter:meter_key>/", codes.enter_code, name="enter_code_of"),
]
