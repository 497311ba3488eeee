import { shareOf, type Share } from "./share.ts";

/** What became of drafted replies that somebody decided; what nobody decided, and what a person wrote without a draft, is not counted. */
export type Drafts = {
  asDrafted: Share;
  lightlyEdited: Share;
  rewritten: Share;
  declined: Share;
  /** How many of the edited and declined drafts had a change of this class (care/learn/classify-edit.ts), the most frequent first. */
  changes: { class: string; count: number }[];
  /** Declined in words that no class says, and without a word. */
  otherReason: number;
  noReason: number;
};

/** So many drafts that stand alike; `classes`: what was changed in them, or said of them. */
export type DraftRow = {
  status: string;
  edited: boolean;
  reasoned: boolean;
  classes: string[];
  count: number;
};

/** Rewritten: what was sent is not the draft's any more, or is in another language. */
const ANEW = ["rewritten", "translated"];

export function draftsOf(rows: readonly DraftRow[]): Drafts {
  const count = (fits: (row: DraftRow) => boolean) =>
    rows.filter(fits).reduce((sum, { count: more }) => sum + more, 0);
  const all = count(() => true);
  const isAnew = ({ classes }: DraftRow) => classes.some((one) => ANEW.includes(one));
  const isSent = ({ status }: DraftRow) => status === "sent";
  const declined = (row: DraftRow) => row.status === "declined";
  const known = ({ classes }: DraftRow) => classes.some((one) => one !== "declined");
  const changed = rows.filter((row) => declined(row) || row.edited);
  const classes = new Set(changed.flatMap((row) => row.classes));
  classes.delete("declined");
  return {
    asDrafted: shareOf(
      count((row) => isSent(row) && !row.edited),
      all,
    ),
    lightlyEdited: shareOf(
      count((row) => isSent(row) && row.edited && !isAnew(row)),
      all,
    ),
    rewritten: shareOf(
      count((row) => isSent(row) && row.edited && isAnew(row)),
      all,
    ),
    declined: shareOf(count(declined), all),
    changes: [...classes]
      .map((one) => ({
        class: one,
        count: count((row) => changed.includes(row) && row.classes.includes(one)),
      }))
      .toSorted((a, b) => b.count - a.count || (a.class < b.class ? -1 : 1)),
    otherReason: count((row) => declined(row) && row.reasoned && !known(row)),
    noReason: count((row) => declined(row) && !row.reasoned),
  };
}
