// Comfort only: every page works without this file. No data is kept in the browser.
(() => {
  "use strict";

  // One answer a press: a form that was sent is not sent again by impatience.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (form.method === "post" && !form.hasAttribute("data-repeat")) {
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 8000);
    }
  });

  // A page shown again from the browser's memory may be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // Only one of the header's menus is open, and Escape closes it.
  const menus = () => document.querySelectorAll(".mast details[open]");
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menus().forEach((menu) => (menu.open = false));
  });

  // Keys named by the page itself: <a data-key="c"> or <button data-key="1">. A letter or digit alone works while no
  // field has the focus; with Alt it works in a field too. Function keys, Escape and the like work anywhere.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    if (event.altKey && !digit) return;
    const key = digit ? digit[1] : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const field = event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    const always = event.altKey || (key.length > 1 && key !== "Enter");
    if (field && !always) return;
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("a, button, summary")) target.click();
    else target.focus();
    const opened = target.matches("summary") && target.parentElement.open;
    if (opened) target.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  });

  // Selects that lead on when changed: <select data-go>.
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-go]")) event.target.form.requestSubmit();
  });

  // Fields that depend on another field's value: <div data-when="field" data-is="a b">.
  const dependents = () => {
    document.querySelectorAll("[data-when]").forEach((part) => {
      const form = part.closest("form");
      const field = form && form.elements[part.dataset.when];
      if (!field) return;
      part.hidden = !part.dataset.is.split(" ").includes(field.value);
    });
  };
  document.addEventListener("input", dependents);
  document.addEventListener("DOMContentLoaded", dependents);
})();
