import type { Say } from "#app/words/say.ts";

/** What somebody of the team is called. Empty: Shopify did not say; null: they are in no team that we know. */
export const personName = (say: Say, name: string | null): string =>
  name === null ? say("acting.somebody") : name || say("staff.noName");

/** People to choose from, each by a name: where several have none, they are told apart by how Shopify's number for them ends. */
export function withNames<T extends { id: string; name: string }>(say: Say, people: readonly T[]): T[] {
  const several = people.filter(({ name }) => name === "").length > 1;
  return people.map((one) => {
    if (one.name !== "") return one;
    const name = several ? say("staff.noName.ending", { ending: one.id.slice(-4) }) : personName(say, "");
    return { ...one, name };
  });
}
