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

  // Characters that keyboards hide: a button of the picker puts its character into the field, in the place of another
  // form of it where one stands there.
  document.querySelectorAll("[data-picker]").forEach((picker) => (picker.hidden = false));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-put]");
    if (!button) return;
    const field = document.getElementById(button.closest("[data-picker]").dataset.picker);
    const group = [...button.closest("[data-group]").dataset.group];
    const at = Math.max(...group.map((usual) => field.value.lastIndexOf(usual)));
    if (at >= 0) {
      const usual = String.fromCodePoint(field.value.codePointAt(at));
      field.setRangeText(button.dataset.put, at, at + usual.length, "end");
    } else {
      field.setRangeText(button.dataset.put, field.selectionStart, field.selectionEnd, "end");
    }
    field.focus();
  });

  // The kana that were typed before they became kanji are proposed as the reading, and taken only by a press.
  const kana = /^[\u3041-\u3096\u30fc]+$/;
  let typed = "";
  const proposal = (field) => document.querySelector(`[data-reading-of="${CSS.escape(field.id)}"]`);
  document.addEventListener("compositionupdate", (event) => {
    if (proposal(event.target) && kana.test(event.data)) typed = event.data;
  });
  document.addEventListener("compositionend", (event) => {
    const box = proposal(event.target);
    if (!box || !typed || !event.data) return;
    const katakana = typed.replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
    const output = box.querySelector("output");
    output.textContent = `${output.textContent} ${katakana}`.trim();
    box.hidden = false;
    typed = "";
  });
  document.addEventListener("input", (event) => {
    const box = proposal(event.target);
    if (box && event.target.value === "") {
      box.querySelector("output").textContent = "";
      box.hidden = true;
    }
  });
  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-proposed-to]");
    if (!box || !event.target.closest("button")) return;
    const field = document.getElementById(box.dataset.proposedTo);
    field.value = box.querySelector("output").textContent;
    box.hidden = true;
    field.focus();
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

  // A text that is checked while somebody types: <textarea data-check="address" data-checked="id of where it is said">.
  let checking = 0;
  let asked = 0;
  const check = async (text) => {
    const mine = ++asked;
    const fields = new URLSearchParams(
      [...new FormData(text.form)].filter(([, value]) => typeof value === "string"));
    try {
      const answer = await fetch(text.dataset.check, { method: "POST", body: fields });
      const type = answer.headers.get("Content-Type") || "";
      if (!answer.ok || answer.redirected || !type.startsWith("text/html") || mine !== asked) return;
      document.getElementById(text.dataset.checked).innerHTML = await answer.text();
    } catch {
      // The check comes again with the next key, and with sending at the latest.
    }
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches("textarea[data-check]")) return;
    clearTimeout(checking);
    checking = setTimeout(check, 600, event.target);
  });
})();
