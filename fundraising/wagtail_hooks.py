"""Collection pages' place in the CMS."""

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from fundraising.domain.match_gifts import recount_match
from fundraising.inbox_sources import may_read_pages
from fundraising.models import MatchingGift
from fundraising.sum_panel import SumPanel
from fundraising.views import book_export, gift_desk, page_desk, receipt_desk, year_desk
from fundraising.viewsets import FundViewSet, MatchingGiftViewSet, TaxStandingViewSet


@hooks.register("register_admin_urls")
def register_collections() -> list[URLPattern]:
    return [
        path("collections-of-supporters/", page_desk.collections, name="collections"),
        path("collections-of-supporters/<int:pk>/", page_desk.collection, name="collection"),
    ]


class CollectionsMenuItem(MenuItem):
    """Shown to those who decide about collection pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_pages(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    return CollectionsMenuItem(
        _("Supporters’ pages"),
        reverse("collections"),
        name="collections",
        icon_name="group",
        order=252,
    )


@hooks.register("register_admin_urls")
def register_books() -> list[URLPattern]:
    return [
        path("gifts/", gift_desk.gifts, name="gift_list"),
        path("gifts/<int:pk>/", gift_desk.gift, name="gift_desk"),
        path("tax-receipts/", receipt_desk.receipts, name="tax_receipts"),
        path("tax-receipts/books/", book_export.books, name="gift_books"),
        path("tax-receipts/years/", year_desk.years, name="receipt_years"),
        path("tax-receipts/<int:pk>/", receipt_desk.receipt, name="receipt_desk"),
    ]


class BooksMenuItem(MenuItem):
    """Shown to those who keep the books."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(receipt_desk.KEEP_BOOKS))


@hooks.register("register_admin_menu_item")
def show_books_in_menu() -> MenuItem:
    return BooksMenuItem(
        _("Tax receipts"),
        reverse("tax_receipts"),
        name="tax_receipts",
        icon_name="doc-full",
        order=253,
    )


@hooks.register("register_admin_menu_item")
def show_gifts_in_menu() -> MenuItem:
    return BooksMenuItem(_("Gifts"), reverse("gift_list"), name="gifts", icon_name="tag", order=254)


@hooks.register("register_permissions")
def offer_right_to_keep_books() -> QuerySet[Permission]:
    """Let groups be given the right to receipts and exports."""
    found = Permission.objects.filter(content_type__app_label="fundraising")
    return found.filter(codename="keep_books")


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def count_matched(request: HttpRequest, instance: Model) -> None:
    """Count the gifts that were made before a matching gift was written, or its days changed."""
    if isinstance(instance, MatchingGift):
        recount_match(instance.pk, write=True)


@hooks.register("construct_homepage_panels")
def show_sums(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(SumPanel())


register_snippet(FundViewSet)
register_snippet(MatchingGiftViewSet)
register_snippet(TaxStandingViewSet)
