// What was typed is kept in this browser until the server has it: a crash, a closed window or a dead connection loses no word.
// Nothing is kept where the machine is said to be shared (the page of one's own account). A form is known by its address.
"use strict";

(function () {
  const AFTER = 400; // milliseconds after the last key
  const OLDEST = 30 * 24 * 3600 * 1000;
  const OFF = "ssc-drafter-keeps-nothing";
  const FORMS = "#answers, form.edit-here";
  const pattern = document.getElementById("kept-words");
  if (!pattern || !window.indexedDB) return;
  const person = pattern.dataset.person;
  const later = new WeakMap();
  const sent = new WeakMap();

  function off() {
    try { return window.localStorage.getItem(OFF) === "1"; } catch (refused) { return true; }
  }

  // ---- the kept entries
  let opened = null;
  function database() {
    opened = opened || new Promise(function (done, failed) {
      const request = window.indexedDB.open("ssc-drafter", 1);
      request.onupgradeneeded = function () { request.result.createObjectStore("typed", { keyPath: "key" }); };
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
    return opened;
  }

  function act(mode, what) {
    return database().then(function (found) {
      return new Promise(function (done, failed) {
        const work = found.transaction("typed", mode);
        const request = what(work.objectStore("typed"));
        work.oncomplete = function () { done(request.result); };
        work.onerror = work.onabort = function () { failed(work.error); };
      });
    }).catch(function () { return undefined; }); // a browser that keeps nothing is no reason to stop the page
  }

  function path(form) { return new URL(form.action, window.location.href).pathname; }
  function key(form) { return person + " " + path(form); }
  function drop(name) { return act("readwrite", function (store) { return store.delete(name); }); }

  function base(form) {
    const field = form.querySelector("input[name=base]");
    return field ? field.value : "";
  }

  function fields(form) {
    return Array.from(new FormData(form))
      .filter(function (pair) { return typeof pair[1] === "string" && pair[0] !== "csrf" && pair[0] !== "base"; })
      .map(function (pair) { return [pair[0], pair[1].replace(/\r\n/g, "\n")]; });
  }

  function same(form, entry) { return JSON.stringify(fields(form)) === JSON.stringify(entry.fields); }

  function keep(form, gone) {
    if (off()) return Promise.resolve();
    const entry = { key: key(form), fields: fields(form), at: Date.now(), base: base(form), sent: Boolean(gone) };
    return act("readwrite", function (store) { return store.put(entry); });
  }

  // ---- typing and saving
  function typed(event) {
    const form = event.target.closest && event.target.closest(FORMS);
    if (!form) return;
    window.clearTimeout(later.get(form));
    later.set(form, window.setTimeout(function () { keep(form); }, AFTER));
  }
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  document.addEventListener("submit", function (event) {
    if (!event.target.matches(FORMS)) return;
    window.clearTimeout(later.get(event.target));
    keep(event.target, true);
  });
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (event.detail.elt.matches(FORMS)) sent.set(event.detail.elt, JSON.stringify(fields(event.detail.elt)));
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    const form = event.detail.elt;
    if (!form.matches(FORMS) || !event.detail.successful || JSON.stringify(fields(form)) !== sent.get(form)) return;
    window.clearTimeout(later.get(form));
    drop(key(form));
  });

  // ---- what was not saved is offered
  function strip(line, entry, buttons) {
    const made = pattern.content.firstElementChild.cloneNode(true);
    const when = new Date(entry.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    made.querySelector("span:not(.sign)").textContent = pattern.dataset[line].replace("{time}", when);
    made.querySelectorAll("[data-do]").forEach(function (one) {
      const what = buttons[one.dataset.do];
      if (!what) one.remove();
      else if (typeof what === "string") one.href = what;
      else one.addEventListener("click", function () { made.remove(); what(); });
    });
    return made;
  }

  function putBack(form, entry) {
    const values = new Map();
    entry.fields.forEach(function (pair) { values.set(pair[0], (values.get(pair[0]) || []).concat([pair[1]])); });
    form.querySelectorAll("[name]").forEach(function (field) {
      if (field.name === "csrf" || field.name === "base" || field.tagName === "BUTTON") return;
      const given = values.get(field.name) || [];
      if (field.type === "radio" || field.type === "checkbox") field.checked = given.indexOf(field.value) >= 0;
      else if (given.length) field.value = given.shift();
    });
    values.forEach(function (left, name) {
      if (form.querySelector("[name=\"" + window.CSS.escape(name) + "\"]")) return;
      left.forEach(function (value) { // a row that the page does not show yet
        const field = document.createElement("input");
        field.type = "hidden"; field.name = name; field.value = value;
        form.append(field);
      });
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function look(form) {
    if (form.dataset.looked) return;
    form.dataset.looked = "1";
    act("readonly", function (store) { return store.get(key(form)); }).then(function (entry) {
      if (!entry) return;
      const saved = entry.sent && entry.base !== base(form);
      if (saved || same(form, entry) || Date.now() - entry.at > OLDEST) { drop(entry.key); return; }
      form.prepend(strip("line", entry, { put: function () { putBack(form, entry); }, drop: function () { drop(entry.key); } }));
    });
  }

  function paragraphs() {
    const room = window.location.pathname;
    const desk = document.getElementById("sheet");
    if (!desk || !/^\/drafts\/[^/]+$/.test(room)) return;
    const current = document.getElementById("base");
    act("readonly", function (store) { return store.getAll(); }).then(function (entries) {
      (entries || []).forEach(function (entry) {
        const where = entry.key.slice(person.length + 1);
        if (entry.key.indexOf(person + " " + room + "/text/") !== 0) return;
        if (entry.sent && current && entry.base !== current.value) { drop(entry.key); return; }
        desk.before(strip("paragraph", entry, { open: where, drop: function () { drop(entry.key); } }));
      });
    });
  }

  function all() { document.querySelectorAll(FORMS).forEach(look); }
  document.addEventListener("htmx:afterSettle", all);
  all();
  paragraphs();

  // ---- the setting of this browser
  const box = document.getElementById("keeps-nothing");
  if (!box) return;
  box.closest("[hidden]").hidden = false;
  box.checked = off();
  box.addEventListener("change", function () {
    window.localStorage.setItem(OFF, box.checked ? "1" : "0");
    if (box.checked) act("readwrite", function (store) { return store.clear(); });
  });
})();
