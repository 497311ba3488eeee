import type { Delivery } from "#app/mirror/delivery.ts";
import { namesOtherShop } from "#app/mirror/names-other-shop.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import type { Understood } from "#app/mirror/rows-of.ts";
import { afterUninstall, meanings, topicOf } from "#app/mirror/topics.ts";

/** Why a delivery causes nothing, in words that quote nobody. */
export type SetAside = { state: "skipped" | "quarantined"; phrase: string };

export type Understanding =
  { outcome: "understood"; understood: Understood } | ({ outcome: "none" } & SetAside);

/** Reads a webhook's body and fits it to its topic. One that does not fit, or contradicts itself, is set aside. */
export function understandDelivery(
  delivery: Pick<Delivery, "topic" | "body">,
  shop: { domain: string; uninstalled: boolean },
): Understanding {
  try {
    return understand(delivery, shop);
  } catch (error) {
    // Not JSON, or nested deeper than the stack.
    if (error instanceof SyntaxError || error instanceof RangeError)
      return quarantined("the body is not JSON");
    throw error;
  }
}

function understand(
  delivery: Pick<Delivery, "topic" | "body">,
  shop: { domain: string; uninstalled: boolean },
): Understanding {
  const meaning = topicOf(delivery.topic);
  if (!meaning) return quarantined("the topic is unknown");
  const body = parseBody(delivery.body.toString("utf8"));
  if (namesOtherShop(body, shop.domain)) return quarantined("the body names another shop");
  if (shop.uninstalled && !afterUninstall.has(meaning))
    return { outcome: "none", state: "skipped", phrase: "the app is uninstalled" };
  const parsed = meanings[meaning].safeParse(body);
  if (parsed.success)
    return { outcome: "understood", understood: { meaning, payload: parsed.data } as Understood };
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  return quarantined(`the body does not fit the topic${where}: ${issue?.code ?? "invalid"}`);
}

const quarantined = (phrase: string): Understanding => ({ outcome: "none", state: "quarantined", phrase });
