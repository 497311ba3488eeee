import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { readWords } from "./scripts/read-words.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What nearly every screen needs, in two files: the router, which stays as it is from one release to the next, and what our screens
 * share. In files of a few hundred bytes each it would compress worse, and cost a request each.
 */
const SHARED = {
  router:
    /\/node_modules\/(?:@remix-run\/(?:react|router|server-runtime)|react-router(?:-dom)?|turbo-stream)\//u,
  shared: new RegExp(
    [
      "/node_modules/@shopify/app-bridge-react/build/esm/(?:hooks/|components/NavMenu)",
      "vite/preload-helper",
      "/app/lib/duration\\.ts$",
      "/app/words/(?:catalogues|fill|format|locale|message|say)\\.ts$",
      "/app/words/[a-z]{2}\\.json\\?url$",
      "/app/components/(?:admin-frame|bidi-text|catalogue-files|draft/use-answer|focus-title|focus-title-if-lost|go-keys|incident-words|issue-labels|labels|last-known)\\.tsx?$",
      "/app/components/(?:lost-connection|own-place|pause|polaris-provider|relative-time|screen-error|short-subject|use-keys|words|writer|zoned-time)\\.tsx?$",
      "/app/conversation/display\\.ts$",
    ].join("|"),
    "u",
  ),
};
const sharedFile = (id: string) => Object.entries(SHARED).find(([, holds]) => holds.test(id))?.[0] ?? null;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    readWords(),
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // The screens are few. Asking for them on the way costs a request, and a click whose request fails loses its screen.
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    target: "es2022",
    // Only screens are bundled for the server; everything else is imported from app/ as it is. The doors and the screens then
    // share one copy of every module: one database pool, one class of each error.
    rollupOptions: isSsrBuild
      ? { external: [/^#app\/(?!routes\/|components\/).*\.ts$/] }
      : { output: { manualChunks: sharedFile, onlyExplicitManualChunks: true } },
  },
}));
