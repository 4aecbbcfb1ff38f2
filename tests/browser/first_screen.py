"""Gate: the first screen of a cheap telephone holds the heading, the answer and the next step, uncovered."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.browser.visible import script

WIDTH, HEIGHT = 360, 640
HEADING = "h1"
FACT = "[data-first=fact]"
ACTION = "[data-first=action]"
#: One sentence, not a paragraph.
LONGEST = 240

_LOOK = """
const [selector, height] = given;
const element = document.querySelector("main " + selector);
if (!element) return {missing: true};
const box = element.getBoundingClientRect();
const covered = [[.02, .1], [.98, .1], [.5, .5], [.02, .9], [.98, .9]].some(([x, y]) => {
  const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
  return hit && !element.contains(hit) && !hit.contains(element);
});
return {
  missing: false,
  shown: shown(element) && box.width > 0 && box.height > 0,
  left: box.left, top: box.top, right: box.right, bottom: box.bottom, covered,
  text: element.innerText.replace(/\\s+/g, " ").trim(),
  acts: Boolean(element.closest("a[href], button") || element.querySelector("a[href], button")),
};
"""


def first_screen_complaints(page: Page, wanted: tuple[str, ...]) -> list[str]:
    """What of `wanted` the open page, in a window of WIDTH x HEIGHT and not scrolled, does not show at once."""
    return [complaint for selector in wanted for complaint in _complaints(page, selector)]


def _complaints(page: Page, selector: str) -> list[str]:
    seen = page.evaluate(script(_LOOK), [selector, HEIGHT])
    if seen["missing"]:
        return [f"{selector}: there is none"]
    found = []
    if not seen["shown"] or not seen["text"]:
        found.append("cannot be seen")
    if seen["top"] < 0 or seen["left"] < 0 or seen["right"] > WIDTH or seen["bottom"] > HEIGHT:
        found.append(f"ends at {seen['bottom']:.0f} px of {HEIGHT}, {seen['right']:.0f} px of {WIDTH}")
    if seen["covered"]:
        found.append("is covered")
    if selector == FACT and len(seen["text"]) > LONGEST:
        found.append(f"is {len(seen['text'])} characters long, more than a sentence")
    if selector == ACTION and not seen["acts"]:
        found.append("is neither a link nor a button")
    return [f"{selector} {complaint}: «{seen['text'][:60]}»" for complaint in found]
