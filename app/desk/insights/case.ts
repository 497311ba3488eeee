/** How a message was felt, as it was read or set right; `emotion` is null once it is kept no more, or where it was never kept. */
export type Felt = { emotion: string | null; unsure: boolean };

/** What is counted of one conversation: no names, no words, nobody of the team. */
export type Case = {
  id: string;
  intent: string | null;
  /** What the feeling of the shopper's first message was about. */
  about: string | null;
  /** When the shopper wrote first; null where only we did. */
  wroteAt: Date | null;
  /** The conversation began with a message of ours. */
  begunByUs: boolean;
  /** Our first message after the shopper's first; what leaves by itself is none. */
  answeredAt: Date | null;
  /** When it was closed last; null while it is not. */
  closedAt: Date | null;
  first: Felt | null;
  /** Of the newest message, where the shopper wrote again after a reply of ours. */
  last: Felt | null;
  /** What was ordered, and who carried it, in the order it is most about. */
  products: string[];
  carriers: string[];
};

/** The conversations that are looked at. */
export type Looked = { shopId: string; ids: readonly string[]; now: Date };

/** A stretch of time; `end` is not in it. */
export type During = { shopId: string; start: Date; end: Date };
