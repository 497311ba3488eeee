// Data flows down this list; imports may only point up it (or sideways, within a stage). See docs/architecture.md.
const STAGES = [
  "shop",
  "ingest",
  "mirror",
  "conversation",
  "voice",
  "care/understand",
  "care/triage",
  "care/detect",
  "care/decide",
  "care/draft",
  "care/review",
  "care/act",
  "care/deliver",
  "care/keep",
  "care/learn",
  "desk",
  "privacy",
];
const dir = (stage) => `^app/${stage}/`;
const TEST = "\\.test\\.tsx?$";

/** A stage may not import any stage that comes after it: say so with an event instead. */
const noDownstreamImports = STAGES.slice(0, -1).map((stage, i) => ({
  name: `${stage.replace("/", "-")}-imports-upstream-only`,
  comment: `Data leaves ${stage} as an event in app/pipeline.ts, never as an import of a later stage.`,
  severity: "error",
  from: { path: dir(stage) },
  to: {
    path: STAGES.slice(i + 1)
      .map(dir)
      .join("|"),
  },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Type-only edges are erased, so they are not cycles.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    ...noDownstreamImports,
    {
      name: "pure-stays-pure",
      comment: "A file without .server in its name does no I/O: it may not import one that does.",
      severity: "error",
      from: {
        path: "^app/(shop|ingest|mirror|conversation|voice|care|desk|privacy|lib)/",
        pathNot: `\\.server\\.tsx?$|${TEST}`,
      },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-does-no-io",
      comment: "A file without .server in its name does no I/O: not through Node's own modules either.",
      severity: "error",
      from: {
        path: "^app/(shop|ingest|mirror|conversation|voice|care|desk|privacy|lib)/",
        pathNot: `\\.server\\.tsx?$|${TEST}`,
      },
      to: {
        path: "^(node:)?(fs|fs/promises|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster|os)$",
      },
    },
    {
      name: "vendors-only-in-adapters",
      comment: "SDKs are spoken to in one place each, behind a port in app/ports.ts.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: `^app/(adapters/|shopify\\.server|db\\.server|system-db\\.server|queue/|routes/|root|entry)|${TEST}`,
      },
      to: {
        path: "node_modules/(@anthropic-ai|bullmq|bullmq-otel|ioredis|nodemailer|postal-mime|@prisma|pg|@shopify/(shopify-app-remix|shopify-api))/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "claude-in-one-adapter",
      comment:
        "What leaves for a model leaves in one place, with its limits. Everything else asks the port Complete.",
      severity: "error",
      from: { path: "^app/", pathNot: `^app/adapters/anthropic\\.server\\.ts$|${TEST}` },
      to: { path: "node_modules/@anthropic-ai/" },
    },
    {
      name: "traces-leave-in-one-place",
      comment:
        "OpenTelemetry's API is for everybody; its SDK is loaded by export-traces.server.ts, and only when somebody collects.",
      severity: "error",
      from: { path: "^app/", pathNot: `^app/export-traces\\.server\\.ts$|${TEST}` },
      to: {
        path: "node_modules/@opentelemetry/(?!api/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "traces-are-loaded-on-demand",
      comment: "Imported when there is a collector, never at the start: a process without one pays nothing.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^app/export-traces\\.server", dependencyTypesNot: ["dynamic-import"] },
    },
    {
      name: "adapters-only-through-wiring",
      comment:
        "Only wiring.server.ts and wiring-models.server.ts choose which adapter fills a port; shopify.server.ts sets the library's fetch.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: `^app/(adapters/|wiring(-models)?\\.server\\.ts$|shopify\\.server\\.ts$)|${TEST}`,
      },
      to: { path: "^app/adapters/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-tenant-only-where-there-is-none",
      comment:
        "The database without a tenant is for what has none yet. Everything else asks forShop(shopId).",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: `^app/(shop/|ingest/|queue/|privacy/|adapters/|shopify\\.server|system-db\\.server|entry\\.|health|metrics)|${TEST}`,
      },
      to: { path: "^app/system-db\\.server" },
    },
    {
      name: "routes-are-leaves",
      comment: "Nothing imports a route except its own folder.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/routes/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-do-not-query",
      comment: "Routes call a stage with the inShop that requireStaff() gave them; they do not query.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/(system-)?db\\.server", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-worker-runs-handlers",
      comment: "The web process enqueues; the worker process handles.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/entry\\.worker\\.ts$" },
      to: { path: "^app/handlers\\.server" },
    },
    {
      name: "app-not-to-tests-or-devstore",
      comment:
        "The app knows neither its tests nor the store it is developed against. A test beside its file may use factories.",
      severity: "error",
      from: { path: "^app/", pathNot: TEST },
      to: { path: "^(tests|devstore|bench|scripts)/" },
    },
    {
      name: "devstore-not-to-app",
      comment: "The dev store is Shopify to us: another process, which shares no code with the app.",
      severity: "error",
      from: { path: "^devstore/" },
      to: { path: "^app/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|node_modules/.*/node_modules)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
