"""What everybody needs of a page: no fault that axe finds, no sideways scroll, no tiny target."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS_PX = (320, 390, 768, 1280, 1920)
SMALLEST_TARGET_PX = 24
# Besides axe's own choice: what WCAG 2.2 adds, and what Wagtail's checker shows to editors.
_MORE_RULES = ("target-size", "p-as-heading")
# Wagtail's own: its field of tags has an input without a name, its dates are low buttons.
NOT_OURS = (".tagit", ".w-human-readable-date")
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {rule: {"enabled": True} for rule in _MORE_RULES},
}

# Colours in the middle of a transition are nobody's design. Nobody waits: the CMS has an animation
# of twenty-five seconds on every page.
_REST = """() => document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
  .forEach((one) => one.finish())"""
# Links inside a sentence are as high as its lines (WCAG 2.5.8 excepts them); a radio button
# is pressed by its label.
_SMALL_TARGETS = """([root, smallest, notOurs]) => {
  const size = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
    return { width: Math.max(...boxes.map((box) => box.width)),
             height: Math.max(...boxes.map((box) => box.height)) };
  };
  const isInSentence = (element) => getComputedStyle(element).display === "inline"
    && [...element.parentElement.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 1
      && box.height > 1 && box.bottom + scrollY > 0 && box.right > 0;
  };
  const targets = "a[href], button, input:not([type=hidden]), select, textarea, summary,"
    + " [role=button], [role=switch], [role=slider]";
  return [...document.querySelectorAll(root)].flatMap((part) => [...part.querySelectorAll(targets)])
    .filter((element) => isShown(element) && !isInSentence(element) && !element.closest(notOurs))
    .filter((element) => Math.min(size(element).width, size(element).height) < smallest - 0.01)
    .map((element) => `${Math.round(size(element).width)} x ${Math.round(size(element).height)}: `
      + element.outerHTML.slice(0, 160));
}"""


def axe_faults(page: Page, include: str = "html") -> list[str]:
    """Return what axe-core finds wrong in the parts of the page named by a selector."""
    context = {"include": [[include]], "exclude": [[part] for part in NOT_OURS]}
    page.wait_for_load_state()
    page.evaluate(_REST)
    found = Axe().run(page, context=context, options=AXE_OPTIONS).response["violations"]
    return [_told(violation) for violation in found]


def layout_faults(page: Page, include: str = "body", *, reload: bool = False) -> list[str]:
    """Return where the page scrolls sideways or has targets too small to hit, at all widths.

    Targets are looked for in the parts named by the selector `include`. With `reload`, each width
    is a new visit: the CMS folds its menu only when it loads.
    """
    faults = []
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 900})
        if reload:
            page.reload()
        found = [*too_wide(page, width_px), *small_targets(page, include)]
        faults += [f"{width_px} px: {fault}" for fault in found]
    return faults


def too_wide(page: Page, width_px: int) -> list[str]:
    """Return that the page scrolls sideways in a window so wide, if it does."""
    inner_px = page.evaluate("document.documentElement.scrollWidth")
    return [f"the page is {inner_px} px wide"] if inner_px > width_px else []


def small_targets(page: Page, include: str = "body") -> list[str]:
    """Return the targets in the parts named by `include` that are too small to hit."""
    return page.evaluate(_SMALL_TARGETS, [include, SMALLEST_TARGET_PX, ", ".join(NOT_OURS)])


def _told(violation: dict[str, Any]) -> str:
    places = "".join(
        f"\n  {node['target']}: {node['failureSummary']}" for node in violation["nodes"]
    )
    return f"{violation['id']}: {violation['help']}{places}"
