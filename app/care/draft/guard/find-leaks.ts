export type Leak = { rule: "leak" | "secret"; quote: string; why: string };

/** What only a prompt, a template or a model speaking of itself would say. */
const PROMPT =
  /\bas an? (?:ai|artificial intelligence|language model|llm|chatbot|assistant)\b|\b(?:large )?language model\b|\bsystem prompt\b|\b(?:ignore|disregard|forget) (?:all |any |the )?(?:previous|prior|above|earlier) (?:\w+ ){0,2}?(?:instructions?|prompts?|rules?|messages?)\b|\bi (?:am|['’]m) (?:an? (?:ai|bot|language model|assistant)|chatgpt|claude|gpt)\b|\b(?:my|these) (?:system )?instructions (?:say|are|tell)\b|\bals (?:ki|künstliche intelligenz|sprachmodell)\b|\b(?:como|en tant qu['’]?|come|als) (?:una? |uma? )?(?:ia|intelig[eê]ncia artificial|modelo de (?:lenguaje|linguagem)|modèle de langage|modello linguistico|taalmodel|ai)(?!\p{L})|AIとして|言語モデル|<\/?(?:system|assistant|user|instructions?|untrusted|im_start|im_end|tool_\w+)\b[^>]*>|<\|[a-z_]+\|>|\[\/?(?:inst|system)\]|^\s*(?:system|assistant|human|user)\s*:|\{\{|\}\}|\{(?:f\d+|\w+_\w+|order|name|link)(?::\w+)?\}|```|"role"\s*:/imu;

/** Keys and tokens by their own forms, private keys, and card numbers that check out. */
const SECRETS =
  /\b(?:sk-(?:ant-)?[\w-]{16,}|shp(?:at|ss|ca|pa|ua|rt)_[0-9a-f]{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{30,}|(?:rk|pk)_(?:live|test)_\w{16,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,})|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:bearer|api[_ -]?key|password|passwort|contraseña|mot de passe|senha|wachtwoord)\b\s*[:=]\s*\S{6,}/iu;
const CARD =
  /(?<![\p{L}\p{N}])(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|3[47]\d{2}|6011|65\d{2})(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\p{L}\p{N}])/gu;

/** A person may quote the shopper; what a machine repeats at this length without marks was copied. */
const LONGEST_RUN = 9;
const LONGEST_UNSPACED = 28;
const QUOTED = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"\n]*"|「[^」]*」|『[^』]*』/gu;

/** What may never be in a reply: a secret, a prompt's words, a stretch of the shopper's own that nobody marked as quoted. */
export function findLeaks(text: string, runs: ReadonlySet<string>): Leak[] {
  const leaks: Leak[] = [];
  const prompt = PROMPT.exec(text)?.[0].trim();
  if (prompt) leaks.push({ rule: "leak", quote: prompt, why: "These are words of a prompt, not of a reply" });
  const secret =
    SECRETS.exec(text)?.[0] ??
    [...text.matchAll(CARD)].map(([card]) => card).find((card) => isCard(card.replaceAll(/\D/gu, "")));
  if (secret)
    leaks.push({
      rule: "secret",
      quote: `${secret.slice(0, 4)}…`,
      why: "This is a secret: it must not leave the shop",
    });
  const copied = copiedRun(text.replaceAll(QUOTED, "\n"), runs);
  if (copied)
    leaks.push({
      rule: "leak",
      quote: copied,
      why: "This is copied from the shopper's message without being marked as a quote",
    });
  return leaks;
}

/** The runs of words of a text that are long enough to have been copied, made once per message. */
export function runsOf(text: string): Set<string> {
  return new Set(pieces(text).flatMap((words) => shingles(words)));
}

function copiedRun(text: string, runs: ReadonlySet<string>): string | null {
  if (runs.size === 0) return null;
  for (const words of pieces(text)) {
    const found = shingles(words).find((run) => runs.has(run));
    if (found) return found;
  }
  return null;
}

/** Words of spaced writing, characters of unspaced: each in runs of its own length. */
const pieces = (text: string): string[][] => {
  const lower = text.toLowerCase();
  const unspaced = lower.match(/[\u3005\u3040-\u30ff\u3400-\u9fff]{3,}/gu) ?? [];
  return [lower.match(/[\p{L}\p{N}'’]+/gu) ?? [], ...unspaced.map((run) => Array.from(run))];
};

function shingles(words: string[]): string[] {
  const isUnspaced = words.every((word) => word.length === 1);
  const length = isUnspaced ? LONGEST_UNSPACED : LONGEST_RUN;
  const glue = isUnspaced ? "" : " ";
  return Array.from({ length: Math.max(words.length - length + 1, 0) }, (_, at) =>
    words.slice(at, at + length).join(glue),
  );
}

/** Luhn's check: every second digit from the right doubled. */
function isCard(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
