// The theme opens its menu and its search with labels, which a keyboard cannot reach. Beside each stands a real button
// for those who have scripts; the label stays for those who have none. Words come from the page (data-* of this script).
const words = document.currentScript.dataset;

function open(toggle, name, first, rest) {
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
  const behind = rest ? document.querySelectorAll(rest) : [];
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    // What lies behind what was opened cannot be reached until that is closed again.
    for (const each of behind) each.inert = box.checked;
    if (box.checked) document.querySelector(first)?.focus();
    else if (button.offsetParent) button.focus();
  });
  if (rest)
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.checked) box.click();
    });
  label.replaceWith(button);
}

// Light and dark: the theme has a box for each, which no eye can see. One button stands for them all.
function colours() {
  const form = document.querySelector("form[data-md-component=palette]");
  if (!form) return;
  const labels = [...form.querySelectorAll("label")];
  const button = document.createElement("button");
  button.type = "button";
  const follow = () => {
    const label = labels.find((each) => !each.hidden) ?? labels[0];
    button.className = label.className;
    button.innerHTML = label.innerHTML;
    button.title = label.title;
    button.setAttribute("aria-label", label.title);
    button.onclick = () => document.getElementById(label.htmlFor).click();
  };
  follow();
  new MutationObserver(follow).observe(form, { attributes: true, subtree: true });
  form.classList.add("replaced");
  form.after(button);
}

document.addEventListener("DOMContentLoaded", () => {
  colours();
  open("__drawer", words.menu, ".md-nav--primary .md-nav__item a", ".md-header, .md-content, .md-footer");
  open("__search", words.search, ".md-search__input", "");
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", words.search);
});
