"""Paper: PDFs of words that can be selected, searched and read aloud."""
