import { expect, it } from "vitest";
import { messagesInRun } from "#app/care/draft/messages-in-run.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

type Given = { direction?: "in" | "out"; automatic?: boolean; proof?: IdentityProof; from?: string };
const message = (id: string, given: Given = {}) => ({
  id,
  direction: given.direction ?? ("in" as const),
  automatic: given.automatic ?? false,
  proof: given.proof ?? ("address_match" as const),
  content: { from: { address: given.from ?? "Eva@shopper.example" } },
});
function run(...messages: ReturnType<typeof message>[]): string[] {
  const newest = messages.at(-1);
  return newest ? messagesInRun(messages, newest).map(({ id }) => id) : [];
}

it("is what the same person wrote since our last reply, automatic mail left out", () => {
  expect(
    run(
      message("before"),
      message("reply", { direction: "out" }),
      message("first"),
      message("away", { automatic: true }),
      message("other", { from: "bo@shopper.example" }),
      message("newest", { from: "eva@shopper.example" }),
    ),
  ).toEqual(["first", "newest"]);
});

it("takes nothing from a message whose sender was not shown, where this one's was", () => {
  const forged = message("forged", { proof: "none" });
  expect(run(forged, message("newest"))).toEqual(["newest"]);
  expect(run(forged, message("newest", { proof: "none" }))).toEqual(["forged", "newest"]);
  expect(run(message("first"), message("newest", { proof: "verified_mail" }))).toEqual(["first", "newest"]);
});

it("does not grow without end", () => {
  const many = Array.from({ length: 30 }, (_, at) => message(`m${at}`));
  expect(run(...many)).toHaveLength(20);
  expect(run(...many).at(-1)).toBe("m29");
});
