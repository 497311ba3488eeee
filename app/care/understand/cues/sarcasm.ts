/** Thanks and praise that mean the opposite; folded text. */
export const sarcasm =
  /\b(?:thanks for nothing|oh great|just great|great,? (?:another|now|so)|wow,? (?:just )?(?:great|amazing)|super,? danke auch|na (?:toll|super|bravo)|gracias por nada|merci pour rien|obrigad[oa] por nada|grazie di niente)\b/;
