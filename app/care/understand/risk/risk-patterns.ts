import type { RiskFlag } from "../reading.ts";

/** What one language says that a person must see, in folded text (`fold.ts`); `^` is a line's beginning. */
export type RiskPatterns = Record<RiskFlag, RegExp>;
