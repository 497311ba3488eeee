import { expect, it } from "vitest";
import { agreement, agreementTable } from "./agreement.ts";

it("counts agreement beyond chance", () => {
  const pairs = [
    ...Array.from({ length: 20 }, (): [string, string] => ["yes", "yes"]),
    ...Array.from({ length: 5 }, (): [string, string] => ["yes", "no"]),
    ...Array.from({ length: 10 }, (): [string, string] => ["no", "yes"]),
    ...Array.from({ length: 15 }, (): [string, string] => ["no", "no"]),
  ];
  const { share, kappa } = agreement(pairs);
  expect(share).toBeCloseTo(0.7);
  expect(kappa).toBeCloseTo(0.4);
});

it("tells what tests/evals/README.md records", () => {
  const values = Object.fromEntries(agreementTable().map(({ name, value }) => [name, value]));
  expect(values["care-300 labels: Cohen's kappa, intent"]).toBe("0.978");
  expect(values["care-300 labels: Cohen's kappa, emotion"]).toBe("0.938");
});
