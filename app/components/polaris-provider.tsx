import { Link } from "@remix-run/react";
import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json";
import type { ReactNode } from "react";

type LinkProps = { url: string; external?: boolean; children?: ReactNode; className?: string; id?: string };

/** Polaris with its links going through the router; App Bridge itself is in the document's head (root.tsx). */
export function PolarisProvider({ children }: { children: ReactNode }) {
  return (
    <AppProvider i18n={translations} linkComponent={RouterLink}>
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
