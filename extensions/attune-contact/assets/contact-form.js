(() => {
  const TIMEOUT_MS = 15000;
  const FIELDS = ["name", "email", "orderName", "message"];

  /** Wires one rendered form. A theme may render the body again, so it runs for each form once, when it appears. */
  function setUp(root) {
    if (root.dataset.attuneReady) return;
    root.dataset.attuneReady = "true";
    const part = (name) => root.querySelector(`[data-attune-${name}]`);
    const view = {
      root,
      part,
      words: JSON.parse(part("words").textContent),
      form: part("form"),
      sending: false,
      // One nonce per message: sent again after a lost answer, the same text stays one message. A changed text is a new one.
      attempt: null,
    };
    root.hidden = false;
    wireDialog(view);
    for (const name of FIELDS) {
      view.form.elements[name].addEventListener("input", () => showError(view, name, ""));
    }
    view.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!view.sending) void submit(view);
    });
  }

  function wireDialog(view) {
    const { part, form } = view;
    const dialog = part("dialog");
    part("open").addEventListener("click", () => {
      dialog.showModal();
      if (form.hidden) return;
      const empty = FIELDS.map((name) => form.elements[name]).find((field) => field.required && !field.value);
      (empty || part("send")).focus();
    });
    part("close").addEventListener("click", () => dialog.close());
    // A click beside the form closes it; what was typed stays.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    part("again").addEventListener("click", () => {
      part("sent").hidden = true;
      form.hidden = false;
      say(view, "");
      form.elements.message.focus();
    });
  }

  async function submit(view) {
    const values = {};
    for (const name of FIELDS) values[name] = view.form.elements[name].value.trim();
    const wrong = check(view, values);
    view.part("problem").textContent = "";
    for (const name of FIELDS) showError(view, name, wrong[name] || "");
    const first = FIELDS.find((name) => wrong[name]);
    if (first) {
      view.part("problem").textContent = view.words.fix;
      view.form.elements[first].focus();
      return;
    }
    setSending(view, true);
    const outcome = await post(view, values);
    setSending(view, false);
    show(view, outcome);
  }

  function check({ words, form }, values) {
    const wrong = {};
    for (const name of ["name", "email", "message"]) {
      if (!values[name]) wrong[name] = words.missing[name];
    }
    if (values.email && !form.elements.email.validity.valid) wrong.email = words.wrong.email;
    return wrong;
  }

  async function post(view, values) {
    const content = JSON.stringify(values);
    if (!view.attempt || view.attempt.content !== content) view.attempt = { content, nonce: newNonce() };
    const body = { nonce: view.attempt.nonce, ...values };
    if (!body.orderName) delete body.orderName;
    try {
      const response = await fetch(view.root.dataset.endpoint, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 202) return { kind: "sent" };
      if (response.status === 429) return { kind: "tooMany" };
      const answer = await response.json().catch(() => ({}));
      const field = answer.error && answer.error.field;
      if (response.status === 400 && FIELDS.includes(field)) return { kind: "field", field };
      return { kind: "failed" };
    } catch {
      return { kind: "connection" };
    }
  }

  function show(view, outcome) {
    const { part, form, words } = view;
    if (outcome.kind === "sent") {
      view.attempt = null;
      form.elements.message.value = "";
      form.elements.orderName.value = "";
      form.hidden = true;
      part("sent").hidden = false;
      part("sent-title").focus();
      say(view, words.sent);
      return;
    }
    say(view, "");
    if (outcome.kind === "field") {
      part("problem").textContent = words.fix;
      showError(view, outcome.field, words.wrong[outcome.field]);
      form.elements[outcome.field].focus();
      return;
    }
    part("problem").textContent = words[outcome.kind];
    part("send").textContent = words.tryAgain;
  }

  function showError({ root, form }, name, text) {
    const field = form.elements[name];
    const error = root.querySelector(`#attune-contact-${name}-error`);
    error.textContent = text;
    error.hidden = !text;
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  function setSending(view, on) {
    view.sending = on;
    const send = view.part("send");
    send.setAttribute("aria-disabled", String(on));
    send.textContent = on ? view.words.sending : view.words.send;
    if (on) say(view, view.words.sending);
  }

  function say(view, text) {
    view.part("status").textContent = text;
  }

  function newNonce() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function setUpAll() {
    document.querySelectorAll("[data-attune-contact]").forEach(setUp);
  }

  setUpAll();
  document.addEventListener("DOMContentLoaded", setUpAll);
  document.addEventListener("shopify:section:load", setUpAll);
})();
