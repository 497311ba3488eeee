import { regionLabel } from "#app/components/issue-labels.ts";
import { isolated } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";

type Place = {
  city?: string | null | undefined;
  /** As Shopify names it: of an address the English name, of a parcel's event often the code. */
  country?: string | null | undefined;
  countryCode?: string | null | undefined;
};

/** "Lyon, Frankreich": each in its own direction, in the order of the line they stand in; the country in the reader's language. */
export const placeWords = (say: Say, { city, country, countryCode }: Place): string =>
  [city, countryWords(say, countryCode ?? country, country)]
    .flatMap((part) => (part ? [isolated(part)] : []))
    .join(", ");

/** Two letters; `ZZ` is what Shopify says where it knows none. */
const CODE = /^(?!ZZ)[A-Z]{2}$/u;

/** What no code names stays as it is stored. */
function countryWords(say: Say, code: string | null | undefined, stored: string | null | undefined) {
  if (!code || !CODE.test(code)) return stored ?? code;
  const label = regionLabel(say, code);
  return label === code ? stored || code : label;
}
