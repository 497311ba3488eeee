/**
 * A letter or digit that a word goes on with. Japanese is written without spaces, so its letters stand right beside a number,
 * a title or an amount and end it.
 */
export const JOINING = String.raw`(?![\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}])[\p{L}\p{N}]`;
