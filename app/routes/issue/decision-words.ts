import { zonedTime } from "#app/components/zoned-time.ts";
import type { Say } from "#app/words/say.ts";
import type { ShownOutreach } from "#app/desk/issue-shapes.ts";

type Said = { title: string; summary: string };

/** What came of the rules, above the rules themselves. */
export function decisionInWords(
  say: Say,
  { outreach, status }: { outreach: ShownOutreach | null; status: string },
  zone: string | null,
): Said {
  if (status === "dismissed")
    return { title: "Why no message", summary: "Somebody of your team said that it is no problem." };
  if (!outreach)
    return { title: "Why a message, or why not", summary: "It is being decided whether to write." };
  const { state, reasons, lookAt } = outreach;
  const against = reasons.filter(({ outcome }) => outcome === "refuse").length;
  switch (state) {
    case "refused":
      return {
        title: "Why no message",
        summary: `Nobody is written to: ${say("count.rules", { count: against })} ${against === 1 ? "speaks" : "speak"} against it.`,
      };
    case "held":
      return {
        title: "Why not yet",
        summary: lookAt
          ? `It is decided again ${zonedTime(say, lookAt, zone)}, or when something changes.`
          : "A person has to look first. It is decided again when something changes.",
      };
    case "held_out":
      return {
        title: "Why no message",
        summary: "This shopper is held back by chance, so that you learn whether writing first helps.",
      };
    case "wanted":
      return { title: "Why a message", summary: "It is right to write. A draft is being made." };
    case "waiting":
      return { title: "Why a message", summary: "It is right to write, and a draft waits for you." };
    case "approved":
      return { title: "Why a message", summary: "Somebody of your team approved it." };
    case "sent":
      return { title: "Why a message", summary: "This is what spoke for it when it was decided." };
    case "declined":
      return { title: "Why no message", summary: "Somebody of your team declined the draft." };
    case "snoozed":
      return { title: "Why not yet", summary: "Somebody of your team put it off." };
    case "superseded":
      return { title: "Why no message", summary: "Something newer took its place." };
  }
}
