"""All addresses of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from ambassadors import urls as ambassadors_urls
from audience import follow_urls, share_urls
from campaigns import ledger_urls, news_urls, widget_urls
from campaigns import urls as campaigns_urls
from episodes import urls as episodes_urls
from fundraising import urls as fundraising_urls
from home import urls as home_urls
from live import control_urls, guest_urls
from live import urls as live_urls
from media import urls as media_urls
from projects import urls as projects_urls
from qa import urls as qa_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("videos/", include(media_urls)),
    path("language/", set_language, name="set_language"),
    path("", include(home_urls.root_patterns)),
    path("", include(widget_urls.root_patterns)),
    path("", include(share_urls.root_patterns)),
    path("", include(episodes_urls.root_patterns)),
]

# French at the root, English under /en/.
urlpatterns += i18n_patterns(
    path("", include(home_urls.page_patterns)),
    path("", include(episodes_urls.page_patterns)),
    path("", include(live_urls.page_patterns)),
    path("", include(guest_urls)),
    path("", include(fundraising_urls)),
    path("", include(ambassadors_urls)),
    path("", include(projects_urls)),
    path("", include(qa_urls)),
    path("", include(campaigns_urls)),
    path("", include(ledger_urls)),
    path("", include(news_urls)),
    path("", include(follow_urls)),
    path("", include(share_urls.page_patterns)),
    path("", include(widget_urls.page_patterns)),
    path("", include(control_urls)),
    path("", include(home_urls.tree_patterns)),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"
