import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { readWords } from "./scripts/read-words.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

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
    rollupOptions: isSsrBuild ? { external: [/^#app\/(?!routes\/|components\/).*\.ts$/] } : {},
  },
}));
