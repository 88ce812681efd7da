"""The form asks for an alias and a mailbox, and nothing else."""

from ambassadors.join_form import JoinForm


def test_two_fields():
    assert list(JoinForm().fields) == ["alias", "email"]
    assert JoinForm({"alias": "Zoé", "email": "zoe@example.org"}).is_valid()


def test_bad_input_is_told_by_field():
    form = JoinForm({"alias": "x" * 31, "email": "no address"})
    assert set(form.errors) == {"alias", "email"}
    assert set(JoinForm({}).errors) == {"alias", "email"}
