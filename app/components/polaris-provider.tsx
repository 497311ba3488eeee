import { Link } from "@remix-run/react";
import { AppProvider } from "@shopify/polaris";
import type { ReactNode } from "react";
import { usePolarisWords } from "./words.tsx";

type LinkProps = { url: string; external?: boolean; children?: ReactNode; className?: string; id?: string };

/** Polaris with its links going through the router; App Bridge itself is in the document's head (root.tsx). */
export function PolarisProvider({ children }: { children: ReactNode }) {
  return (
    <AppProvider i18n={usePolarisWords()} linkComponent={RouterLink}>
      {children}
    </AppProvider>
  );
}

function RouterLink({ url, external, children, ...rest }: LinkProps) {
  if (external || /^(https?:|mailto:|shopify:)/.test(url)) {
    return (
      <a
        href={url}
        target={url.startsWith("mailto:") ? undefined : "_blank"}
        rel="noreferrer noopener"
        {...rest}
      >
        {children}
      </a>
    );
  }
  return (
    <Link to={url} {...rest}>
      {children}
    </Link>
  );
}
