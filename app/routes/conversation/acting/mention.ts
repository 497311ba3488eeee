/** Somebody who can be named in a note. */
export type Mentionable = { id: string; name: string };

/** What is being typed after an `@`: where the `@` stands, and the beginning of a name. */
export type Naming = { from: number; sought: string };

const LONGEST_NAME = 60;

/** The name that somebody is typing where the caret stands; null when they are typing none. An `@` within a word is an address. */
export function namingAt(text: string, caret: number): Naming | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from === -1 || (from > 0 && !/[\s(]/u.test(before.charAt(from - 1)))) return null;
  const sought = before.slice(from + 1);
  if (sought.length > LONGEST_NAME || /[\n@]|\s\s|^\s/u.test(sought)) return null;
  return { from, sought };
}

/** Whose name, or a part of whose name, begins like that. */
export function namedLike<T extends Mentionable>(staff: readonly T[], sought: string): T[] {
  const wanted = plain(sought).trimEnd();
  // Nobody types a name that nobody has.
  return staff.filter(
    ({ name }) =>
      name !== "" &&
      plain(name)
        .split(/(?<=\s)/u)
        .some((_, at, parts) => parts.slice(at).join("").startsWith(wanted)),
  );
}

const plain = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The text with the name put where it was begun, and where the caret goes. */
export function withName(
  text: string,
  { from, caret, name }: { from: number; caret: number; name: string },
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const head = `${text.slice(0, from)}@${name}${/^\s/u.test(rest) ? "" : " "}`;
  return { text: head + rest, caret: head.length };
}

/** Who is named in a text, each once. The longest name counts: `@Mia Berg` does not name another Mia. */
export function namedIn(text: string, staff: readonly Mentionable[]): string[] {
  const ids = partsOf(text, staff).flatMap(({ id }) => id ?? []);
  return [...new Set(ids)];
}

/** A text in parts, those that name somebody with their id. */
export function partsOf(text: string, staff: readonly Mentionable[]): { text: string; id: string | null }[] {
  const longest = staff.filter(({ name }) => name !== "").toSorted((a, b) => b.name.length - a.name.length);
  const parts: { text: string; id: string | null }[] = [];
  let rest = text;
  let plainText = "";
  while (rest !== "") {
    const own = rest.startsWith("@") && !/[\p{L}\p{N}]$/u.test(plainText);
    const found = own ? longest.find(({ name }) => isNamed(rest, name)) : undefined;
    const length = found ? found.name.length + 1 : 1;
    if (found) {
      if (plainText !== "") parts.push({ text: plainText, id: null });
      plainText = "";
      parts.push({ text: rest.slice(0, length), id: found.id });
    } else plainText += rest.slice(0, length);
    rest = rest.slice(length);
  }
  if (plainText !== "") parts.push({ text: plainText, id: null });
  return parts;
}

const isNamed = (rest: string, name: string) =>
  rest.slice(1, name.length + 1).toLowerCase() === name.toLowerCase() &&
  !/^[\p{L}\p{N}]/u.test(rest.slice(name.length + 1));
