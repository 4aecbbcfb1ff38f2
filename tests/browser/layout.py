"""Gate: nothing sticks out, is cut off, lies over other text, or must be scrolled sideways to be read."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.browser.visible import script
from tests.browser.watching import sideways

#: How much of a line may lie over another: a letter's box is higher than the letter.
_OVER = 0.5

_LOOK = """
const width = document.documentElement.clientWidth;
const complaints = [];
const floats = element => {
  for (let each = element; each && each !== document.body; each = each.parentElement)
    if (["fixed", "sticky"].includes(getComputedStyle(each).position)) return true;
  return false;
};
// What waits beside the window, a closed drawer, is no part of the page yet.
const aside = box => box.right <= 0 || box.left >= width;
const all = texts(document.body).map(each => ({...each, element: each.node.parentElement}));
const lines = all.flatMap(each => each.boxes.map(box => ({box, element: each.element, node: each.node})));

for (const {node, boxes, element} of all) {
  const inside = boxes.filter(box => !aside(box) || element.closest("main article"));
  if (inside.some(box => box.right > width + 1 || box.left < -1)) complaints.push("sticks out: " + told(element));
}

for (const element of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (style.overflowX === "visible" && style.overflowY === "visible") continue;
  if (!shown(element) || element.clientWidth <= 1 || element.clientHeight <= 1) continue;
  if (aside(element.getBoundingClientRect())) continue;
  const own = texts(element);
  if (!own.length) continue;
  const box = element.getBoundingClientRect();
  // Measured by the text in it, not by scrollWidth: empty padding that is cut off is no loss.
  const wide = own.some(each => each.boxes.some(line => line.right > box.right + 1 || line.left < box.left - 1));
  const high = own.some(each => each.boxes.some(line => line.bottom > box.bottom + 2 || line.top < box.top - 2));
  if (wide && ["auto", "scroll"].includes(style.overflowX)) complaints.push("scrolls sideways: " + told(element));
  if (wide && ["hidden", "clip"].includes(style.overflowX)) complaints.push("cut off at the side: " + told(element));
  if (high && ["hidden", "clip"].includes(style.overflowY)) complaints.push("cut off below: " + told(element));
}

const still = lines.filter(line => !aside(line.box) && !floats(line.element));
still.sort((a, b) => a.box.top - b.box.top);
for (let i = 0; i < still.length; i++) {
  const a = still[i];
  for (let k = i + 1; k < still.length && still[k].box.top < a.box.bottom; k++) {
    const b = still[k];
    if (a.node === b.node) continue;
    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (across > 2 && down > given * Math.min(a.box.height, b.box.height))
      complaints.push("overlaps: " + told(a.element) + " and " + told(b.element));
  }
}
return [...new Set(complaints)];
"""


def layout_complaints(page: Page) -> list[str]:
    """What a reader of the open page, at its present width and medium, cannot read as it stands."""
    over = sideways(page)
    wider = [f"the page is {over} px wider than the window"] if over > 0 else []
    return wider + page.evaluate(script(_LOOK), _OVER)
