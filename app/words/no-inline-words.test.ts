import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";

/** Screens whose words are not in the catalogue yet. A file that has none left leaves the list. */
const UNDONE: readonly string[] = [
  "routes/inbox/conversation-table.tsx",
  "routes/inbox/inbox-filters.tsx",
  "routes/inbox/inbox-query.ts",
  "routes/inbox/route.tsx",
];

/** Doors and servers: what they say is no screen's. */
const NO_SCREEN = /^routes\/(?:api|proxy|unsubscribe)\/|\.server\.ts$|\.test\.ts$/u;

const app = new URL("../", import.meta.url);
const files = ["routes", "components"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, app), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/u.test(name) && !NO_SCREEN.test(name)),
);

/** Props and fields that people read, whatever component or table they belong to. */
const READ =
  /^(?:title|subtitle|label|content|placeholder|helpText|heading|caption|description|error|alt|text|words|summary|singular|plural|queryPlaceholder|aria-label|accessibilityLabel|suffix|prefix)$/u;

const hasLetters = (text: string) => /\p{L}/u.test(text);
/** "Draft again": more than one word, written as people write. A code is one word, a key has dots. */
const isPhrase = (text: string) => /^\p{Lu}[\p{L}’']* \p{L}/u.test(text.trim());

/** The literal words that an expression may come to: those of either branch, but none that a function is given. */
function literals(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap((span) => [span.literal.text, ...literals(span.expression)]),
    ];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node))
    return /^(?:\|\||\?\?|&&|\+)$/u.test(node.operatorToken.getText())
      ? [...literals(node.left), ...literals(node.right)]
      : [];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isJsxExpression(node))
    return node.expression ? literals(node.expression) : [];
  return [];
}

/** What of a syntax node people would read as it stands there. */
function readAt(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.trim()];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literals(node);
  if (ts.isJsxAttribute(node) && READ.test(node.name.getText()) && node.initializer)
    return literals(node.initializer);
  if (ts.isPropertyAssignment(node) && READ.test(node.name.getText())) return literals(node.initializer);
  if (ts.isCallExpression(node) && /(?:^|\.)toast\.show$/u.test(node.expression.getText()))
    return node.arguments.flatMap(literals);
  if ((ts.isStringLiteral(node) || ts.isTemplateExpression(node)) && !isGiven(node))
    return literals(node).filter(isPhrase);
  return [];
}

/** An error's message is for who runs the app. */
const isGiven = (node: ts.Node) => ts.isNewExpression(node.parent);

function inlineWords(file: string): string[] {
  const text = readFileSync(new URL(file, app), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    found.push(...readAt(node).filter(hasLetters));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

it("has no words in a screen that are not in the catalogue", () => {
  const found = files
    .filter((file) => !UNDONE.includes(file))
    .flatMap((file) => inlineWords(file).map((words) => `${file}: ${words.replaceAll(/\s+/gu, " ")}`));
  expect(found).toEqual([]);
});

it("keeps no screen on the list that is done", () => {
  expect(UNDONE.filter((file) => inlineWords(file).length === 0)).toEqual([]);
});
