import { NavMenu } from "@shopify/app-bridge-react";
import { Link } from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import { focusTitleIfLost } from "./focus-title-if-lost.ts";
import { FocusTitle } from "./focus-title.tsx";
import { GoKeys } from "./go-keys.tsx";
import { PolarisProvider } from "./polaris-provider.tsx";
import { useWords } from "./words.tsx";

/** The frame of every screen: navigation in Shopify's own menu, Polaris, and the keys that lead away. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const say = useWords();
  useKeptFocus();
  return (
    // Around Polaris, whose menus are drawn at its end: they are part of the page.
    <main>
      <PolarisProvider>
        <NavMenu>
          <Link to="/" rel="home">
            {say("nav.home")}
          </Link>
          <Link to="/inbox">{say("nav.inbox")}</Link>
          <Link to="/issues">{say("nav.issues")}</Link>
          <Link to="/insights">{say("insights.title")}</Link>
          <Link to="/settings">{say("nav.settings")}</Link>
        </NavMenu>
        <GoKeys />
        {children}
        <FocusTitle />
      </PolarisProvider>
    </main>
  );
}

/** Fetched once the screen stands: nobody has pressed anything before, and without it the screen works all the same. */
function useKeptFocus() {
  useEffect(() => {
    let end = () => {};
    import("./keep-focus.ts").then(
      ({ keepFocus }) => {
        end = keepFocus(focusTitleIfLost);
      },
      () => {},
    );
    return () => end();
  }, []);
}
