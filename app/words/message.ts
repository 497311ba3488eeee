/** A message read: most are nothing but text, and that is all there is of them. In JSON as it is, for browsers. */
export type Message = string | readonly Part[];

/** Text, the number that a plural counts, a value, what tells cases apart or counts, what stands around words, and written values. */
export type Part =
  | string
  | typeof COUNTED
  | readonly [name: string]
  | readonly [name: string, select: Cases]
  | readonly [name: string, plural: Cases, offset: number, counts: Intl.PluralRuleType]
  | { readonly tag: string; readonly inner: Message }
  | { readonly number: string; readonly options?: NumberOptions }
  | { readonly date: string; readonly options: Intl.DateTimeFormatOptions };

export type Cases = { readonly [name: string]: Message };
/** `scale`: what the number is multiplied by first. */
export type NumberOptions = Intl.NumberFormatOptions & { scale?: number };

/** `#` */
export const COUNTED = 0;
