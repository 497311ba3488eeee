import { useAppBridge } from "@shopify/app-bridge-react";
import { useRevalidator, useSearchParams } from "@remix-run/react";
import { KeysDialog } from "#app/components/keys-dialog.tsx";
import { useWords } from "#app/components/words.tsx";
import type { SavedView } from "#app/shop/saved-view.ts";
import { changed } from "./inbox-address.ts";
import { INBOX_KEYS } from "./keys.ts";
import { ManageViewsDialog } from "./manage-views-dialog.tsx";
import { SaveViewDialog } from "./save-view-dialog.tsx";

export type OpenDialog = "keys" | "save" | "views";

type Given = {
  dialog: OpenDialog | null;
  views: SavedView[];
  mayShare: boolean;
  me: string;
  onHide: () => void;
};

/** What opens over the inbox. It is fetched when one of them is opened first. */
export function InboxDialogs({ dialog, views, mayShare, me, onHide }: Given) {
  const [params, setParams] = useSearchParams();
  const { revalidate } = useRevalidator();
  const shopify = useAppBridge();
  const say = useWords();
  const current = views.find(({ id }) => id === params.get("saved")) ?? null;
  const isMine = current !== null && (current.shared ? mayShare : current.ownerId === me);
  return (
    <>
      <KeysDialog rows={INBOX_KEYS} open={dialog === "keys"} onHide={onHide} />
      <SaveViewDialog
        open={dialog === "save"}
        query={params.toString()}
        current={isMine ? current : null}
        mayShare={mayShare}
        onHide={onHide}
        onSaved={(id) => {
          onHide();
          shopify.toast.show(say("inbox.views.saved"));
          setParams((now) => changed(now, { saved: [id] }));
        }}
      />
      <ManageViewsDialog
        open={dialog === "views"}
        views={views}
        mayShare={mayShare}
        onHide={onHide}
        onChanged={(removed) => {
          if (removed !== null) shopify.toast.show(say("inbox.views.removed"));
          if (removed !== null && removed === params.get("saved"))
            setParams((now) => changed(now, { saved: [] }));
          else revalidate();
        }}
      />
    </>
  );
}
