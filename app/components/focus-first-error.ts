/** What is refused may be out of sight: the page is long. `otherwise`: where nothing is marked. */
export function focusFirstError(otherwise = ""): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? (otherwise ? document.querySelector<HTMLElement>(otherwise) : null))?.focus();
  });
}
