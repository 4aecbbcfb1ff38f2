// The theme opens its menu and its search with labels, which a keyboard cannot reach. Beside each stands a real button
// for those who have scripts; the label stays for those who have none. Words come from the page (data-* of this script).
const words = document.currentScript.dataset;

function open(toggle, name) {
  const box = document.getElementById(toggle);
  const label = document.querySelector(`.md-header__button[for="${toggle}"]`);
  if (!box || !label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.innerHTML = label.innerHTML;
  button.setAttribute("aria-label", name);
  button.setAttribute("aria-controls", toggle);
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => button.setAttribute("aria-expanded", String(box.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  label.replaceWith(button);
}

document.addEventListener("DOMContentLoaded", () => {
  open("__drawer", words.menu);
  open("__search", words.search);
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", words.search);
});
