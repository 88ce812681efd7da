"""A proof is what its bytes say."""

import pytest

from campaigns.domain.proofs import LARGEST_PROOF_BYTES, ending_of, store_proof
from campaigns.refusals import ProofMissing, ProofNotTaken
from tests.campaigns.conftest import proof


@pytest.mark.parametrize(
    ("begin", "ending"), [(b"%PDF-1.7", ".pdf"), (b"\xff\xd8\xff\xe0", ".jpg")]
)
def test_the_bytes_decide(begin, ending):
    assert ending_of(proof("anything.exe", begin)) == ending


def test_what_is_not_taken():
    for missing in (None, proof(content=b"")):
        with pytest.raises(ProofMissing):
            ending_of(missing)
    large = proof()
    large.size = LARGEST_PROOF_BYTES + 1
    for wrong in (proof(content=b"<html>"), large):
        with pytest.raises(ProofNotTaken):
            ending_of(wrong)


@pytest.mark.django_db
def test_it_is_stored_under_the_ending_of_its_bytes(admin):
    document = store_proof(admin, "Bon", proof("bon.html"), ".pdf")
    assert document.file.name.endswith(".pdf")
    assert document.file_size == len(b"%PDF-1.7 bon de livraison")
