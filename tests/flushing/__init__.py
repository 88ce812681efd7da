"""An app of the tests alone: it empties the database after a transactional test, and fast."""
