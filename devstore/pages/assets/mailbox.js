// Keeps the mailbox current without touching what is being typed, and gives HTML mail the height it needs.
(() => {
  const EVERY_MS = 3000;

  function fit(frame) {
    const size = () => {
      const page = frame.contentDocument && frame.contentDocument.documentElement;
      if (!page) return;
      // A document is never reported lower than its frame: the frame shrinks first.
      frame.style.height = "0";
      frame.style.height = `${page.scrollHeight + 4}px`;
    };
    frame.addEventListener("load", size);
    size();
  }

  async function refresh() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!next || next.innerHTML === part.dataset.seen) continue;
      // Replacing a list would take the focus from the link in it: it waits until the focus is elsewhere.
      if (part.contains(document.activeElement)) continue;
      part.dataset.seen = next.innerHTML;
      part.replaceChildren(...next.childNodes);
      part.querySelectorAll("[data-html]").forEach(fit);
    }
  }

  for (const part of document.querySelectorAll("[data-live]")) part.dataset.seen = part.innerHTML;
  document.querySelectorAll("[data-html]").forEach(fit);
  const reply = document.querySelector("[data-reply]");
  if (reply) {
    reply.addEventListener("submit", () => {
      reply.querySelector("button").disabled = true;
    });
  }
  // A page that was sent as the answer to a form is not asked for again: its address belongs to the form.
  if (!location.pathname.endsWith("/replies")) {
    setInterval(() => {
      if (document.visibilityState === "visible") refresh().catch(() => undefined);
    }, EVERY_MS);
  }
})();
