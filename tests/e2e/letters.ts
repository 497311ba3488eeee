import type { FrameLocator } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo } from "./desk.ts";

type Letter = {
  from: { name: string; email: string };
  subject: string;
  text: string;
  parts?: string[];
  before?: string;
};

/** A mail with files; answers its Message-ID. */
export async function write({ from, subject, text, parts = [], before }: Letter): Promise<string> {
  const id = `<${crypto.randomUUID()}@shopper.example>`;
  const word = (plain: string) => `=?utf-8?B?${Buffer.from(plain).toString("base64")}?=`;
  const answer = await client.mail(
    [
      `From: ${word(from.name)} <${from.email}>`,
      `To: ${demo.inboundAddress}`,
      `Subject: ${word(subject)}`,
      `Message-ID: ${id}`,
      ...(before ? [`In-Reply-To: ${before}`, `References: ${before}`] : []),
      `Date: ${new Date().toUTCString()}`,
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=part",
      "",
      "--part",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(text).toString("base64"),
      ...parts,
      "--part--",
      "",
    ].join("\n"),
  );
  expect(answer.status).toBe(202);
  return id;
}

export const file = (type: string, name: string, content: string) => [
  "--part",
  `Content-Type: ${type}`,
  `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  "Content-Transfer-Encoding: base64",
  "",
  ...(content.match(/.{1,76}/gu) ?? []),
];

export type Found = {
  id: string;
  messages: unknown[];
  reading: unknown;
  orders: { fulfillments: { events: unknown[] }[] }[];
};

export async function conversation(subject: string, ready: (found: Found) => boolean): Promise<Found> {
  return eventually(async () => {
    const answer = await client.api("conversations?limit=50");
    const { items } = (await answer.json()) as { items: { id: string; subject: string }[] };
    const id = items.find((item) => item.subject === subject)?.id;
    const found = id ? ((await (await client.api(`conversations/${id}`)).json()) as Found) : null;
    return found && ready(found) ? found : null;
  }, 40);
}

/** Nothing sticks out at the side. */
export const expectNarrow = async (screen: FrameLocator) =>
  expect(
    await screen
      .locator("body")
      .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.clientWidth),
  ).toBeLessThanOrEqual(0);

/** Somebody the shop does not know. */
export const stranger = () => ({
  name: "Ida Fenwick",
  email: `ida.${crypto.randomUUID().slice(0, 8)}@example.com`,
});
