import sanitizeHtml from "sanitize-html";
import { foldQuotedHtml, QUOTE_MARK } from "#app/conversation/fold-quoted-html.ts";
import { NO_ADDRESS, REMOTE_IMAGE } from "#app/conversation/mail-document.ts";
import { nameLinkHosts } from "#app/conversation/name-link-hosts.ts";
import { isTrackingPixel } from "#app/conversation/tracking-pixel.ts";

/** A shopper's HTML without anything that runs, asks or leads away by itself; what it asks for from outside is counted. */
export type SafeMail = {
  body: string;
  /** Pictures kept elsewhere: shown when a person asks for them. */
  images: number;
  /** Pictures that only tell that the mail was read: never shown. */
  trackers: number;
};

/** Deeper ones are an attack on whoever draws them; their words are kept. */
const MOST_NESTED = 120;

const length = /^-?[\d.]{1,8}(?:px|pt|em|rem|ex|%|cm|mm|in)?$/iu;
const lengths = /^(?:(?:-?[\d.]{1,8}(?:px|pt|em|rem|ex|%|cm|mm|in)?|auto)\s*){1,4}$/iu;
const size = /^[\d.]{1,8}(?:px|pt|em|rem|ex|%|cm|mm|in)?$|^auto$/iu;
const colour = /^(?:#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s.,%/]{1,60}\)|hsla?\([\d\s.,%/deg]{1,60}\))$/iu;
const border = /^[\w\s#.,%()-]{1,100}$/u;
const word = /^[a-z-]{1,30}$/u;

/** No property that takes an address, and none that takes a thing out of its place. */
const styles: Record<string, RegExp[]> = {
  ...{ color: [colour], "background-color": [colour], "border-color": [colour] },
  background: [colour],
  ...Object.fromEntries(
    ["border", "border-top", "border-right", "border-bottom", "border-left"].map((name) => [name, [border]]),
  ),
  ...{ "border-radius": [lengths], "border-width": [lengths], "border-style": [/^[a-z\s]{1,40}$/u] },
  ...{ "border-collapse": [word], "border-spacing": [lengths] },
  ...Object.fromEntries(
    ["margin", "padding"].flatMap((name) =>
      ["", "-top", "-right", "-bottom", "-left"].map((side) => [
        name + side,
        [side ? size : /^[\w\s.%]{1,60}$/u],
      ]),
    ),
  ),
  ...{ width: [size], "max-width": [size], height: [size], "vertical-align": [word], "text-align": [word] },
  ...{ "font-size": [size, word], "font-weight": [word, /^\d{3}$/u], "font-style": [word] },
  ...{
    "font-family": [/^[\p{L}\d\s,'"_-]{1,300}$/u],
    "line-height": [size, word],
    "letter-spacing": [length],
  },
  ...{ "text-decoration": [/^[a-z\s-]{1,60}$/u], "text-transform": [word], "white-space": [word] },
  ...{
    direction: [word],
    display: [/^(?:block|inline|inline-block|table|table-row|table-cell|list-item)$/u],
  },
  "list-style-type": [word],
};

const QUOTING =
  /^(?:x_|ecx)*(?:gmail_quote(?:_container)?|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|OutlookMessageHeader|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|isReplyContent)$/iu;

const quotes = ({ class: classes = "", id = "" }: sanitizeHtml.Attributes) =>
  [...classes.split(/\s+/u), id].some((name) => QUOTING.test(name));

/** What the answer has under this name is ours, never the mail's. */
function marked(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs = Object.fromEntries(Object.entries(given).filter(([name]) => name !== QUOTE_MARK));
  return { tagName, attribs: quotes(given) ? { ...attribs, [QUOTE_MARK]: "yes" } : attribs };
}

/** A link opens a tab of its own, which knows nothing of this one. Other addresses than the web's are only said. */
function linked({ href = "", dir }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const given: sanitizeHtml.Attributes = dir ? { dir } : {};
  const isWeb = /^https?:\/\//iu.test(href) && URL.canParse(href);
  if (!isWeb)
    return {
      tagName: "span",
      attribs: { ...given, ...(/^(?:mailto|tel):/iu.test(href) ? { title: href } : {}) },
    };
  const attribs = { ...given, href, title: href, target: "_blank", rel: "noopener noreferrer nofollow" };
  return { tagName: "a", attribs };
}

/** `cid:` and the id of a part of the same mail; every other address stays what it is. */
function cameWith(src: string, inline: ReadonlyMap<string, string>): string {
  const id = /^cid:(.{1,500})$/iu.exec(src.trim())?.[1];
  return id === undefined ? src : (inline.get(id) ?? inline.get(decoded(id)) ?? src);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

type Counts = { images: number; trackers: number };

type Found = { counts: Counts; inline: ReadonlyMap<string, string> };

/** A picture that came with the mail is drawn; one that is kept elsewhere waits under another name, where no browser asks for it. */
function pictured(attribs: sanitizeHtml.Attributes, { counts, inline }: Found): sanitizeHtml.Tag {
  const { alt = "", width, height } = attribs;
  const src = cameWith(attribs["src"] ?? "", inline);
  const sized = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
  if (/^data:image\/(?:png|jpe?g|gif|webp);/iu.test(src))
    return { tagName: "img", attribs: { src, alt, ...sized } };
  const address = src.startsWith("//") ? `https:${src}` : src.replace(/^http:/iu, "https:");
  if (!/^https:\/\//iu.test(address) || !URL.canParse(address))
    return { tagName: "img", attribs: { alt, [REMOTE_IMAGE]: NO_ADDRESS } };
  if (isTrackingPixel(attribs)) {
    counts.trackers += 1;
    return { tagName: "span", attribs: {} };
  }
  counts.images += 1;
  return { tagName: "img", attribs: { alt, ...sized, [REMOTE_IMAGE]: new URL(address).href } };
}

const sanitizing = (found: Found): sanitizeHtml.IOptions => ({
  allowedTags: [
    ...["p", "div", "span", "br", "hr", "blockquote", "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6", "a"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"],
    ...["b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "font", "center", "img"],
  ],
  allowedAttributes: {
    "*": ["style", "dir", "lang", "align", QUOTE_MARK],
    a: ["href", "target", "rel", "title"],
    span: ["title"],
    img: ["src", "alt", "width", "height", REMOTE_IMAGE],
    td: ["colspan", "rowspan", "bgcolor", "valign", "width"],
    th: ["colspan", "rowspan", "bgcolor", "valign", "width"],
    table: ["bgcolor", "border", "cellpadding", "cellspacing", "width"],
    font: ["color", "face", "size"],
  },
  allowedStyles: { "*": styles },
  allowedSchemes: [],
  allowedSchemesByTag: { img: ["data"], a: ["http", "https"] },
  allowProtocolRelative: false,
  nestingLimit: MOST_NESTED,
  transformTags: {
    a: (_tag, attribs) => linked(attribs),
    img: (_tag, attribs) => pictured(attribs, found),
    "*": marked,
  },
});

/** A shopper's HTML made safe, what it quotes folded, and each link with the place it leads to. `inline`: what came with it, by its id. */
export function safeMail(html: string, inline: ReadonlyMap<string, string> = new Map()): SafeMail {
  const counts = { images: 0, trackers: 0 };
  const safe = sanitizeHtml(html, sanitizing({ counts, inline }));
  return { body: foldQuotedHtml(nameLinkHosts(safe)).html, ...counts };
}
