import { Link } from "@shopify/polaris";
import { Fragment } from "react";
import { Words } from "#app/components/words.tsx";
import { findLinks, type TextPiece } from "#app/conversation/find-links.ts";

/** What somebody wrote, line by line in its own direction; web addresses open in a tab of their own. */
export function LinkedText({ children }: { children: string }) {
  return (
    <span dir="auto" className="attune-written">
      {findLinks(children).map((piece, at) => (
        <Fragment key={at}>
          <Piece piece={piece} />
        </Fragment>
      ))}
    </span>
  );
}

function Piece({ piece: { text, address, host } }: { piece: TextPiece }) {
  if (address === null) return <>{text}</>;
  const link = (
    <Link url={address} external target="_blank">
      {text}
    </Link>
  );
  return host === null ? link : <Words of="conversation.thread.linkHost" values={{ link, host }} />;
}
