"""Documents that prove something to the public: what is taken, and how it is stored."""

from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from campaigns.refusals import ProofMissing, ProofNotTaken
from users.models import User

LARGEST_PROOF_BYTES = 20 * 1024 * 1024
# What a file begins with, and the ending it is stored under: proofs are shown to the public.
_KINDS = {b"%PDF-": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}


def ending_of(proof: UploadedFile | None) -> str:
    """Return the ending that the bytes of `proof` call for: its name may say anything.

    Raises ProofMissing or ProofNotTaken.
    """
    if proof is None or not proof.size:
        raise ProofMissing
    proof.seek(0)
    head = proof.read(8)
    found = next((ending for begin, ending in _KINDS.items() if head.startswith(begin)), None)
    if found is None or proof.size > LARGEST_PROOF_BYTES:
        raise ProofNotTaken(limit=filesizeformat(LARGEST_PROOF_BYTES))
    return found


def store_proof(
    user: User, title: str, proof: UploadedFile | None, ending: str
) -> AbstractDocument:
    """Store `proof`, which `ending_of` has looked at, as a public document."""
    assert proof is not None
    proof.seek(0)
    content = ContentFile(proof.read())
    stem = PurePath(proof.name or "").stem or "proof"
    document = get_document_model()(title=title, uploaded_by_user=user)
    document.file_size = content.size
    document.file.save(f"{stem}{ending}", content, save=False)
    document.save()
    return document
