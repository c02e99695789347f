// The desk: what htmx does not do by itself. It says how saving stands, sends again what could not be sent,
// never replaces a field or a paragraph that somebody is writing in, and opens the group of a question that a link leads to.
"use strict";

(function () {
  const AGAIN = 15000; // milliseconds between tries without a connection
  const SLOW = 1000; // a save is mentioned only when it takes longer
  const form = document.getElementById("answers");
  const line = document.getElementById("save");
  let unsaved = false;
  let slow = 0;
  let since = "";
  let refreshed = false;

  function now() {
    const time = new Date();
    return String(time.getHours()).padStart(2, "0") + ":" + String(time.getMinutes()).padStart(2, "0");
  }

  function say(sign, words, link) {
    if (!line) return;
    const shown = document.createElement("span");
    shown.className = "sign " + sign;
    shown.textContent = words;
    const parts = [shown];
    if (link) {
      const a = document.createElement("a");
      a.href = link;
      a.target = "_blank";
      a.rel = "noopener";
      a.textContent = line.dataset.signIn;
      parts.push(document.createTextNode(" "), a);
    }
    if (line.textContent.trim() !== parts.map((part) => part.textContent).join("").trim()) line.replaceChildren(...parts);
  }

  function send() {
    if (form && unsaved) window.htmx.trigger(form, "change");
  }

  function ours(event) {
    return form && event.detail.elt === form;
  }

  if (form) {
    form.addEventListener("change", function () { unsaved = true; });
    form.addEventListener("submit", function () { unsaved = false; });
    window.addEventListener("online", send);
    window.setInterval(function () { if (since) send(); else if (refreshed === "out") token(); }, AGAIN);
    window.addEventListener("beforeunload", function (event) { if (unsaved) event.preventDefault(); });
    document.addEventListener("visibilitychange", function () { if (!document.hidden && refreshed === "out") token(); });
    window.addEventListener("focus", function () { if (refreshed === "out") token(); });
  }

  function setToken(csrf) {
    document.querySelectorAll("input[name=csrf]").forEach(function (field) { field.value = csrf; });
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRF": csrf }));
  }

  function out() {
    refreshed = "out";
    say("caution", line.dataset.out, line.dataset.door);
  }

  function token() {
    fetch("/token", { headers: { "HX-Request": "true" }, credentials: "same-origin" })
      .then(function (reply) {
        if (reply.status === 401) out();
        return reply.ok ? reply.json() : null;
      })
      .then(function (found) { if (found) { setToken(found.csrf); refreshed = true; send(); } })
      .catch(function () {});
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (!ours(event)) return;
    window.clearTimeout(slow);
    slow = window.setTimeout(function () { if (!since) say("waiting", line.dataset.saving); }, SLOW);
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    if (!ours(event)) return;
    window.clearTimeout(slow);
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (status >= 200 && status < 300) { unsaved = false; since = ""; refreshed = false; }
  });

  function offline(event) {
    if (!ours(event)) return;
    since = since || now();
    say("caution", line.dataset.offline.replace("{time}", since));
  }
  document.addEventListener("htmx:sendError", offline);
  document.addEventListener("htmx:timeout", offline);

  document.addEventListener("htmx:responseError", function (event) {
    if (!ours(event)) return;
    const xhr = event.detail.xhr;
    since = "";
    if (xhr.status === 401) {
      out();
    } else if (xhr.status === 403 && xhr.getResponseHeader("SSC-Token") === "stale" && !refreshed) {
      token();
    } else {
      say("conflict", line.dataset.unsaved);
    }
  });

  // A paragraph that is being written in, and a question in use, stay as they are.
  document.addEventListener("htmx:oobBeforeSwap", function (event) {
    const target = event.detail.target;
    const inUse = document.activeElement;
    const writing = target.querySelector && target.querySelector(".edit-here");
    const held = target.id !== "progress" && inUse && inUse !== target && target.contains(inUse) && inUse.matches("input, select, textarea");
    if (writing || held) event.detail.shouldSwap = false;
  });

  document.addEventListener("htmx:afterSettle", function () {
    document.querySelectorAll(".question .message").forEach(function (message) {
      const wrong = message.textContent.trim() !== "";
      const question = message.closest(".question");
      question.classList.toggle("wrong", wrong);
      question.querySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea").forEach(function (field) {
        if (wrong) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      });
    });
  });

  // After an edit was left, the focus goes back to the link that opened it.
  document.addEventListener("htmx:afterSwap", function (event) {
    const path = event.detail.pathInfo && event.detail.pathInfo.requestPath;
    const here = document.activeElement === document.body && path && document.getElementById(event.detail.target.id);
    const link = here && here.querySelector(".do a");
    if (link) link.focus();
  });

  function follow() {
    const target = window.location.hash.length > 1 && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!target) return;
    for (let above = target.parentElement; above; above = above.parentElement) {
      if (above.tagName === "DETAILS") above.open = true;
    }
    if (target.classList.contains("question")) {
      const field = target.querySelector("input:not([type=hidden]), select, textarea");
      if (field) field.focus();
      target.scrollIntoView({ block: "center" });
    }
  }
  window.addEventListener("hashchange", follow);
  follow();
  const summary = document.getElementById("summary");
  if (summary) summary.focus();
})();
