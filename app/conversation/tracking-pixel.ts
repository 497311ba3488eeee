type Attributes = Record<string, string | undefined>;

/** Where senders of newsletters count who opened a mail. */
const COUNTS_OPENING =
  /\/(?:wf\/open|track\/open\.php|trk\/open|e\/o\/|open\.aspx|opens?\/|pixel\.(?:gif|png)|spacer\.gif|beacon\b)|[?&](?:open_?track|trackopen)=/iu;

/** A picture that nobody sees is there to tell that somebody looked. */
export function isTrackingPixel({ src = "", width, height, style = "", hidden }: Attributes): boolean {
  if (hidden !== undefined || [width, height].some(isSpeck)) return true;
  const css = style.toLowerCase().replaceAll(/\s+/gu, "");
  if (/display:none|visibility:hidden|opacity:0(?:\.0+)?(?:[;!]|$)/u.test(css)) return true;
  if (/(?:^|;)(?:max-)?(?:width|height):[01](?:\.0*)?(?:px|pt)?(?:[;!]|$)/u.test(css)) return true;
  return COUNTS_OPENING.test(src);
}

const isSpeck = (measure: string | undefined) => /^\s*[01](?:px)?\s*$/u.test(measure ?? "");
