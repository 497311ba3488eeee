/** Formats are costly to make and a list wants the same one for each of its rows: one each for a language and its options. */
function kept<Options extends object, Format>(make: (tag: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return ({ tag }: { tag: string }, options: Options): Format => {
    const key = `${tag} ${JSON.stringify(options)}`;
    const format = made.get(key) ?? make(tag, options);
    made.set(key, format);
    return format;
  };
}

export const numberFormat = kept(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
export const dateFormat = kept(
  (tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);
export const agoFormat = kept(
  (tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
);
export const nameFormat = kept(
  (tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options),
);
export const listFormat = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
export const pluralRules = kept(
  (tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options),
);
