"""Addresses of collection pages. They are French: they are read aloud and written on posters."""

from django.urls import path

from fundraising.views import (
    donor,
    giving,
    opening,
    own,
    own_gifts,
    public,
    receipts,
    signing_in,
    tax,
    trial_provider,
)

urlpatterns = [
    path("collectes/", public.fundraisers, name="fundraisers"),
    path("collectes/ouvrir/", opening.open_fundraiser, name="open_fundraiser"),
    path("collectes/envoyee/", opening.asked, name="fundraiser_asked"),
    path("collectes/<slug:slug>/", public.fundraiser, name="fundraiser"),
    path("collectes/<slug:slug>/affiche.pdf", public.sheet, name="collection_sheet"),
    path("collectes/<slug:slug>/donner/", giving.give, name="give"),
    path("reduction-fiscale/", tax.tax_reduction, name="tax_reduction"),
    path("don/<str:key>/", giving.gift, name="gift"),
    path("don/<str:key>/donnees/", donor.export_gift, name="export_gift"),
    path("don/<str:key>/garder/", donor.keep, name="keep_gift"),
    path("don/<str:key>/effacer/", donor.erase_gift, name="erase_gift"),
    path("don/<str:key>/recu/", receipts.ask_receipt, name="ask_receipt"),
    path("don/<str:key>/specimen.pdf", receipts.specimen, name="receipt_specimen"),
    path("recus-fiscaux/<str:key>/", receipts.receipt, name="tax_receipt"),
    path("recus-fiscaux/<str:key>/recu.pdf", receipts.receipt_file, name="tax_receipt_file"),
    path("paiements/<slug:provider>/", giving.provider_event, name="provider_event"),
    path("paiement-essai/<str:token>/", trial_provider.checkout, name="test_checkout"),
    path("paiement-essai/<str:token>/rembourser/", trial_provider.refund, name="test_refund"),
    path("mes-collectes/", signing_in.own_pages, name="own_pages"),
    path("mes-collectes/mes-dons.json", donor.export_gifts, name="export_gifts"),
    path("mes-collectes/sortir/", signing_in.sign_out, name="sign_out"),
    path("mes-collectes/entrer/<str:token>/", signing_in.sign_in, name="sign_in"),
    path("mes-collectes/<slug:code>/", own.own_fundraiser, name="own_fundraiser"),
    path("mes-collectes/<slug:code>/dons/", own_gifts.own_gifts, name="own_gifts"),
    path("mes-collectes/<slug:code>/changer/", own.change_own, name="change_own"),
    path("mes-collectes/<slug:code>/export/", own.export_own, name="export_own"),
    path("mes-collectes/<slug:code>/effacer/", own.erase_own, name="erase_own"),
]
