import { sameFact, type SideFact } from "#app/care/review/side/side-facts.ts";

/**
 * What a text to a third party says of the shopper that nobody chose to tell, pure: a name, an address, a telephone number, however it is
 * written. `told`: the ids that were ticked.
 */
export function findUntold(text: string, facts: readonly SideFact[], told: readonly string[]): SideFact[] {
  const chosen = new Set(facts.filter(({ id }) => told.includes(id)).map((fact) => sameFact(fact)));
  const said = plain(text);
  const digits = text.replaceAll(/\D/gu, "");
  return facts
    .filter((fact) => fact.personal && !chosen.has(sameFact(fact)))
    .filter((fact) => signsOf(fact).some((sign) => said.includes(sign)) || namesNumber(fact, digits));
}

/** Letters and digits, in lower case, with one space between words and one around all of them. */
const plain = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@.]+/gu, " ")
    .replaceAll(/\.(?=\s|$)/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim()} `;

/** Shorter parts of a name are other words, too. */
const SHORTEST_NAME = 3;
const SHORTEST_NUMBER = 6;

function signsOf({ kind, value }: SideFact): string[] {
  switch (kind) {
    case "name":
      return plain(value)
        .trim()
        .split(" ")
        .filter((part) => Array.from(part).length >= SHORTEST_NAME)
        .map((part) => ` ${part} `);
    case "address": {
      const [street = ""] = value.split("\n");
      const found = plain(street);
      return found.trim() === "" ? [] : [found];
    }
    case "email":
      return [plain(value)];
    case "order":
    case "placed":
    case "items":
    case "carrier":
    case "tracking":
    case "link":
    case "phone":
      return [];
  }
}

/** A telephone number is the same with and without its country: what it ends with is compared. */
function namesNumber({ kind, value }: SideFact, digits: string): boolean {
  if (kind !== "phone") return false;
  const own = value.replaceAll(/\D/gu, "").slice(-8);
  return own.length >= SHORTEST_NUMBER && digits.includes(own);
}
