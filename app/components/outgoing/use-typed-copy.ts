import { useId, useState } from "react";
import { isAddrSpec } from "#app/conversation/addr-spec.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";

/** The copies with that one; nobody is among them twice. */
export const withCopy = (copies: Mailbox[], added: Mailbox): Mailbox[] =>
  copies.some(({ address }) => address.toLowerCase() === added.address.toLowerCase())
    ? copies
    : [...copies, added];

/** The address that is being typed beside the copies: what stands there when the mail is sent counts as well. */
export function useTypedCopy(copies: Mailbox[], onChange: (copies: Mailbox[]) => void) {
  const id = useId();
  const [value, setValue] = useState("");
  const [wrong, setWrong] = useState(false);
  const focus = () => document.getElementById(id)?.focus();
  const type = (typed: string) => {
    setWrong(false);
    setValue(typed);
  };
  /** Takes it among the copies and answers them; null where it is no address, and the field has the focus then. */
  const take = (typed = value): Mailbox[] | null => {
    const address = typed.trim().replace(/[,;]+$/u, "");
    type(address);
    if (address === "") return copies;
    if (!isAddrSpec(address)) {
      setWrong(true);
      focus();
      return null;
    }
    const all = withCopy(copies, { name: "", address });
    onChange(all);
    type("");
    return all;
  };
  return { id, value, wrong, type, take, focus };
}
export type TypedCopy = ReturnType<typeof useTypedCopy>;
