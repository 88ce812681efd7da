"""The rules of tax reductions by day, as the law dates them."""

from datetime import date

from fundraising.domain.tax_rules import (
    CHECKED_ON,
    COMPANY_RULES,
    PERSON_RULES,
    company_rule,
    person_rule,
)


def test_the_ceiling_doubled_on_a_day():
    assert person_rule(date(2025, 10, 13)).need_ceiling_cents == 1_000_00
    assert person_rule(date(2025, 10, 14)).need_ceiling_cents == 2_000_00
    assert person_rule(date(2019, 12, 31)) is None
    assert company_rule(date(2020, 12, 30)) is None
    assert (company_rule(CHECKED_ON).rate, company_rule(CHECKED_ON).high_rate) == (60, 40)


def test_rows_stand_by_day_and_name_their_source():
    for rules in (PERSON_RULES, COMPANY_RULES):
        days = [rule.starts_on for rule in rules]
        assert days == sorted(set(days))
        assert all(rule.source.startswith("CGI, art. ") for rule in rules)
