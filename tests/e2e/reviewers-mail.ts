import { shopOfItsOwn, type OwnShop } from "./shop-of-its-own.ts";
import type { Walk } from "./walk.ts";

export const LETTERS = {
  asked: "Where is my parcel",
  angry: "Late again",
  kind: "Lovely blanket",
  thanks: "Thank you all",
  news: "Just one question",
} as const;

/** How long a reply can be taken back, in seconds: in no hurry, and then hardly at all. */
export const undoWithin = (shop: OwnShop, undoSeconds: number) =>
  shop.client.api("settings", { method: "PUT", body: JSON.stringify({ desk: { undoSeconds } }) });

/** A shop with a morning's mail, and the reviewer's first conversation drafted. */
export async function morning() {
  const shop = await shopOfItsOwn("Nordlicht Home");
  await shop.install();
  await undoWithin(shop, 20);
  const { order, shopper } = await shop.orderOnItsWay("Hannah", "Okafor");
  await shop.write({ subject: LETTERS.kind, text: "The blanket is lovely, thank you so much!" });
  await shop.write({ subject: LETTERS.thanks, text: "Thank you for the quick help, I am very happy." });
  await shop.write({
    from: { name: "Tom Aguilar", email: "tom.aguilar@shopper.example" },
    subject: LETTERS.angry,
    text: "I am furious. Nobody answers and my parcel is late again!",
  });
  await shop.write({
    from: shopper,
    subject: LETTERS.asked,
    text: `Hello,\n\nwhere is my order ${order.name}?\n\nHannah`,
  });
  for (const subject of [LETTERS.kind, LETTERS.thanks, LETTERS.angry])
    await shop.conversation(subject, ({ reading }) => reading !== null);
  await shop.conversation(LETTERS.asked, ({ draft }) => draft !== null);
  return { shop, shopper, orderName: order.name };
}

export type Morning = Awaited<ReturnType<typeof morning>>;

export const rowOf = ({ screen }: Walk, subject: string) =>
  screen.getByRole("listitem").filter({ has: screen.getByRole("link", { name: subject, exact: true }) });
export const inSubject = ({ screen }: Walk, subject: string) =>
  screen.getByRole("heading", { level: 1, name: subject }).waitFor();

/** The view of all that is open, whatever was looked for. */
export const openAll = ({ hands, screen, say }: Walk) =>
  hands.press(
    screen
      .getByRole("navigation", { name: say("inbox.views") })
      .getByRole("link", { name: new RegExp(`^${say("inbox.view.open")}`, "u") }),
  );
