import {
  GraphQLError,
  Kind,
  parse,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";

export type ShopifyError = {
  message: string;
  locations?: readonly { line: number; column: number }[] | undefined;
  path?: readonly (string | number)[] | undefined;
  extensions?: Record<string, unknown> | undefined;
};

export type Checked =
  { outcome: "valid"; document: DocumentNode } | { outcome: "invalid"; errors: ShopifyError[] };

/** Parses and validates against Shopify's schema; what is refused is told in the words and shape Shopify uses. */
export function checkDocument(schema: GraphQLSchema, source: string): Checked {
  let document: DocumentNode;
  try {
    document = parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return {
      outcome: "invalid",
      errors: [{ message: error.message.toLowerCase(), locations: error.locations }],
    };
  }
  const errors = validate(schema, document);
  if (errors.length === 0) return { outcome: "valid", document };
  return { outcome: "invalid", errors: errors.map((error) => shopifyError(document, error)) };
}

const PATTERNS: {
  pattern: RegExp;
  tell: (match: RegExpExecArray) => { message: string; extensions: Record<string, unknown> };
}[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    tell: ([, field, type]) => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: "undefinedField", typeName: type, fieldName: field },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    tell: ([, argument, , field]) => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: { code: "argumentNotAccepted", name: field, typeName: "Field", argumentName: argument },
    }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type/,
    tell: ([, field, argument]) => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: { code: "missingRequiredArguments", className: "Field", name: field, arguments: argument },
    }),
  },
  {
    pattern: /^Directive "@(\w+)" argument "(\w+)" of type/,
    tell: ([, directive, argument]) => ({
      message: `Directive '${directive}' is missing required arguments: ${argument}`,
      extensions: {
        code: "missingRequiredArguments",
        className: "Directive",
        name: directive,
        arguments: argument,
      },
    }),
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection/,
    tell: ([, field, type]) => ({
      message: `Field must have selections (field '${field}' returns ${type?.replace(/[![\]]/g, "")} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: "selectionMismatch", nodeName: `field '${field}'`, typeName: type },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used/,
    tell: ([, variable]) => ({
      message: `Variable $${variable} is declared by the operation but not used`,
      extensions: { code: "variableNotUsed", variableName: variable },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined/,
    tell: ([, variable]) => ({
      message: `Variable $${variable} is used by the operation but not declared`,
      extensions: { code: "variableNotDefined", variableName: variable },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    tell: ([, variable, given, wanted]) => ({
      message: `Type mismatch on variable $${variable} (${given} / ${wanted})`,
      extensions: {
        code: "variableMismatch",
        variableName: variable,
        typeName: given,
        errorMessage: "Type mismatch",
      },
    }),
  },
];

function shopifyError(document: DocumentNode, error: GraphQLError): ShopifyError {
  const node = error.nodes?.[0];
  const place = { locations: error.locations, path: node ? pathTo(document, node) : undefined };
  for (const { pattern, tell } of PATTERNS) {
    const match = pattern.exec(error.message);
    if (match) return { ...tell(match), ...place };
  }
  return { message: error.message, ...place, extensions: { code: "argumentLiteralsIncompatible" } };
}

/** `["query Orders", "order", "bogus"]`, as Shopify's GraphQL server writes it. */
function pathTo(document: DocumentNode, target: ASTNode): string[] | undefined {
  let found: string[] | undefined;
  const trail: string[] = [];
  visit(document, {
    enter: (node) => {
      const name = nameOf(node);
      if (name !== null) trail.push(name);
      if (node === target) found ??= [...trail];
    },
    leave: (node) => {
      if (nameOf(node) !== null) trail.pop();
    },
  });
  return found;
}

function nameOf(node: ASTNode): string | null {
  if (node.kind === Kind.OPERATION_DEFINITION)
    return [node.operation, node.name?.value].filter(Boolean).join(" ");
  if (node.kind === Kind.FIELD) return node.alias?.value ?? node.name.value;
  if (node.kind === Kind.FRAGMENT_DEFINITION) return `fragment ${node.name.value}`;
  if (node.kind === Kind.INLINE_FRAGMENT)
    return node.typeCondition ? `... on ${node.typeCondition.name.value}` : "...";
  return null;
}
