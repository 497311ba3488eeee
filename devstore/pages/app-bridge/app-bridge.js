/**
 * Stand-in for https://cdn.shopify.com/shopifycloud/app-bridge.js: the same globals and elements, as far as an embedded app
 * uses them, speaking to the dev store's admin page (assets/admin-frame.js) by postMessage instead of to Shopify's admin.
 * What it does not know is absent, so that a use of it fails loudly. The elements are in app-bridge-elements.js, which the
 * server appends to this file.
 */
(() => {
  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const embedded = window.parent !== window;
  const config = readConfig();

  /** Shopify's parameters are on the first address of the frame only; later documents of the tab find them here. */
  function readConfig() {
    const query = new URLSearchParams(location.search);
    const key = "devstore-app-bridge";
    const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
    const meta = document.querySelector('meta[name="shopify-api-key"]');
    const found = {
      apiKey: script.dataset.apiKey || (meta && meta.content) || kept.apiKey || "",
      host: query.get("host") || kept.host || "",
      shop: query.get("shop") || kept.shop || "",
      locale: query.get("locale") || kept.locale || "en",
    };
    sessionStorage.setItem(key, JSON.stringify(found));
    return found;
  }

  // Asking and telling the admin page ---------------------------------------------------------------------------------

  const listeners = new Map();
  const waiting = new Map();
  let lastRequest = 0;

  function tell(type, detail) {
    if (embedded) window.parent.postMessage({ devstore: true, type, ...detail }, adminOrigin);
  }

  /** Sends a message that is answered; rejects when the admin page says why not. */
  function ask(type, detail) {
    if (!embedded) return Promise.reject(new Error("App Bridge: this page is not inside the admin."));
    lastRequest += 1;
    const request = lastRequest;
    return new Promise((resolve, reject) => {
      waiting.set(request, { resolve, reject });
      tell(type, { ...detail, request });
    });
  }

  function on(type, listener) {
    listeners.set(type, listener);
  }

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== adminOrigin || !event.data || !event.data.devstore)
      return;
    const { type, request, error, value } = event.data;
    if (type === "answer") {
      const call = waiting.get(request);
      waiting.delete(request);
      if (call && error) call.reject(new Error(error));
      else if (call) call.resolve(value);
      return;
    }
    const listener = listeners.get(type);
    if (listener) listener(event.data);
  });

  // Session tokens ----------------------------------------------------------------------------------------------------

  let token = null;

  /** A session token; it lives a minute, so one is kept for less than that. */
  async function idToken() {
    if (token && token.until > Date.now()) return token.value;
    const value = await ask("id-token");
    token = { value, until: Date.now() + 50_000 };
    return value;
  }

  const plainFetch = window.fetch.bind(window);

  /** Requests to the app's own origin carry a session token, as they do under App Bridge. */
  window.fetch = async function fetchWithToken(input, init) {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (!embedded || url.origin !== location.origin) return plainFetch(input, init);
    const request = new Request(input, init);
    if (request.headers.has("Authorization")) return plainFetch(request);
    const again = request.clone();
    const response = await plainFetch(await authorized(request));
    if (response.status === 401 && response.headers.get("X-Shopify-Retry-Invalid-Session-Request")) {
      token = null;
      return plainFetch(await authorized(again));
    }
    const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
    if (elsewhere) open(elsewhere, "_top");
    return response;
  };

  async function authorized(request) {
    const headers = new Headers(request.headers);
    headers.set("Authorization", `Bearer ${await idToken()}`);
    headers.set("X-Requested-With", "XMLHttpRequest");
    if (!headers.has("Accept-Language")) headers.set("Accept-Language", config.locale);
    return new Request(request, { headers });
  }

  // Getting around ----------------------------------------------------------------------------------------------------

  const plainOpen = window.open.bind(window);

  /** The address on the admin page that an address stands for, or null when it is not the admin's business. */
  function adminTarget(url, target) {
    const text = String(url);
    const within = /^shopify:\/*admin(\/.*)?$/i.exec(text);
    if (within) return { path: within[1] || "/" };
    const absolute = new URL(text, location.href);
    const inAdmin = /^\/store\/[^/]+(\/.*)?$/.exec(absolute.pathname);
    if (absolute.origin === "https://admin.shopify.com" && inAdmin)
      return { path: (inAdmin[1] || "/") + absolute.search };
    const leavesFrame = target === "_top" || target === "_parent";
    if (leavesFrame && absolute.origin === location.origin)
      return { app: absolute.pathname + absolute.search };
    if (leavesFrame) return { external: absolute.href };
    return null;
  }

  window.open = function openFromFrame(url, target, features) {
    const goal = embedded && url ? adminTarget(url, target) : null;
    if (!goal) return plainOpen(url, target, features);
    tell("open", { ...goal, newTab: target === "_blank" });
    return null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || !embedded) return;
    const target = event.metaKey || event.ctrlKey ? "_blank" : link.target;
    const goal = adminTarget(link.href, target);
    if (!goal) return;
    event.preventDefault();
    tell("open", { ...goal, newTab: target === "_blank" });
  });

  const OWN = [
    "embedded",
    "hmac",
    "host",
    "id_token",
    "locale",
    "session",
    "shop",
    "timestamp",
    "shopify-reload",
  ];

  let reported = null;

  /** Tells the admin page where the app is, so that its address can be copied, reloaded and shared. */
  function reportLocation() {
    const url = new URL(location.href);
    for (const name of OWN) url.searchParams.delete(name);
    const now = { path: url.pathname + url.search + url.hash, title: document.title };
    if (reported && reported.path === now.path && reported.title === now.title) return;
    reported = now;
    tell("location", now);
  }

  for (const method of ["pushState", "replaceState"]) {
    const plain = history[method].bind(history);
    history[method] = (...values) => {
      plain(...values);
      reportLocation();
    };
  }
  window.addEventListener("popstate", reportLocation);

  // Remix's AppProvider listens for this event; without a listener the link is clicked as a person would click it.
  let navigatesItself = false;
  const plainListen = window.addEventListener.bind(window);
  window.addEventListener = (type, ...rest) => {
    if (type === "shopify:navigate") navigatesItself = true;
    plainListen(type, ...rest);
  };

  function follow(link) {
    const href = link.getAttribute("href");
    if (navigatesItself) link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
    else if (
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }))
    ) {
      // Nobody took the click: the frame is loaded anew, with Shopify's parameters.
      tell("open", { app: href });
    }
  }

  // The global --------------------------------------------------------------------------------------------------------

  const toasts = new Map();
  let lastToast = 0;
  on("toast-action", ({ id }) => toasts.get(id)?.onAction?.());
  on("toast-dismiss", ({ id }) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  });

  const element = (id, name) => {
    const found = document.getElementById(id);
    if (!found || found.localName !== name)
      throw new Error(`App Bridge: there is no ${name} with the id "${id}".`);
    return found;
  };
  const byId = (name) => ({
    show: async (id) => element(id, name).show(),
    hide: async (id) => element(id, name).hide(),
    toggle: async (id) => element(id, name).toggle(),
  });

  window.shopify = {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { mobile: window.innerWidth < 600, embedded, pos: false, intent: false },
    idToken,
    loading: (on) => tell("loading", { on: on !== false }),
    user: () => ask("user"),
    scopes: { query: () => ask("scopes") },
    app: { extensions: () => ask("extensions") },
    toast: {
      show(message, options = {}) {
        lastToast += 1;
        const id = String(lastToast);
        toasts.set(id, options);
        tell("toast", {
          id,
          message: String(message),
          isError: Boolean(options.isError),
          duration: options.duration || 5000,
          action: options.action || "",
        });
        return id;
      },
      hide: (id) => tell("toast-hide", { id }),
    },
    modal: byId("ui-modal"),
    saveBar: {
      ...byId("ui-save-bar"),
      /** Resolves when it is fine to leave; stays pending when the person wants to stay. */
      async leaveConfirmation() {
        if (!document.querySelector("ui-save-bar[data-showing]")) return;
        if (!(await ask("leave"))) await new Promise(() => {});
      },
    },
  };

  window[Symbol.for("devstore.app-bridge")] = { tell, on, follow };

  // Start -------------------------------------------------------------------------------------------------------------

  const reload = new URLSearchParams(location.search).get("shopify-reload");
  if (reload && embedded) void bounce(reload);
  else if (!embedded && config.shop) leaveForAdmin();
  else {
    reportLocation();
    document.addEventListener("DOMContentLoaded", () => {
      reportLocation();
      tell("loading", { on: false });
      // A framework may put a new title element in place of the old one.
      const watched = { childList: true, subtree: true, characterData: true };
      new MutationObserver(reportLocation).observe(document.head, watched);
    });
  }

  /** The library's bounce page: it has no token yet, so the target is loaded again with a fresh one. Never another origin. */
  async function bounce(address) {
    const target = new URL(address, location.href);
    if (target.origin !== location.origin) return;
    token = null;
    target.searchParams.set("id_token", await idToken());
    target.searchParams.set("embedded", "1");
    location.replace(target.href);
  }

  /** An embedded app opened in a tab of its own belongs into the admin. */
  function leaveForAdmin() {
    const handle = config.shop.replace(/\.myshopify\.com$/, "");
    const query = new URLSearchParams(location.search);
    for (const name of OWN) query.delete(name);
    const rest = query.size > 0 ? `?${query}` : "";
    location.replace(`${adminOrigin}/store/${handle}/apps/${config.apiKey}${location.pathname}${rest}`);
  }
})();
