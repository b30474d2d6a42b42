// Going through a recertification: what is decided is counted while it is, and everything can be done by keys. Comfort only:
// without it every answer can be given, kept and signed.
(() => {
  "use strict";
  const form = document.querySelector("form[data-signing]");
  if (!form) return;
  const people = [...form.querySelectorAll("[data-person]")];
  const openOnly = form.querySelector("[data-open-only]");
  form.querySelectorAll("[data-script]").forEach((part) => (part.hidden = false));

  const lines = (person) => [...person.querySelectorAll("[data-line]")];
  const chosen = (line) => line.querySelector("input[type=radio]:checked")?.value;
  const decided = (person) => lines(person).every(chosen);

  // A reason is asked for only where something is taken away.
  const reasons = () => {
    form.querySelectorAll("[data-line]").forEach((line) => {
      const why = line.querySelector("[data-why]");
      if (!why) return;
      why.hidden = chosen(line) !== "take";
      why.querySelector("input").disabled = why.hidden;
    });
  };

  const tell = () => {
    reasons();
    let done = 0;
    people.forEach((person) => {
      const is = decided(person);
      if (is) done += 1;
      const tag = person.querySelector("[data-decided]");
      if (tag) tag.hidden = !is;
      person.hidden = Boolean(openOnly?.checked && is && !person.contains(document.activeElement));
    });
    const count = form.querySelector("[data-count]");
    if (count) count.textContent = String(done);
    const progress = form.querySelector("[data-progress]");
    if (progress) progress.value = done;
  };

  const go = (person) => {
    if (!person) return;
    person.hidden = false;
    person.querySelector("[data-keep-all]").focus({ preventScroll: true });
    person.scrollIntoView({ block: "center" });
  };
  const here = () => people.findIndex((person) => person.contains(document.activeElement));
  const next = () => {
    const from = here() + 1;
    go(people.slice(from).concat(people.slice(0, from)).find((person) => !decided(person)));
  };
  const keepAll = (person) => {
    lines(person).forEach((line) => (line.querySelector("input[value=keep]").checked = true));
    next();
    tell();
  };

  form.addEventListener("change", tell);
  form.addEventListener("focusout", () => setTimeout(() => openOnly?.checked && tell()));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-keep-all]");
    if (!button) return;
    event.preventDefault();
    keepAll(button.closest("[data-person]"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    const key = event.key.toLowerCase();
    if (!["k", "n", "p"].includes(key) || !form.querySelector("[data-keep-all]")) return;
    event.preventDefault();
    const at = here();
    if (key === "n" || (key === "k" && at < 0)) next();
    else if (key === "k") keepAll(people[at]);
    else go(people.slice(0, Math.max(0, at)).reverse().find((person) => !person.hidden) || people[0]);
  });
  tell();
})();
