import { Tooltip } from "@shopify/polaris";
import { useRelativeTime } from "./relative-time.tsx";
import { useWords } from "./words.tsx";
import { zonedTime } from "./zoned-time.ts";

/** How long ago, and on focus or under the pointer the time itself where the shop is. */
export function ShopTime({ at, zone }: { at: string; zone: string | null }) {
  return (
    <Tooltip content={zonedTime(useWords(), at, zone)} dismissOnMouseOut>
      <time dateTime={at}>{useRelativeTime(at)}</time>
    </Tooltip>
  );
}
