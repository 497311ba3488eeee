/** What is refused: a field, or words that speak of several and can be gone to (`data-refused`, with a tabindex). */
const REFUSED = '[aria-invalid="true"], [data-refused]';

/** What is refused may be out of sight: the page is long. The first on the page counts. `otherwise`: where nothing is marked. */
export function focusFirstError(otherwise = ""): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>(REFUSED);
    (wrong ?? (otherwise ? document.querySelector<HTMLElement>(otherwise) : null))?.focus();
  });
}
