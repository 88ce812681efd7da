"""The ledger that strangers can check: sealed, verified, published, and made anew from the acts."""
