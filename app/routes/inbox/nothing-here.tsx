import { useSearchParams } from "@remix-run/react";
import { EmptyState } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { ViewId } from "#app/desk/inbox/views.ts";
import { changed, cleared, isFiltered } from "./inbox-address.ts";

/** Why there is nothing, and where there is something. */
export function NothingHere({ view, isNew }: { view: ViewId; isNew: boolean }) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const go = (wanted: ViewId) => () => setParams((current) => changed(cleared(current), { view: [wanted] }));
  if (isFiltered(params))
    return (
      <EmptyState
        heading={say("inbox.empty.found.title")}
        image=""
        action={{
          content: say("inbox.empty.found.action"),
          onAction: () => setParams((current) => cleared(current)),
        }}
        {...(view === "all"
          ? {}
          : {
              secondaryAction: {
                content: say("inbox.empty.found.all"),
                onAction: () => setParams((current) => changed(current, { view: ["all"], saved: [] })),
              },
            })}
      >
        <p>{say("inbox.empty.found.text")}</p>
      </EmptyState>
    );
  if (isNew)
    return (
      <EmptyState
        heading={say("inbox.empty.first.title")}
        image=""
        action={{ content: say("inbox.empty.first.action"), url: "/settings" }}
      >
        <p>{say("inbox.empty.first.text")}</p>
      </EmptyState>
    );
  if (view === "open")
    return (
      <EmptyState heading={say("inbox.empty.open.title")} image="">
        <p>{say("inbox.empty.open.text")}</p>
      </EmptyState>
    );
  const [which, to] = view === "mine" ? (["mine", "unassigned"] as const) : (["view", "open"] as const);
  return (
    <EmptyState
      heading={say(`inbox.empty.${which}.title`)}
      image=""
      action={{ content: say(`inbox.empty.${which}.action`), onAction: go(to) }}
    >
      <p>{say(`inbox.empty.${which}.text`)}</p>
    </EmptyState>
  );
}
