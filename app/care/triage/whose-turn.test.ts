import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastLoaded, nextInTurn, present, turnAfter, type Candidate } from "./whose-turn.ts";

const people = ["ana", "ben", "cleo", "dov"];
const team = (away: string[] = []): Candidate[] => people.map((id) => ({ id, away: away.includes(id) }));

/** Who gets conversations one after the other, with who is away at each of them. */
function given(rounds: readonly string[][], among: readonly string[] = []): (string | null)[] {
  const turns = new Map<string, bigint>();
  return rounds.map((away) => {
    const id = nextInTurn(present(team(away), among), turns);
    if (id !== null) turns.set(id, turnAfter(turns));
    return id;
  });
}

describe("whose turn it is", () => {
  it("is one after the other, in the team's order", () => {
    expect(given(Array.from({ length: 6 }, () => []))).toEqual(["ana", "ben", "cleo", "dov", "ana", "ben"]);
    expect(given([[], [], []], ["dov", "ben"])).toEqual(["ben", "dov", "ben"]);
  });

  it("is nobody's who is away or left, and nobody's where nobody is there", () => {
    expect(given([["ana"], ["ana"]])).toEqual(["ben", "cleo"]);
    expect(given([people])).toEqual([null]);
    expect(given([[]], ["somebody who left"])).toEqual([null]);
  });

  it("comes once to who comes back, who is not made up for", () => {
    const rounds = [...Array.from({ length: 6 }, () => ["ana"]), [], [], [], []];
    expect(given(rounds).slice(6)).toEqual(["ana", "ben", "cleo", "dov"]);
  });

  it("gives everybody as much as everybody else, whoever is asked how often", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.subarray(people, { minLength: 1 }), (count, among) => {
        const got = given(
          Array.from({ length: count }, () => []),
          among,
        );
        const shares = among.map((id) => got.filter((one) => one === id).length);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(count);
      }),
    );
  });

  it("never passes over anybody who is there for longer than once round, whoever comes and goes", () => {
    const away = fc.subarray(people, { maxLength: people.length - 1 });
    fc.assert(
      fc.property(fc.array(away, { minLength: 1, maxLength: 60 }), (rounds) => {
        const got = given(rounds);
        for (const id of people) {
          let passed = 0;
          for (const [round, awayThen] of rounds.entries()) {
            if (awayThen.includes(id)) continue;
            passed = got[round] === id ? 0 : passed + 1;
            expect(passed).toBeLessThan(people.length);
          }
        }
      }),
    );
  });
});

describe("who has the fewest", () => {
  const least = (loads: Record<string, number>, turns: Record<string, bigint> = {}) =>
    leastLoaded(people, { loads: new Map(Object.entries(loads)), turns: new Map(Object.entries(turns)) });

  it("gets the next; of several, whose turn it is", () => {
    expect(least({ ana: 3, ben: 1, cleo: 2, dov: 1 })).toBe("ben");
    expect(least({ ana: 3, ben: 1, cleo: 2, dov: 1 }, { ben: 2n, dov: 1n })).toBe("dov");
    expect(least({ ana: 1, ben: 1, cleo: 1 })).toBe("dov");
    expect(leastLoaded([], { loads: new Map(), turns: new Map() })).toBeNull();
  });

  it("ends with everybody as loaded as everybody else, wherever they began", () => {
    const loads = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(loads, (begin) => {
        const now = new Map(people.map((id, n) => [id, begin[n] ?? 0]));
        const turns = new Map<string, bigint>();
        const missing = begin.reduce((sum, load) => sum + (9 - load), 0);
        for (let n = 0; n < missing; n += 1) {
          const id = leastLoaded(people, { loads: now, turns }) ?? "";
          now.set(id, (now.get(id) ?? 0) + 1);
          turns.set(id, turnAfter(turns));
        }
        expect([...now.values()]).toEqual([9, 9, 9, 9]);
      }),
    );
  });
});
