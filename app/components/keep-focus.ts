/** Where something stood that was taken out. */
type Gap = { parent: Node; after: Node | null; before: Node | null };

/** What takes the focus by itself when it comes does so by then. */
const FRAMES = 2;
/** So far out is looked for what is near it; beyond that the screen's title is the better place. */
const MOST_OUT = 4;
const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";
/** What cannot be undone is not put under a key that may still be held. */
const GRAVE = ".Polaris-Button--toneCritical";

/**
 * What has the focus may go away with what was pressed, or be disabled while something is sent. The document has it then, and who works
 * by keys or by ear is at the top of the page: it goes to what came in its place, to what is nearest, or back once that can be pressed
 * again. What takes the focus itself has it first. `otherwise`: where nothing is near. Answers how to end that.
 */
export function keepFocus(otherwise: () => void): () => void {
  let last: HTMLElement | null = null;
  let gap: Gap | null = null;
  let frame = 0;
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof HTMLElement && target !== document.body ? target : null;
    gap = null;
  };
  /** Pressed elsewhere, it was left on purpose. */
  const leave = ({ target }: PointerEvent) => {
    if (target instanceof Node && !last?.contains(target)) last = null;
  };
  const settle = () => {
    if (!last || !isLost()) return;
    if (last.isConnected) {
      if (!last.matches(":disabled")) last.focus({ preventScroll: true });
    } else if (!focusNear(gap)) otherwise();
  };
  const changed = (records: MutationRecord[]) => {
    if (!last || !isLost()) return;
    gap = gapOf(records, last) ?? gap;
    cancelAnimationFrame(frame);
    frame = afterFrames(FRAMES, settle, (id) => {
      frame = id;
    });
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", remember);
  document.addEventListener("pointerdown", leave, true);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    document.removeEventListener("focusin", remember);
    document.removeEventListener("pointerdown", leave, true);
  };
}

/** The admin around the app keeps the focus that it has. */
const isLost = () => document.hasFocus() && document.activeElement === document.body;

function afterFrames(count: number, act: () => void, onFrame: (id: number) => void): number {
  return requestAnimationFrame(() => {
    if (count > 1) onFrame(afterFrames(count - 1, act, onFrame));
    else act();
  });
}

function gapOf(records: readonly MutationRecord[], lost: Node): Gap | null {
  const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
  return (
    (record && { parent: record.target, after: record.previousSibling, before: record.nextSibling }) || null
  );
}

function focusNear(from: Gap | null): boolean {
  let gap = from;
  for (let out = 0; gap?.parent.isConnected && out < MOST_OUT; out += 1) {
    for (const node of around(gap)) {
      const found = firstIn(node);
      if (!found) continue;
      found.focus({ preventScroll: true });
      found.scrollIntoView({ block: "nearest" });
      return true;
    }
    const { parent } = gap;
    gap = parent.parentNode && {
      parent: parent.parentNode,
      after: parent.previousSibling,
      before: parent.nextSibling,
    };
  }
  return false;
}

/** What came into the gap, then what stands behind it and before it, the nearest first. */
function around({ parent, after, before }: Gap): Node[] {
  const children: Node[] = [...parent.childNodes];
  const start = after ? children.indexOf(after) + 1 : 0;
  const at = before ? children.indexOf(before) : -1;
  const end = at < 0 ? children.length : at;
  return [...children.slice(start, end), ...children.slice(end), ...children.slice(0, start).toReversed()];
}

function firstIn(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  const within = [...node.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const all = (node.matches(FOCUSABLE) ? [node, ...within] : within).filter((one) => one.checkVisibility());
  return all.find((one) => !one.matches(GRAVE)) ?? all[0] ?? null;
}
