import type { ShownRating } from "#app/desk/shopper-shapes.ts";
import { dateFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

export const ratingWords = (say: Say, { rating, scale, good }: ShownRating): string =>
  scale === 2
    ? say("conversation.shopper.ratedOfTwo", { good: String(good) })
    : say("conversation.shopper.rated", { rating });

/** "March 2024" */
export const monthLabel = (say: Say, at: string, zone: string | null): string =>
  dateFormat(say, { month: "long", year: "numeric", timeZone: zone ?? "UTC" }).format(new Date(at));
