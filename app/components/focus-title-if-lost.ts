/** What had the focus is gone, and nothing else took it: the screen's title does, and is read out. */
export function focusTitleIfLost(): void {
  // The admin around the app keeps the focus that it has.
  if (!document.hasFocus() || document.activeElement !== document.body) return;
  const title = document.querySelector("h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus({ preventScroll: true });
}
