/** Who may get a conversation by themselves: in the team, and not away. In the team's order. */
export type Candidate = { id: string; away: boolean };

/** When each person last got a conversation by a rule: a number that grows; who is not in it never did. */
export type Turns = ReadonlyMap<string, bigint>;

/** Those of the team who can be given something now; `among` nobody named, everybody. Who left the team is in neither. */
export function present(team: readonly Candidate[], among: readonly string[]): string[] {
  return team
    .filter(({ id, away }) => !away && (among.length === 0 || among.includes(id)))
    .map(({ id }) => id);
}

/**
 * Whose turn it is: whoever got none for longest. With the same people there every time, that is one after the other; who comes or comes
 * back is next, once, and who is away is not waited for. Null where nobody is there.
 */
export function nextInTurn(people: readonly string[], turns: Turns): string | null {
  return first(people, (id) => [turns.get(id) ?? 0n]);
}

/** Who has the fewest open conversations; of several, whose turn it is. Null where nobody is there. */
export function leastLoaded(
  people: readonly string[],
  { loads, turns }: { loads: ReadonlyMap<string, number>; turns: Turns },
): string | null {
  return first(people, (id) => [BigInt(loads.get(id) ?? 0), turns.get(id) ?? 0n]);
}

/** The turn after all that were. */
export const turnAfter = (turns: Turns): bigint =>
  [...turns.values()].reduce((most, turn) => (turn > most ? turn : most), 0n) + 1n;

function first(people: readonly string[], rank: (id: string) => readonly bigint[]): string | null {
  let best: { id: string; rank: readonly bigint[] } | null = null;
  for (const id of people) {
    const one = { id, rank: rank(id) };
    if (best === null || isBefore(one.rank, best.rank)) best = one;
  }
  return best?.id ?? null;
}

/** Of equals the one named first stays. */
function isBefore(one: readonly bigint[], other: readonly bigint[]): boolean {
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? 0n;
    if (value !== against) return value < against;
  }
  return false;
}
