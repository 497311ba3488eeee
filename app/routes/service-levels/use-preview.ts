import { useEffect, useState } from "react";
import type { AutomaticMail } from "#app/care/review/preview-automatic.server.ts";
import type { Fields } from "./fields.ts";

/** So long nothing is changed before it is asked for anew. */
const PAUSE_MS = 400;

type Asked = { kind: "receipt" | "csat"; language: string; fields: Fields };
type Answer = { asked: string; answer: AutomaticMail | "wrong" | "lost" };

/** `wrong`: a field holds no valid value; `lost`: nobody answered. What was shown last stays while it is asked anew. */
export type Preview = { state: "asking" | "shown" | "wrong" | "lost"; mail: AutomaticMail | null };

/** One of the mails that leave by themselves, as the settings on the screen would write it. */
export function usePreview({ kind, language, fields }: Asked): Preview {
  const asked = JSON.stringify({ kind, language, fields });
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [mail, setMail] = useState<AutomaticMail | null>(null);
  useEffect(() => {
    const superseded = new AbortController();
    const timer = setTimeout(() => {
      void ask(asked, superseded.signal).then((given) => {
        if (superseded.signal.aborted) return;
        setAnswer({ asked, answer: given });
        if (typeof given === "object") setMail(given);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [asked]);
  if (answer?.asked !== asked) return { state: "asking", mail };
  if (typeof answer.answer === "string") return { state: answer.answer, mail };
  return { state: "shown", mail: answer.answer };
}

async function ask(body: string, signal: AbortSignal): Promise<Answer["answer"]> {
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/settings/service-levels/preview", { method: "POST", headers, body, signal });
    if (answer.status === 422) return "wrong";
    if (!answer.ok) return "lost";
    const mail: AutomaticMail = await answer.json();
    return mail;
  } catch {
    return "lost";
  }
}
