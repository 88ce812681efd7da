"""Each error finds its way back from the code that the database keeps."""

from media.errors import (
    DamagedFile,
    EncoderFailed,
    EncoderTimedOut,
    MediaError,
    error_for_code,
)


def all_kinds(kind):
    return [kind, *(found for child in kind.__subclasses__() for found in all_kinds(child))]


def test_a_code_leads_to_its_error_and_an_unknown_one_to_something_sayable():
    assert error_for_code("MED-005") is DamagedFile
    assert error_for_code("MED-999") is EncoderFailed


def test_codes_are_unique_and_every_error_says_what_to_do():
    kinds = [kind for kind in all_kinds(MediaError) if "code" in vars(kind)]
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(str(kind.summary) and str(kind.remedy) for kind in kinds)


def test_bad_files_are_final_and_our_own_trouble_is_not():
    assert DamagedFile.is_final
    assert not EncoderTimedOut.is_final
