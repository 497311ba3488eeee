import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import type { Change } from "#app/care/triage/change-of.ts";
import { forShop } from "#app/db.server.ts";
import { readAddress } from "#app/desk/inbox/read-address.ts";
import { showInbox } from "#app/desk/inbox/show-inbox.server.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

/** Who looks. */
export const ME = "42";

type Made = Awaited<ReturnType<typeof makeShop>>;

/** What the team sees of a shop, and does to its conversations. */
export function deskOf({ shop, keys }: Made, now = () => new Date()) {
  const inShop = forShop(shop.id);
  const inbox = (query: string) =>
    showInbox({ inShop, keys, now }, { address: readAddress(new URLSearchParams(query), ME), me: ME });
  return {
    inShop,
    inbox,
    ids: async (query: string) => (await inbox(query)).items.map(({ id }) => id),
    row: async (id: string) => (await inbox("view=all")).items.find((item) => item.id === id),
    change: (id: string, change: Change, at = now()) =>
      inShop((tx) => changeConversations(tx, keys, { ids: [id], change, by: ME, at, changeId: id })),
  };
}

export async function aDesk(now?: () => Date) {
  const made = await makeShop();
  await makeStaff(made.keys, { id: ME, name: "Mia" });
  return { ...made, ...deskOf(made, now) };
}
