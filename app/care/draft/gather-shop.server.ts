import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import { calendarOf } from "#app/care/triage/business-time.ts";
import type { Tx } from "#app/db.server.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

/** What of the shop itself a draft is made from, whatever it is about. */
export type GatheredShop = {
  settings: Settings;
  /** As the fact sheet takes it. */
  shop: DraftInput["facts"]["shop"];
  input: Pick<DraftInput, "voice" | "rules" | "glossIn" | "seesAllOrders" | "shopDomains">;
};

export async function gatherShop(tx: Tx, shopId: string): Promise<GatheredShop> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, omit: { wrappedKey: true } });
  const addresses = await tx.sendingAddress.findMany({
    where: { verifiedAt: { not: null } },
    select: { address: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  const { id, name, timezone } = shop;
  return {
    settings,
    shop: {
      ...{ id, name, timeZone: timezone ?? "UTC", team: settings.voice.teamName },
      answerWithinHours: settings.answerWithinHours,
      calendar: calendarOf(settings.serviceLevels, timezone ?? "UTC"),
    },
    input: {
      voice: settings.voice.formality,
      rules: settings.voiceRules,
      glossIn: settings.glossLanguage,
      seesAllOrders: shop.scopes.includes("read_all_orders"),
      shopDomains: ownHosts([shop.domain, ...addresses.map(({ address }) => address.split("@")[1] ?? "")]),
    },
  };
}

const ownHosts = (hosts: string[]) => hosts.filter((host) => host !== "" && !isMailHost(host));

/** A shop that writes from a free mailbox does not own that host's links. */
const isMailHost = (host: string) =>
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|proton(?:mail)?|aol|orange|free|laposte|uol|bol|terra)\./iu.test(
    host,
  );
