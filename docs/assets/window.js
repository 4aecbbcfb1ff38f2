// A page is built for one day and may be read on a later one. What is said of an open window carries its last day
// (data-closes); here the days that are left are counted from the reader's own clock, by the day in Jakarta (UTC+7, no
// summer time). After the last day, what would lead people to a closed form gives way to a sentence (data-over). The
// date itself stands in the page, so nothing is missing without this script. Words come from the page.
const DAY = 86400000;
const inJakarta = (moment) => Math.floor((moment + 7 * 3600000) / DAY);

function tell(element, today) {
  const { closes, over, many, one, last } = element.dataset;
  const left = Date.parse(closes) / DAY - today;
  if (left >= 0) {
    if (many) element.textContent = left === 0 ? last : left === 1 ? one : many.replace("#", left);
    return;
  }
  element.className = element.className.replace("window-open", "window-closed");
  if (many) element.textContent = "";
  if (!over) return;
  if (element.matches("a, form, div")) {
    const said = document.createElement(element.matches("a") ? "strong" : "p");
    said.textContent = over;
    element.replaceWith(said);
  } else element.textContent = over;
}

document.addEventListener("DOMContentLoaded", () => {
  const today = inJakarta(Date.now());
  for (const each of document.querySelectorAll("[data-closes]")) tell(each, today);
});
