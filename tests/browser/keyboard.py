"""Gate: a reader without a mouse gets everywhere, and always sees where they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from playwright.sync_api import Page
from tests.browser.visible import script

#: Nobody presses Tab more often than this for one link.
PATIENCE = 400

# The look of an element and of what stands around it: only what a reader would notice. The colour of letters alone does
# not count. It is compared with the look of the same element one step later, when the focus has moved on.
_LOOK = """
document.getAnimations().forEach(each => { try { each.finish() } catch { each.cancel() } });
const PARTS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderTopColor",
  "borderBottomColor", "borderBottomWidth", "borderTopWidth", "textDecorationLine", "textDecorationThickness"];
const one = (element, part) => {
  const style = getComputedStyle(element, part);
  return PARTS.map(name =>
    name.startsWith("outline") && (style.outlineStyle === "none" || style.outlineWidth === "0px") ? "" : style[name]);
};
const look = element => {
  const around = [element, element.parentElement, element.nextElementSibling, ...(element.labels || [])];
  const parts = each => [one(each), one(each, "::before"), one(each, "::after")];
  return JSON.stringify(around.filter(Boolean).flatMap(parts));
};
const where = location.pathname + location.hash;
const last = window.__last;
const left = last && last.element.isConnected && last.element !== document.activeElement
  && look(last.element) === last.look ? told(last.element) : null;
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) {
  window.__last = null;
  return {on: false, left, where};
}
window.__last = {element, look: look(element)};
// A native control that a theme hides shows itself by its label.
const own = shown(element) && element.getClientRects().length ? element
  : [...(element.labels || [])].find(label => shown(label) && label.getClientRects().length) || element;
const boxes = [...own.getClientRects()].filter(box => box.width > 1 && box.height > 1);
const wide = document.documentElement.clientWidth, high = window.innerHeight;
let inside = 0, covered = null;
for (const box of boxes)
  for (const x of [.05, .5, .95])
    for (const y of [.15, .5, .85]) {
      const at = [box.left + box.width * x, box.top + box.height * y];
      if (at[0] < 0 || at[0] >= wide || at[1] < 0 || at[1] >= high) continue;
      inside += 1;
      const hit = document.elementFromPoint(...at);
      if (hit && !own.contains(hit) && !hit.contains(own)) covered = told(hit);
    }
return {
  on: true, left, where, covered, inside,
  name: told(element), href: element.href || null, shown: shown(own) && boxes.length > 0,
  main: Boolean(element.closest("main article")),
  is: [...(given || [])].filter(selector => element.matches(selector)),
  again: element === (last && last.element),
};
"""


class Focus(NamedTuple):
    """Where the keyboard is: what the element is called, where it leads, which of the asked selectors fit it."""

    name: str
    href: str | None
    main: bool
    fits: tuple[str, ...]


class Walk:
    """A way through pages with the keyboard alone. `complaints` is what was wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []

    def press(self, key: str = "Tab", *selectors: str) -> Focus | None:
        """Where the focus is after `key`; None when it has left the page. `selectors` are tried on it."""
        self.page.keyboard.press(key)
        return self.look(*selectors)

    def look(self, *selectors: str) -> Focus | None:
        """Where the focus is now."""
        seen = self.page.evaluate(script(_LOOK), list(selectors))
        where = seen["where"]
        if seen["left"]:
            self._complain(f"the focus cannot be seen on {seen['left']}", where)
        if not seen["on"]:
            return None
        self._judge(seen, where)
        return Focus(seen["name"], seen["href"], seen["main"], tuple(seen["is"]))

    def to(self, wanted: Callable[[Focus], bool], what: str, *selectors: str, key: str = "Tab") -> Focus | None:
        """Press Tab until the focus is where it is `wanted`; complain if it never is."""
        for _ in range(PATIENCE):
            focus = self.press(key, *selectors)
            if focus is None:
                break
            if wanted(focus):
                return focus
        self._complain(f"the keyboard does not reach {what}", self.page.url)
        return None

    def follow(self, url: str) -> None:
        """Walk to a link that leads to `url`, press Enter, and be there."""
        if self.to(lambda focus: focus.href == url, url):
            self.page.keyboard.press("Enter")
            self.page.wait_for_url(url)
            self.page.wait_for_load_state()

    def round(self, key: str = "Tab") -> int:
        """Walk through a whole page until the focus leaves it; how many stops that were. Complain if it never does."""
        for stops in range(PATIENCE * 4):
            if self.press(key) is None:
                return stops
        self._complain("the focus never leaves the page", self.page.url)
        return PATIENCE * 4

    def _judge(self, seen: dict[str, Any], where: str) -> None:
        if seen["again"]:
            self._complain(f"the focus is caught on {seen['name']}", where)
        if not seen["shown"]:
            self._complain(f"the focus is on something hidden: {seen['name']}", where)
        elif not seen["inside"]:
            self._complain(f"the focus is outside the window: {seen['name']}", where)
        elif seen["covered"]:
            self._complain(f"{seen['name']} is covered by {seen['covered']}", where)

    def _complain(self, complaint: str, where: str) -> None:
        if (said := f"{where}: {complaint}") not in self.complaints:
            self.complaints.append(said)
