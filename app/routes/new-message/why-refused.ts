import type { Begun } from "#app/care/draft/message/begin-message.server.ts";
import type { WordKey } from "#app/words/say.ts";

const WHY = {
  empty: "outgoing.new.why.empty",
  address: "outgoing.new.why.address",
  suppressed: "outgoing.new.why.suppressed",
  erased: "outgoing.new.why.erased",
  unknown_order: "outgoing.new.why.unknown_order",
  other_address: "outgoing.new.why.other_address",
} as const satisfies Record<Extract<Begun, { outcome: "refused" }>["why"], WordKey>;

/** Why a message cannot be begun like this. */
export const whyRefused = ({ why }: Extract<Begun, { outcome: "refused" }>): WordKey => WHY[why];
