"""Sums for reports. They read totals of days, never the acts: ten million acts cost nothing."""
