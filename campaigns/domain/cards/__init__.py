"""Share cards: the picture that networks show of a page. Drawn by the worker, never by a reader."""
