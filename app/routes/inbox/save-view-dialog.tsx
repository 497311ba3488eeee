import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Checkbox, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import { isolated } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { SavedView } from "#app/shop/saved-view.ts";
import { askInbox } from "./ask-inbox.ts";

type Given = {
  open: boolean;
  /** The address as it is now. */
  query: string;
  /** The saved view that is open, if who looks may change it. */
  current: SavedView | null;
  mayShare: boolean;
  onHide: () => void;
  onSaved: (id: string) => void;
};

const LONGEST = 60;

/** Keeps the filters of the moment under a name, for oneself or for the team. */
export function SaveViewDialog({ open, query, current, mayShare, onHide, onSaved }: Given) {
  const say = useWords();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<{ name?: string; all?: string }>({});
  const [busy, setBusy] = useState(false);
  const save = async (view: { id?: string; name: string; shared: boolean }) => {
    if (view.name.trim() === "") return setProblem({ name: say("inbox.views.name.missing") });
    setBusy(true);
    const answer = await askInbox({ what: "save-view", ...view, query });
    setBusy(false);
    if (answer.outcome !== "view_saved") {
      const why = answer.outcome === "refused" ? answer.why : "unreached";
      return setProblem({ [why === "name_taken" ? "name" : "all"]: say(`inbox.views.refused.${why}`) });
    }
    setProblem({});
    setName("");
    setShared(false);
    onSaved(answer.id);
  };
  const hide = () => {
    setProblem({});
    onHide();
  };
  return (
    <Dialog open={open} onHide={hide}>
      <TitleBar title={say("inbox.views.save")}>
        <button
          variant="primary"
          {...(busy ? { loading: "" } : {})}
          onClick={() => void save({ name, shared })}
        >
          {current ? say("inbox.views.saveNew") : say("action.save")}
        </button>
        {current ? (
          <button onClick={() => void save(current)}>
            {say("inbox.views.update", { name: isolated(current.name) })}
          </button>
        ) : (
          <button onClick={hide}>{say("action.cancel")}</button>
        )}
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          {problem.all ? <Banner tone="critical">{problem.all}</Banner> : null}
          <TextField
            label={say("inbox.views.name")}
            value={name}
            onChange={setName}
            maxLength={LONGEST}
            error={problem.name}
            autoComplete="off"
          />
          <Checkbox
            label={say("inbox.views.share")}
            helpText={mayShare ? undefined : say("inbox.views.share.not")}
            disabled={!mayShare}
            checked={shared}
            onChange={setShared}
          />
        </BlockStack>
      </Box>
    </Dialog>
  );
}
