/** App Bridge's elements. They draw nothing in the app's page: the admin page shows them, except a modal, which is a dialog here. */
(() => {
  const { tell, on, follow } = window[Symbol.for("devstore.app-bridge")];
  let lastKey = 0;
  const parts = new Map();

  /** A name by which the admin page can mean this button or link. */
  function keyOf(part) {
    if (!part.devstoreKey) {
      lastKey += 1;
      part.devstoreKey = String(lastKey);
    }
    parts.set(part.devstoreKey, part);
    return part.devstoreKey;
  }

  function describe(part) {
    return {
      key: keyOf(part),
      label: part.textContent.trim() || part.getAttribute("aria-label") || "",
      variant: part.getAttribute("variant") || "",
      tone: part.getAttribute("tone") || "",
      disabled: part.hasAttribute("disabled"),
      loading: part.hasAttribute("loading") && part.getAttribute("loading") !== "false",
    };
  }

  on("press", ({ key }) => {
    const part = parts.get(key);
    if (part && part.isConnected) part.click();
  });

  /** Calls back now and whenever the element or what is in it changes, once per turn. */
  function watch(host, changed) {
    let due = false;
    const soon = () => {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        if (host.isConnected) changed();
      });
    };
    const observer = new MutationObserver(soon);
    observer.observe(host, { subtree: true, childList: true, characterData: true, attributes: true });
    soon();
    return observer;
  }

  class NavMenu extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      this.observer = watch(this, () => {
        const links = [...this.querySelectorAll("[href]")].filter(
          (link) => link.getAttribute("rel") !== "home",
        );
        tell("nav", {
          items: links.map((link) => ({
            key: keyOf(link),
            label: link.textContent.trim(),
            href: link.getAttribute("href"),
          })),
        });
      });
    }
    disconnectedCallback() {
      this.observer.disconnect();
      tell("nav", { items: [] });
    }
  }
  on("navigate", ({ key }) => {
    const link = parts.get(key);
    if (link) follow(link);
  });

  class TitleBar extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      if (this.closest("ui-modal")) return;
      this.observer = watch(this, () => {
        const actions = [...this.querySelectorAll("button, a")].map(describe);
        tell("title-bar", { title: this.getAttribute("title") || "", actions });
      });
    }
    disconnectedCallback() {
      if (!this.observer) return;
      this.observer.disconnect();
      tell("title-bar", { title: "", actions: [] });
    }
  }

  class SaveBar extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      this.observer = watch(this, () => this.showing && this.report());
    }
    disconnectedCallback() {
      this.observer.disconnect();
      void this.hide();
    }
    get showing() {
      return this.hasAttribute("data-showing");
    }
    get discardConfirmation() {
      return this.hasAttribute("discardconfirmation");
    }
    set discardConfirmation(value) {
      this.toggleAttribute("discardconfirmation", Boolean(value));
    }
    report() {
      const buttons = [...this.querySelectorAll("button")].map(describe);
      tell("save-bar", { on: true, buttons, discardConfirmation: this.discardConfirmation });
    }
    async show() {
      if (this.showing) return;
      this.setAttribute("data-showing", "");
      this.report();
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (!this.showing) return;
      this.removeAttribute("data-showing");
      tell("save-bar", { on: false });
      this.dispatchEvent(new Event("hide"));
    }
    async toggle() {
      return this.showing ? this.hide() : this.show();
    }
  }

  const WIDTHS = { small: "24rem", base: "38rem", large: "60rem", max: "calc(100vw - 2rem)" };

  class Modal extends HTMLElement {
    constructor() {
      super();
      this.dialog = document.createElement("dialog");
      this.content = document.createElement("div");
      this.heading = document.createElement("h2");
      this.footer = document.createElement("div");
      this.dialog.append(this.heading, this.content, this.footer);
      this.dialog.addEventListener("close", () => this.dispatchEvent(new Event("hide")));
    }
    connectedCallback() {
      this.style.display = "none";
      this.heading.style.cssText =
        "margin:0;padding:1rem 1.25rem;font-size:1rem;border-bottom:1px solid #d8dade";
      this.content.style.cssText = "overflow:auto;max-height:70dvh";
      this.footer.style.cssText =
        "display:flex;gap:.5rem;justify-content:flex-end;flex-wrap:wrap;padding:.75rem 1.25rem;border-top:1px solid #d8dade";
      document.body.append(this.dialog);
      this.observer = watch(this, () => this.draw());
    }
    disconnectedCallback() {
      this.observer.disconnect();
      this.dialog.remove();
    }
    get variant() {
      return this.getAttribute("variant") || "base";
    }
    set variant(value) {
      this.setAttribute("variant", value);
    }
    get src() {
      return this.getAttribute("src") || "";
    }
    set src(value) {
      this.setAttribute("src", value);
    }
    get contentWindow() {
      const frame = this.content.querySelector("iframe");
      return frame ? frame.contentWindow : null;
    }
    draw() {
      const bar = this.querySelector("ui-title-bar");
      this.heading.textContent = (bar && bar.getAttribute("title")) || "";
      this.dialog.setAttribute("aria-label", this.heading.textContent || "Dialog");
      this.dialog.style.cssText = `padding:0;border:0;border-radius:12px;width:min(${WIDTHS[this.variant] || WIDTHS.base},calc(100vw - 2rem));box-shadow:0 8px 40px rgb(0 0 0/30%)`;
      const actions = bar ? [...bar.querySelectorAll("button, a")] : [];
      const primary = (part) => Number(part.getAttribute("variant") === "primary");
      this.footer.replaceChildren(...actions.sort((a, b) => primary(a) - primary(b)).map(standIn));
      this.footer.hidden = this.footer.childElementCount === 0;
    }
    async show() {
      if (this.dialog.open || !this.isConnected) return;
      this.draw();
      if (this.src) {
        const frame = document.createElement("iframe");
        frame.src = this.src;
        frame.title = this.heading.textContent || "Dialog";
        frame.style.cssText = "width:100%;height:60dvh;border:0;display:block";
        this.content.replaceChildren(frame);
      } else if (this.content.childNodes.length === 0) {
        // Plain HTML use: what is written between the tags is the content. React puts its own there through a portal.
        for (const child of [...this.children]) {
          if (child.localName !== "ui-title-bar" && child.childNodes.length > 0) this.content.append(child);
        }
      }
      this.dialog.showModal();
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (this.dialog.open) this.dialog.close();
    }
    async toggle() {
      return this.dialog.open ? this.hide() : this.show();
    }
  }

  /** A button in the modal's footer that presses the hidden one the app declared. */
  function standIn(part) {
    const { label, variant, tone, disabled, loading } = describe(part);
    const button = document.createElement("button");
    const filled = variant === "primary";
    const color = tone === "critical" ? "#a3231b" : "#1f2124";
    button.type = "button";
    button.textContent = label;
    button.disabled = disabled || loading;
    button.style.cssText = `font:inherit;min-height:36px;padding:.3rem .9rem;border-radius:8px;border:1px solid ${filled ? color : "#8a8f96"};background:${filled ? color : "#fff"};color:${filled ? "#fff" : color};cursor:pointer`;
    button.addEventListener("click", () => part.click());
    return button;
  }

  customElements.define("ui-nav-menu", class extends NavMenu {});
  customElements.define("s-app-nav", class extends NavMenu {});
  customElements.define("ui-title-bar", TitleBar);
  customElements.define("ui-save-bar", SaveBar);
  customElements.define("ui-modal", Modal);
})();
