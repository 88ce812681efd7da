"""One content security policy for the public, a wider one for the CMS.

A page that shows a picture from elsewhere lets that one site in.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from live.outside_policy import outside_directives


class PolicyByPlace(CSPMiddleware):
    """Send the admin's policy under /admin/ and in previews, the strict one everywhere else."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith("/admin/") and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        if outside := outside_directives(request):
            parts.update = {**(parts.update or {}), **outside}
        return parts
