import { isolated } from "#app/components/labels.ts";
import { withNames } from "#app/components/person-name.ts";
import type { Say } from "#app/words/say.ts";
import type { Person } from "./form-part.ts";

/** The team as choices; who is away is said to be. */
export const personOptions = (say: Say, team: readonly Person[]) =>
  withNames(say, team).map(({ id, name, away }) => ({
    value: id,
    label: away ? say("triage.person.away", { name: isolated(name) }) : name,
  }));
