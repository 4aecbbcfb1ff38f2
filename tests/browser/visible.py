"""What of a page a reader can see: shared by the gates that measure where text stands."""

from __future__ import annotations

from playwright.sync_api import Page

#: The part of a page that is about something, without header, navigation and footer.
MAIN = "main article"

#: Functions for scripts in a page. `seen(node)`: the boxes of a text node that a reader sees. `texts(root)`: such nodes
#: below an element. `told(element)`: how a complaint names an element.
SCRIPT = """
const tiny = element => {
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.overflow !== "visible" && (each.offsetWidth <= 1 || each.offsetHeight <= 1)) return true;
  }
  return false;
};
const shown = element =>
  element.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})
  && !tiny(element);
const seen = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
};
const texts = root => {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && shown(node.parentElement)) {
      const boxes = seen(node);
      if (boxes.length) found.push({node, boxes, text: node.data.replace(/\\s+/g, " ").trim()});
    }
  }
  return found;
};
const told = element => {
  const one = each => each.localName
    + (each.id ? "#" + each.id : "")
    + [...each.classList].slice(0, 3).map(name => "." + name).join("");
  const path = [one(element)];
  for (let each = element.parentElement; each && each !== document.body && path.length < 3; each = each.parentElement)
    path.unshift(one(each));
  const words = (element.innerText || element.getAttribute("aria-label") || "").replace(/\\s+/g, " ").trim();
  return path.join(" > ") + (words ? " «" + words.slice(0, 40) + "»" : "");
};
"""


def script(body: str) -> str:
    """A function of one argument, `given`, for `page.evaluate`: SCRIPT and then `body`."""
    return f"(given) => {{{SCRIPT}\n{body}}}"


def visible_texts(page: Page, within: str = MAIN) -> list[str]:
    """Every piece of text below the first element `within` that can be seen, in order. Buttons are not counted."""
    return page.evaluate(
        script(
            "return texts(document.querySelector(given))"
            '.filter(each => !each.node.parentElement.closest("button")).map(each => each.text);'
        ),
        within,
    )
