// Posts the panel's forms to the control API as JSON, and says what came of it.
(() => {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const shop = document.querySelector("main").dataset.shop;

  async function call(path, { method = "POST", body } = {}) {
    const response = await fetch(`/control/${path}`, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: method === "GET" ? undefined : JSON.stringify({ shop, ...body }),
    });
    const text = await response.text();
    let value = null;
    try {
      value = text ? JSON.parse(text) : null;
    } catch {
      value = { error: { message: text.slice(0, 300) } };
    }
    return { ok: response.ok, status: response.status, value };
  }

  function show(label, answer) {
    const box = document.createElement("div");
    box.className = answer.ok ? "notice notice--good" : "notice notice--critical";
    const line = document.createElement("p");
    const problem = answer.value?.error;
    line.textContent = answer.ok
      ? `${label}: done.`
      : `${label} did not work: ${problem?.message || `The dev store answered ${answer.status}.`}${problem?.field ? ` (${problem.field})` : ""}`;
    box.append(line);
    if (answer.ok && answer.value) {
      const details = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = "What the dev store answered";
      const text = document.createElement("pre");
      text.className = "mono";
      text.textContent = JSON.stringify(answer.value, null, 2);
      details.append(summary, text);
      box.append(details);
    }
    find("result").replaceChildren(box);
  }

  async function run(button, label, request) {
    button.setAttribute("aria-disabled", "true");
    find("result").replaceChildren();
    try {
      show(label, await request());
    } catch {
      show(label, {
        ok: false,
        status: 0,
        value: { error: { message: "The dev store could not be reached." } },
      });
    }
    button.removeAttribute("aria-disabled");
    void deliveries();
  }

  function bodyOf(form) {
    const body = {};
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") body[field.name] = field.checked;
      else if (field.type === "number") body[field.name] = Number(field.value);
      else if (field.value.trim() !== "") body[field.name] = field.value;
    }
    if (body.variantId) {
      body.lines = [{ variantId: body.variantId, quantity: 1 }];
      delete body.variantId;
    }
    return body;
  }

  for (const form of document.querySelectorAll("[data-control]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter;
      if (button.getAttribute("aria-disabled")) return;
      const path = form.dataset.control.replace(":order", find("order")?.value ?? "");
      const body = bodyOf(form);
      if (form.dataset.mail !== undefined) Object.assign(body, writer());
      void run(button, button.textContent, async () => {
        const answer = await call(path, { method: form.dataset.method, body });
        if (answer.ok && form.dataset.reload !== undefined) await refreshOrders();
        return answer;
      });
    });
  }

  for (const button of document.querySelectorAll("[data-post]")) {
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled")) return;
      void run(button, button.textContent, async () => {
        const answer = await call(button.dataset.post);
        if (answer.ok && button.dataset.reload !== undefined) await refreshOrders();
        return answer;
      });
    });
  }

  /** Takes the new state of the parts that an action changes from a fresh copy of this page. */
  async function refreshOrders() {
    const response = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const order = find("order");
    const next = fresh.querySelector("[data-order]");
    if (order && next) {
      order.replaceChildren(...next.childNodes);
      order.selectedIndex = 0;
    }
    const badge = document.querySelector("#app-title + p");
    const nextBadge = fresh.querySelector("#app-title + p");
    if (badge && nextBadge) badge.replaceChildren(...nextBadge.childNodes);
  }

  // The letter --------------------------------------------------------------------------------------------------------

  const texts = JSON.parse(find("texts").textContent);

  function writer() {
    const chosen = find("writer").selectedOptions[0];
    const letter = { from: chosen.value, fromName: chosen.dataset.name };
    return find("ready").value === "auto"
      ? { ...letter, headers: { "Auto-Submitted": "auto-replied" } }
      : letter;
  }

  function fillIn() {
    const chosen = find("writer").selectedOptions[0];
    const text = texts.find(({ id }) => id === find("ready").value);
    const fill = (words) =>
      words
        .replaceAll("{order}", chosen.dataset.order || "#1000")
        .replaceAll("{name}", chosen.dataset.first || "");
    document.getElementById("subject").value = fill(text.subject);
    document.getElementById("text").value = fill(text.text);
  }
  find("writer").addEventListener("change", fillIn);
  find("ready").addEventListener("change", fillIn);
  fillIn();

  // Deliveries --------------------------------------------------------------------------------------------------------

  async function deliveries() {
    const box = find("deliveries");
    const answer = await call("webhooks", { method: "GET" }).catch(() => null);
    if (!answer || !answer.ok) {
      box.textContent = "The deliveries could not be read.";
      return;
    }
    const items = (answer.value.items ?? []).slice(0, 12);
    if (items.length === 0) {
      box.textContent = "None yet.";
      return;
    }
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of ["Topic", "Status", "Attempts"]) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const { topic, status, attempts } of items) {
      const row = body.insertRow();
      row.insertCell().textContent = topic;
      row.insertCell().textContent = status;
      row.insertCell().textContent = String(attempts?.length ?? 0);
    }
    box.replaceChildren(table);
  }
  void deliveries();
})();
