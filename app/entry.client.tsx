import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { fetchCatalogue } from "#app/components/catalogue-files.ts";
import { provideCatalogue } from "#app/words/catalogues.ts";
import { localeOf } from "#app/words/locale.ts";

const tag = document.documentElement.lang;
provideCatalogue(localeOf(tag), await fetchCatalogue(tag));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
