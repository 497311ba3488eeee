// On a phone the navigation is a drawer.
(() => {
  const button = document.querySelector("[data-drawer]");
  const sidebar = document.querySelector("[data-sidebar]");
  const scrim = document.querySelector("[data-scrim]");

  function set(open) {
    sidebar.toggleAttribute("data-open", open);
    scrim.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) sidebar.querySelector("a").focus();
  }

  button.addEventListener("click", () => set(!sidebar.hasAttribute("data-open")));
  scrim.addEventListener("click", () => set(false));
  sidebar.addEventListener("click", (event) => {
    if (!event.target.closest("a") || !sidebar.hasAttribute("data-open")) return;
    set(false);
    // A link of the app stays on this page: what had the focus is folded away.
    button.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !sidebar.hasAttribute("data-open")) return;
    set(false);
    button.focus();
  });
})();
