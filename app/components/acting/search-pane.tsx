import { Popover, TextField } from "@shopify/polaris";

type Given = { label: string; sought: string; onSeek: (sought: string) => void };

/** Above a menu that is too long to be read through: what it is searched by. */
export const SearchPane = ({ label, sought, onSeek }: Given) => (
  <Popover.Pane fixed>
    <div className="attune-pane">
      <TextField
        label={label}
        labelHidden
        placeholder={label}
        value={sought}
        onChange={onSeek}
        autoComplete="off"
      />
    </div>
  </Popover.Pane>
);
