"""What is a heading, a paragraph, a list: the tree that screen readers walk along.

fpdf2 tags pictures and links, and hangs all tags under the document. Here tags may stand within
others, and anything may have one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from fpdf.output import PDFPage
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject


class Tree(StructureTreeBuilder):
    """A tree with branches."""

    def __init__(self) -> None:
        super().__init__()
        self._open = [self.doc_struct_elem]
        self._leaves = 0

    @contextmanager
    def branch(self, kind: str, page: PDFPage) -> Iterator[None]:
        """Hang what is tagged meanwhile under an element of `kind`."""
        within = self._open[-1]
        element = StructElem(kind, within, [], page.index())
        element.pg = page  # type: ignore[assignment]
        within.k.append(element)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    def add_marked_content(
        self,
        page_number: int,
        struct_type: str,
        mcid: int | None = None,
        title: str | None = None,
        alt_text: str | None = None,
    ) -> tuple[StructElem, int]:
        """Hang a leaf where the tree is open."""
        element, page_id = super().add_marked_content(
            page_number, struct_type, mcid, title, alt_text
        )
        self._leaves += 1
        within = self._open[-1]
        if within is not self.doc_struct_elem:
            self.doc_struct_elem.k.pop()
            element.p = within
            within.k.append(element)
        return element, page_id

    def next_mcid_for_page(self, page_number: int) -> int:
        """Return the number of the next leaf: all are on one page."""
        return self._leaves

    def __iter__(self) -> Iterator[PDFObject]:
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from _below(self.doc_struct_elem)


def _below(element: StructElem) -> Iterator[StructElem]:
    for kid in element.k:
        if isinstance(kid, StructElem):
            yield kid
            yield from _below(kid)
