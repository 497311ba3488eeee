import { describe, expect, it } from "vitest";
import { loadModels } from "#app/care/understand/models.server.ts";
import { isLocked } from "../labelled-messages.ts";
import { draftCases } from "./cases.ts";
import { allSentences, identicalShares } from "./identical.ts";
import { draftsToJudge, judgeDrafts } from "./judge-drafts.ts";
import { readVerdicts, standingOf, verdictKey } from "./sendable.ts";

const models = loadModels();
const judged = judgeDrafts(models, "gold");
const locked = draftCases().filter(({ id }) => isLocked(id));

describe("judging drafts", () => {
  it("carries no word of a locked case in anything that can be printed", () => {
    const printable = JSON.stringify([judged, draftsToJudge(models, "dev")]);
    // Told as a count: a failing assertion would print the text it found.
    const found = locked.filter(
      ({ id, text }) =>
        printable.includes(`"${id}"`) || printable.includes(JSON.stringify(text).slice(1, -1)),
    );
    expect(found.length).toBe(0);
    expect(judged.dev.length + judged.locked.length + judged.quiet.length).toBe(200);
  });

  it("supports every claim of the composer and offers nothing infeasible, in either half", () => {
    const verdicts = [...judged.dev.map(({ verdict }) => verdict), ...judged.locked];
    expect(verdicts.filter(({ unsupported }) => unsupported > 0)).toHaveLength(0);
    expect(verdicts.filter(({ infeasible }) => infeasible > 0)).toHaveLength(0);
    expect(verdicts.filter(({ rightLanguage }) => !rightLanguage)).toHaveLength(0);
    expect(verdicts.reduce((sum, { claims }) => sum + claims, 0)).toBeGreaterThan(500);
  });
});

describe("verdicts", () => {
  it("are of known cases, one for each draft that was judged, and quote no locked one", () => {
    const verdicts = readVerdicts();
    const ids = new Set(draftCases().map(({ id }) => id));
    expect(verdicts.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(new Set(verdicts.map(({ key }) => key)).size).toBe(verdicts.length);
    const quoting = verdicts.filter(({ id, reason }) => isLocked(id) && reason.includes('"'));
    expect(quoting.length).toBe(0);
  });

  it("hold for the very words that were judged and no others", () => {
    const key = verdictKey("Where is it?", "On its way.");
    const verdicts = [{ key, id: "a", sendable: true, reason: "Says it." }];
    expect(standingOf(verdicts, { id: "a", key })).toBe("yes");
    expect(standingOf(verdicts, { id: "a", key: verdictKey("Where is it?", "On its way!") })).toBe(
      "outdated",
    );
    expect(standingOf(verdicts, { id: "b", key: verdictKey("Where?", "On its way.") })).toBe("missing");
  });
});

describe("identical sentences", () => {
  it("are those of another case in the same language, word for word", () => {
    const draft = (id: string, language: string, ...sentences: string[]) => ({
      id,
      language,
      sentences,
      text: sentences.join(" "),
    });
    const shares = identicalShares([
      draft("a", "en", "Hello.", "It left.", "It left."),
      draft("b", "en", "Hello.", "It left today."),
      draft("c", "de", "Hello."),
    ]);
    expect([...shares.values()]).toEqual([
      { same: 1, all: 3 },
      { same: 1, all: 2 },
      { same: 0, all: 1 },
    ]);
  });

  it("count what a text says beside its sentences", () => {
    expect(allSentences({ text: "It left.\n\nKind regards\nFernweh", sentences: ["It left."] })).toEqual([
      "It left.",
      "Kind regards",
      "Fernweh",
    ]);
  });
});
