import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { isolated } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { SavedView } from "#app/shop/saved-view.ts";
import { askInbox } from "./ask-inbox.ts";

type Given = {
  open: boolean;
  views: SavedView[];
  mayShare: boolean;
  onHide: () => void;
  /** A view that is there no more, or null: they stand in another order. */
  onChanged: (removed: string | null) => void;
};

/** The order of one's own views and of the team's, and which of them go. */
export function ManageViewsDialog({ open, views, mayShare, onHide, onChanged }: Given) {
  const say = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (body: object, removed: string | null) => {
    const answer = await askInbox(body);
    const why =
      answer.outcome === "refused" ? answer.why : answer.outcome === "unreached" ? "unreached" : null;
    setProblem(why ? say(`inbox.views.refused.${why}`) : null);
    onChanged(why ? null : removed);
  };
  const groups = [
    { title: say("inbox.views.own"), some: views.filter(({ shared }) => !shared), mayChange: true },
    { title: say("inbox.views.team"), some: views.filter(({ shared }) => shared), mayChange: mayShare },
  ].filter(({ some }) => some.length > 0);
  return (
    <Dialog open={open} onHide={onHide}>
      <TitleBar title={say("inbox.views.manage")} />
      <Box padding="400">
        <BlockStack gap="400">
          {problem ? <Banner tone="critical">{problem}</Banner> : null}
          {groups.length === 0 ? <Text as="p">{say("inbox.views.none")}</Text> : null}
          {groups.map((group) => (
            <Group
              key={group.title}
              {...group}
              onMove={(ids) => void ask({ what: "arrange-views", ids }, null)}
              onRemove={(id) => void ask({ what: "remove-view", id }, id)}
            />
          ))}
        </BlockStack>
      </Box>
    </Dialog>
  );
}

type Grouped = {
  title: string;
  some: SavedView[];
  mayChange: boolean;
  onMove: (ids: string[]) => void;
  onRemove: (id: string) => void;
};

function Group({ title, some, mayChange, onMove, onRemove }: Grouped) {
  const say = useWords();
  const moved = (at: number, by: -1 | 1) => {
    const ids = some.map(({ id }) => id);
    const [id = ""] = ids.splice(at, 1);
    ids.splice(at + by, 0, id);
    onMove(ids);
  };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <ul className="inbox-views">
        {some.map(({ id, name }, at) => (
          <li key={id}>
            <BidiText>{name}</BidiText>
            {mayChange ? (
              <InlineStack gap="100" wrap={false}>
                <Button
                  icon={ArrowUpIcon}
                  variant="tertiary"
                  disabled={at === 0}
                  accessibilityLabel={say("inbox.views.up", { name: isolated(name) })}
                  onClick={() => moved(at, -1)}
                />
                <Button
                  icon={ArrowDownIcon}
                  variant="tertiary"
                  disabled={at === some.length - 1}
                  accessibilityLabel={say("inbox.views.down", { name: isolated(name) })}
                  onClick={() => moved(at, 1)}
                />
                <Button
                  icon={DeleteIcon}
                  variant="tertiary"
                  tone="critical"
                  accessibilityLabel={say("inbox.views.remove", { name: isolated(name) })}
                  onClick={() => onRemove(id)}
                />
              </InlineStack>
            ) : null}
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
