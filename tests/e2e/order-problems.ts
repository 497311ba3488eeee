import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "#tests/setup/demo-client.ts";
import { client } from "./desk.ts";

type FoundIssue = {
  id: string;
  kind: string;
  status: string;
  incidentId: string | null;
  snoozedUntil: string | null;
  outreach: { state: string } | null;
};
export type Placed = { id: string; name: string; email: string };

export async function saveSettings(change: object): Promise<void> {
  const answer = await client.api("settings", { method: "PUT", body: JSON.stringify(change) });
  expect(answer.status).toBe(200);
}
/** The same time twice: none are. The tests run at any hour. */
export const quietHours = (from: string, to: string) =>
  saveSettings({ outreach: { quietHours: { from, to } } });

/** An order of somebody new, so that no test uses up what another's shopper may be told. */
export async function orderOf(
  firstName: string,
  lastName: string,
  { locale = "en", ...given }: { locale?: string } & Record<string, unknown> = {},
): Promise<Placed> {
  const email = `${crypto.randomUUID().slice(0, 12)}@shopper.example.com`;
  const address = {
    address1: "Uferweg 12",
    city: "Hamburg",
    zip: "20457",
    country: "Germany",
    countryCode: "DE",
  };
  const order = (await client.control("POST", "orders", {
    newCustomer: { firstName, lastName, email, locale, address },
    ...given,
  })) as { id: string; name: string };
  return { ...order, email };
}

/** Of an order, the issue of that kind once there is one, and what `ready` asks of it is so. */
export function issueOf({ id }: Placed, kind: string, ready: (found: FoundIssue) => boolean = () => true) {
  return eventually(async () => {
    const answer = await client.api(`orders/${id}`);
    if (!answer.ok) return null;
    const { issues } = (await answer.json()) as { issues: FoundIssue[] };
    return issues.find((one) => one.kind === kind && ready(one)) ?? null;
  }, 40);
}
export const isWaiting = ({ outreach }: FoundIssue) => outreach?.state === "waiting";

/** A delivery that failed, with a message that waits for a person. */
export async function failedDelivery(firstName = "Noor", lastName = "Haddad") {
  const order = await orderOf(firstName, lastName);
  await client.control("POST", `orders/${order.id}/ship`, {});
  await client.control("POST", `orders/${order.id}/fail-delivery`, {});
  const issue = await issueOf(order, "delivery_failed", isWaiting);
  return { order, issue };
}

/** Nothing of the app's own page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page) {
  const widths = await page
    .frames()[1]
    ?.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths?.[0]).toBe(widths?.[1]);
}

/** What the admin says in passing. */
export const toastOf = (page: Page, words: string) => page.getByText(words).first().waitFor();
