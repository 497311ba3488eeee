import { useSearchParams } from "@remix-run/react";
import { Icon, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { useWords } from "#app/components/words.tsx";

/** So long nothing is typed before it is looked for. */
const PAUSE_MS = 250;

/** Looks for words in names and texts, as they are typed. */
export function MacroSearch({ q }: { q: string }) {
  const say = useWords();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const look = () => setParams(typed.trim() ? { q: typed.trim() } : {}, { replace: true });
    const timer = setTimeout(look, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, setParams]);
  return (
    <TextField
      label={say("macros.search")}
      labelHidden
      placeholder={say("macros.search")}
      prefix={<Icon source={SearchIcon} />}
      type="search"
      value={typed}
      onChange={setTyped}
      clearButton
      onClearButtonClick={() => setTyped("")}
      autoComplete="off"
      maxLength={200}
    />
  );
}
