"""Tags stand within tags, and each leaf knows its page."""

from fundraising.domain.paper.tree import Tree


def test_leaves_hang_where_the_tree_is_open():
    from fpdf.output import PDFPage

    tree, page = Tree(), PDFPage(0, {}, 1, 1)
    assert tree.empty()
    first, _page_id = tree.add_marked_content(1, "/H1", tree.next_mcid_for_page(1))
    with tree.branch("/L", page), tree.branch("/LI", page):
        second, _page_id = tree.add_marked_content(1, "/LBody", tree.next_mcid_for_page(1))
    third, _page_id = tree.add_marked_content(1, "/P", tree.next_mcid_for_page(1))
    assert [leaf.k for leaf in (first, second, third)] == [[0], [1], [2]]
    assert [element.s for element in tree if hasattr(element, "s")] == [
        "/Document",
        "/H1",
        "/L",
        "/LI",
        "/LBody",
        "/P",
    ]
    # Where a number of the page leads to: the leaves, and nothing but them.
    assert tree.struct_tree_root.parent_tree.nums[0] == [first, second, third]
    assert second.p.s == "/LI"
