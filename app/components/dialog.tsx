import { Modal } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState, type ComponentProps } from "react";
import { focusTitleIfLost } from "./focus-title-if-lost.ts";

/** App Bridge's modal, made when it is opened first: it adds to the document, which must be the server's until React has taken it over. */
export function Dialog(given: ComponentProps<typeof Modal>) {
  const { open } = given;
  const [used, setUsed] = useState(false);
  if (open && !used) setUsed(true);
  const before = useRef(open);
  useEffect(() => {
    // A menu's entry that opened it is gone by then, and takes no focus back.
    if (before.current && !open) requestAnimationFrame(focusTitleIfLost);
    before.current = open;
  }, [open]);
  return used ? <Modal {...given} /> : null;
}
