// The admin's side of App Bridge: answers the frame, and shows what the app asks the admin to show.
(() => {
  const settings = JSON.parse(document.querySelector("[data-settings]").textContent);
  const part = (name) => document.querySelector(`[data-${name}]`);
  const frame = part("app-frame");
  const bridge = `${settings.adminBase}/app-bridge`;
  let saveBar = null;
  let currentPath = location.pathname.slice(settings.appBase.length) + location.search || "/";

  const tellFrame = (message) =>
    frame.contentWindow.postMessage({ devstore: true, ...message }, settings.appOrigin);

  async function read(name, query = "") {
    const response = await fetch(`${bridge}/${name}${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`The admin answered ${response.status}.`);
    return (await response.json()).value;
  }

  const questions = {
    "id-token": () => read("id-token"),
    user: () => read("user"),
    scopes: () => read("scopes"),
    extensions: () => read("extensions"),
    leave: confirmLeave,
  };

  const tidings = {
    nav,
    location: location_,
    "title-bar": titleBar,
    "save-bar": showSaveBar,
    loading,
    toast,
    open: openTarget,
  };
  tidings["toast-hide"] = ({ id }) => {
    document.querySelector(`[data-toast="${CSS.escape(id)}"]`)?.remove();
    toAppIfLost();
  };

  function hear(event) {
    if (event.source !== frame.contentWindow || event.origin !== settings.appOrigin) return;
    if (!event.data?.devstore) return;
    showDown(false);
    const { type, request } = event.data;
    if (tidings[type]) tidings[type](event.data);
    else if (questions[type]) void answer(request, questions[type]);
  }

  async function answer(request, question) {
    try {
      tellFrame({ type: "answer", request, value: await question() });
    } catch (error) {
      tellFrame({ type: "answer", request, error: error.message });
    }
  }

  // Navigation --------------------------------------------------------------------------------------------------------

  function nav({ items }) {
    const list = part("app-nav");
    list.hidden = items.length === 0;
    list.replaceChildren(
      ...items.map(({ key, label, href }) => {
        const link = document.createElement("a");
        link.href = settings.appBase + href;
        link.dataset.path = href;
        link.textContent = label;
        link.addEventListener("click", (event) => {
          if (event.metaKey || event.ctrlKey || event.button !== 0) return;
          event.preventDefault();
          void go(() => tellFrame({ type: "navigate", key }));
        });
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    markCurrent();
  }

  /** The longest link that the app's path lies under is where we are, sub-pages included. */
  function markCurrent() {
    const path = currentPath.split(/[?#]/)[0];
    const links = [...document.querySelectorAll("[data-app-nav] a")];
    const under = links.filter(({ dataset }) => {
      const own = dataset.path.split(/[?#]/)[0];
      return path === own || path.startsWith(own.endsWith("/") ? own : `${own}/`);
    });
    under.sort((a, b) => b.dataset.path.length - a.dataset.path.length);
    for (const link of links) link.removeAttribute("aria-current");
    under[0]?.setAttribute("aria-current", "page");
    const home = document.querySelector("[data-app-home]");
    if (under[0]) home.setAttribute("aria-current", "true");
    else home.setAttribute("aria-current", "page");
  }

  function location_({ path, title }) {
    currentPath = path;
    const address = settings.appBase + (path === "/" ? "" : path);
    if (address !== location.pathname + location.search + location.hash)
      history.replaceState(null, "", address);
    const page = title === settings.appName ? "" : title;
    document.title = [page, settings.appName, settings.shopName].filter(Boolean).join(" · ");
    markCurrent();
  }

  function openTarget({ path, app, external, newTab }) {
    const address =
      path !== undefined ? settings.adminBase + path : app !== undefined ? settings.appBase + app : external;
    if (newTab) window.open(address, "_blank", "noopener");
    else void go(() => (app === undefined ? location.assign(address) : loadFrame(app)));
  }

  /** Loads the frame anew at an app path, with Shopify's parameters. `replace` keeps the history one entry per page. */
  async function loadFrame(path) {
    loading({ on: true });
    frame.contentWindow.location.replace(await read("frame-url", `?path=${encodeURIComponent(path)}`));
  }

  document.querySelector("[data-app-home]").addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    void go(() => loadFrame("/"));
  });
  document.querySelector("[data-sidebar]").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !saveBar || event.defaultPrevented) return;
    event.preventDefault();
    void go(() => location.assign(link.href));
  });

  // A frame that says nothing is an app that does not run. ------------------------------------------------------------

  const PATIENCE_MS = 10_000;
  let patience = 0;

  function expectApp() {
    loading({ on: true });
    clearTimeout(patience);
    patience = setTimeout(() => showDown(true), PATIENCE_MS);
  }

  function showDown(down) {
    clearTimeout(patience);
    part("app-down").hidden = !down;
    frame.hidden = down;
    if (down) loading({ on: false });
  }

  part("app-retry").addEventListener("click", () => {
    showDown(false);
    expectApp();
    void loadFrame(currentPath);
  });

  // Unsaved changes ---------------------------------------------------------------------------------------------------

  async function go(leave) {
    if (await confirmLeave()) leave();
  }

  function confirmLeave() {
    if (!saveBar) return Promise.resolve(true);
    const dialog = part("leave");
    dialog.showModal();
    return new Promise((resolve) => {
      part("leave-stay").onclick = () => dialog.close();
      part("leave-go").onclick = () => dialog.close("leave");
      dialog.returnValue = "";
      dialog.onclose = () => {
        const leaves = dialog.returnValue === "leave";
        if (leaves) showSaveBar({ on: false });
        resolve(leaves);
      };
    });
  }

  function showSaveBar({ on, buttons = [] }) {
    saveBar = on ? buttons : null;
    part("save-bar").hidden = !on;
    if (on) draw(part("save-buttons"), buttons, { discard: true });
    else toAppIfLost();
  }

  /** What had the focus is gone: it goes back into the app, to where it was there. */
  function toAppIfLost() {
    const on = document.activeElement;
    if (!on || on === document.body || on.closest("[hidden]")) frame.focus();
  }

  window.addEventListener("beforeunload", (event) => {
    if (saveBar) event.preventDefault();
  });

  // What the app shows in the admin -----------------------------------------------------------------------------------

  function titleBar({ title, actions }) {
    part("page-title").textContent = title ? title : "";
    const back = actions.find(({ variant }) => variant === "breadcrumb");
    part("breadcrumb").hidden = !back;
    if (back) {
      part("breadcrumb-label").textContent = back.label || "Back";
      part("breadcrumb").onclick = (event) => {
        event.preventDefault();
        tellFrame({ type: "press", key: back.key });
      };
    }
    draw(
      part("title-actions"),
      actions.filter((action) => action !== back),
      {},
    );
  }

  /** Redraws buttons without taking the focus from one that stays. */
  function draw(container, buttons, { discard }) {
    const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const primaryLast = [...buttons].sort(
      (a, b) => Number(a.variant === "primary") - Number(b.variant === "primary"),
    );
    container.replaceChildren(
      ...primaryLast.map(({ key, label, variant, tone, disabled, loading: busy }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.key = key;
        button.className = variant === "primary" ? "primary" : tone === "critical" ? "critical" : "";
        button.textContent = label || (discard ? (variant === "primary" ? "Save" : "Discard") : "");
        button.disabled = disabled || busy;
        if (busy) button.setAttribute("aria-busy", "true");
        button.addEventListener("click", () => tellFrame({ type: "press", key }));
        return button;
      }),
    );
    if (focused) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  let safety = 0;
  function loading({ on }) {
    part("progress").hidden = !on;
    clearTimeout(safety);
    if (on) safety = setTimeout(() => loading({ on: false }), 20_000);
  }
  frame.addEventListener("load", () => loading({ on: false }));

  function toast({ id, message, isError, duration, action }) {
    const box = document.createElement("div");
    box.className = isError ? "toast toast--error" : "toast";
    box.dataset.toast = id;
    const text = document.createElement("span");
    text.textContent = message;
    box.append(text);
    const dismiss = () => {
      box.remove();
      toAppIfLost();
      tellFrame({ type: "toast-dismiss", id });
    };
    if (action) {
      box.append(toastButton(action, () => tellFrame({ type: "toast-action", id })));
    }
    box.append(toastButton("Dismiss", dismiss));
    part("toasts").append(box);
    // A toast stays while somebody reads or uses it.
    const later = () =>
      setTimeout(() => (box.matches(":hover, :focus-within") ? later() : dismiss()), duration);
    later();
  }

  function toastButton(label, pressed) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", pressed);
    return button;
  }

  expectApp();
  const early = window.earlyMessages;
  window.earlyMessages = null;
  early.forEach(hear);
  window.addEventListener("message", hear);
})();
