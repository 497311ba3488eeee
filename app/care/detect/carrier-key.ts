import { kept } from "#app/lib/kept.ts";

/** One carrier under one name, however a fulfilment's form wrote it: "DHL  Express " and "dhl express". */
export const carrierKey = (name: string | null | undefined): string =>
  (name ?? "").normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, " ");

const CODE = /^[A-Z]{2}$/u;

/** ISO 3166 code of a country that a record names by its code or in English; '' when it names none that is known. */
export function countryKey(name: string | null | undefined): string {
  const given = (name ?? "").trim();
  const code = given.toUpperCase();
  return CODE.test(code) ? current(code) : (codes().get(given.toLowerCase()) ?? "");
}

/** The code in use of a country that had another one before (DD, UK). */
const current = kept((code: string) => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(4) ?? code);

/** The English names of all two-letter codes that have one. */
const codes = kept(() => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const named = all.flatMap((code) => {
    const name = names.of(code);
    return name ? [{ name: name.toLowerCase(), code: current(code) }] : [];
  });
  return new Map(named.map(({ name, code }) => [name, code]));
});
