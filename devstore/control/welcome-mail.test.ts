import { expect, it } from "vitest";
import { demoShop, seedShop } from "../seed/seed-shop.ts";
import { welcomeMail } from "./welcome-mail.ts";

const now = new Date("2026-11-21T08:00:00Z");
const shop = seedShop({ ...demoShop, now });
const mails = welcomeMail(shop, now);

it("finds a writer with a fitting order for every letter", () => {
  expect(mails).toHaveLength(12);
  expect(new Set(mails.map((mail) => mail.from)).size).toBe(mails.length);
  for (const mail of mails) expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]/);
});

it("names only orders the shop has, and one writer the shop does not know", () => {
  const names = mails.flatMap((mail) => `${mail.subject} ${mail.text}`.match(/#\d+/g) ?? []);
  expect(names.length).toBeGreaterThan(8);
  const known = new Set(shop.orders.map((one) => one.name));
  expect(names.every((name) => known.has(name))).toBe(true);
  const strangers = mails.filter((mail) => !shop.customers.some((one) => one.email === mail.from));
  expect(strangers.map((mail) => mail.from)).toEqual(["someone.else@example.net"]);
});

it("marks the automatic answer as one (RFC 3834)", () => {
  expect(mails.filter((mail) => mail.headers?.["Auto-Submitted"] === "auto-replied")).toHaveLength(1);
});
