// The signing form. Without this script the browser tells of mistakes by itself, one at a time, in its own language. With
// it all of them are told at once: in a summary above the form, and beside each field. What was typed stays where it is;
// nothing is stored, nothing is put in an address, and nothing leaves the page but by the form itself.
// What was told stays until the form is sent again: were it to vanish while somebody types, everything below would move
// away from under the finger. Every word comes from the page (data-* of the form and of its fields).
function watch(form) {
  const fields = [...form.elements].filter((each) => each.willValidate && each.type !== "submit");
  const status = form.querySelector("[role=status]");
  let sent = false;
  form.noValidate = true;

  const mistake = ({ validity, dataset, value, type }) => {
    if (validity.valueMissing || (type !== "checkbox" && dataset.empty && !value.trim())) return dataset.empty;
    return validity.valid ? "" : dataset.wrong || dataset.empty;
  };

  const mark = (field) => {
    const said = mistake(field);
    const id = `${field.id}-salah`;
    let note = document.getElementById(id);
    const hints = (field.getAttribute("aria-describedby") || "").split(" ").filter((each) => each && each !== id);
    if (said && !note) {
      note = document.createElement("p");
      note.id = id;
      note.className = "mistake";
      if (field.type === "checkbox") field.before(note);
      else field.parentElement.insertBefore(note, field);
    }
    if (said) note.textContent = said;
    else if (note) note.remove();
    if (said) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    field.parentElement.classList.toggle("field-wrong", Boolean(said));
    const described = said ? [id, ...hints] : hints;
    if (described.length) field.setAttribute("aria-describedby", described.join(" "));
    else field.removeAttribute("aria-describedby");
    return said;
  };

  const summarize = (wrong) => {
    form.querySelector(".summary")?.remove();
    if (!wrong.length) return;
    const box = document.createElement("div");
    box.className = "summary";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    const title = document.createElement("p");
    title.className = "summary-title";
    title.textContent = wrong.length === 1 ? form.dataset.one : form.dataset.many.replace("#", wrong.length);
    const list = document.createElement("ul");
    for (const [field, said] of wrong) {
      const link = document.createElement("a");
      link.href = `#${field.id}`;
      link.textContent = said;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field.labels[0].scrollIntoView();
        field.focus({ preventScroll: field.labels[0].getBoundingClientRect().top > 0 });
      });
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    box.append(title, list);
    form.prepend(box);
    box.focus();
  };

  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    const wrong = fields.map((field) => [field, mark(field)]).filter(([, said]) => said);
    summarize(wrong);
    if (wrong.length) event.preventDefault();
    else {
      sent = true;
      status.textContent = form.dataset.sending;
      // Should nothing come of it, one may try again.
      setTimeout(reset, 30000);
    }
  });

  const reset = () => {
    sent = false;
    status.textContent = "";
  };
  // Whoever comes back to the page finds it as it was, and may send again.
  addEventListener("pageshow", reset);
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form.signing-form")) watch(form);
});
