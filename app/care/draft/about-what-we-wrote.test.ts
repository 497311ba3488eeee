import { expect, it } from "vitest";
import { aboutWhatWeWrote } from "#app/care/draft/about-what-we-wrote.ts";

const FAILED = { kind: "delivery_failed" } as const;

it("takes an answer that names no matter for one about what we wrote", () => {
  const unclear = { intent: "other", intentConfidence: 0.9 } as const;
  expect(aboutWhatWeWrote(unclear, FAILED)).toMatchObject({ intent: "delivery_problem" });
  expect(aboutWhatWeWrote({ intent: "payment", intentConfidence: 0.2 }, FAILED).intent).toBe(
    "delivery_problem",
  );
  expect(aboutWhatWeWrote(unclear, undefined)).toBe(unclear);
});

it("leaves what names its own matter, and thanks", () => {
  for (const intent of ["cancel", "praise", "product_question"] as const) {
    const reading = { intent, intentConfidence: 0.9 };
    expect(aboutWhatWeWrote(reading, FAILED)).toBe(reading);
  }
  const thanks = { intent: "praise", intentConfidence: 0.2 } as const;
  expect(aboutWhatWeWrote(thanks, FAILED)).toBe(thanks);
});
