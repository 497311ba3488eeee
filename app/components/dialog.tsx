import { Modal } from "@shopify/app-bridge-react";
import { useState, type ComponentProps } from "react";

/** App Bridge's modal, made when it is opened first: it adds to the document, which must be the server's until React has taken it over. */
export function Dialog(given: ComponentProps<typeof Modal>) {
  const [used, setUsed] = useState(false);
  if (given.open && !used) setUsed(true);
  return used ? <Modal {...given} /> : null;
}
