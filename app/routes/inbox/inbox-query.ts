import { keepingMatters } from "#app/desk/keeping-matters.ts";
import { careEmotions, intents } from "#app/care/understand/reading.ts";

/** The inbox's views: a name in the address, its words, and what it asks of the list. */
export const VIEWS = [
  { id: "all", label: "All" },
  { id: "drafts", label: "Drafts to review" },
  { id: "unsure", label: "Unsure" },
  { id: "open", label: "Open" },
  { id: "waiting", label: "Waiting on shopper" },
  { id: "closed", label: "Closed" },
  { id: "uncertain", label: "Delivery uncertain" },
  { id: "failed", label: "Not sent" },
  { id: "due", label: "Promises due" },
  { id: "broken", label: "Promises broken" },
  { id: "false", label: "To correct" },
] as const;
export type ViewId = (typeof VIEWS)[number]["id"];

const STATUS_VIEWS = ["open", "waiting", "closed"] as const;

/** Reads the inbox's address. What it does not know it leaves out: a bookmarked link never breaks the page. */
export function readInboxQuery(params: URLSearchParams) {
  const view = params.get("view") ?? "all";
  const emotion = careEmotions.find((one) => one === params.get("emotion"));
  const intent = intents.find((one) => one === params.get("intent"));
  return {
    status: STATUS_VIEWS.find((one) => one === view),
    unsure: view === "unsure" ? true : undefined,
    draft: view === "drafts" ? ("waiting" as const) : undefined,
    delivery: view === "uncertain" || view === "failed" ? (view as "uncertain" | "failed") : undefined,
    keeping: keepingMatters.find((one) => one === view),
    emotion,
    intent,
    q: params.get("q")?.trim() || undefined,
    cursor: params.get("cursor") ?? undefined,
    limit: 25,
  };
}
