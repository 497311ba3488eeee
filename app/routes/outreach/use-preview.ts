import type { OutreachPreview as Preview } from "#app/care/decide/preview.server.ts";
import { useAsTyped } from "#app/components/use-as-typed.ts";
import type { Fields } from "./fields.ts";

export type LivePreview = {
  /** `counted`: of these very settings. `lost`: nobody answered, and it is asked again. `wrong`: a field holds no valid value. */
  state: "counting" | "counted" | "lost" | "wrong";
  /** What was counted last; null before the first answer. */
  preview: Preview | null;
};

const STATES = { asking: "counting", answered: "counted", lost: "lost", wrong: "wrong" } as const;

/** What these settings would have found and written last month, asked for again when one of them changes. */
export function usePreview(fields: Fields): LivePreview {
  const { state, last } = useAsTyped<Preview>(
    "/settings/outreach/preview",
    JSON.stringify(countedOf(fields)),
  );
  return { state: STATES[state], preview: last };
}

/** What is held out by chance changes no count: switching it on asks nothing. */
const countedOf = ({ holdOut: _holdOut, share: _share, ...counted }: Fields) => ({
  ...counted,
  holdOut: false,
  share: "10",
});
