import { Text } from "@shopify/polaris";
import { useId, useState, type KeyboardEvent, type RefObject } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { isolated } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { LONGEST_NOTE } from "#app/conversation/note.ts";
import { namedLike, namingAt, withName, type Mentionable } from "./mention.ts";

type Given = {
  label: string;
  value: string;
  staff: readonly Mentionable[];
  error: string | null;
  field: RefObject<HTMLTextAreaElement>;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

const MOST_OFFERED = 8;

/**
 * A text in which people of the team are named by `@`: who could be meant is offered below, chosen by pointer, or by arrow keys and Enter
 * while the field keeps the focus; whose turn it is is said.
 */
export function MentionField({ label, value, staff, error, field, onChange, onKeyDown }: Given) {
  const say = useWords();
  const ids = { field: useId(), help: useId() };
  const picker = usePicker({ value, staff, field, onChange });
  const { offered, chosen } = picker;
  const isOpen = offered.length > 0;
  const active = offered[chosen];
  return (
    <div>
      <label htmlFor={ids.field}>{label}</label>
      <div className="attune-mention-field">
        <textarea
          id={ids.field}
          ref={field}
          dir="auto"
          rows={3}
          value={value}
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          aria-describedby={ids.help}
          aria-invalid={error !== null || undefined}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            picker.look(currentTarget.value, currentTarget.selectionStart);
          }}
          onClick={({ currentTarget }) => picker.look(currentTarget.value, currentTarget.selectionStart)}
          onBlur={picker.close}
          onKeyDown={(event) => {
            if (!picker.press(event)) onKeyDown?.(event);
          }}
        />
        {isOpen ? (
          <ul className="attune-mentions" aria-label={say("acting.mention.list")}>
            {offered.map((one, at) => (
              <li key={one.id}>
                <button
                  type="button"
                  tabIndex={-1}
                  data-chosen={at === chosen || undefined}
                  // The field keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => picker.take(one)}
                >
                  <BidiText>{one.name}</BidiText>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div id={ids.help}>
        <Text as="p" variant="bodySm" tone={error ? "critical" : "subdued"}>
          {error ?? say("acting.mention.help")}
        </Text>
      </div>
      <output className="attune-hidden">
        {active
          ? say("acting.mention.chosen", {
              name: isolated(active.name),
              at: chosen + 1,
              count: offered.length,
            })
          : ""}
      </output>
    </div>
  );
}

type Picking = Pick<Given, "value" | "staff" | "field" | "onChange">;

function usePicker({ value, staff, field, onChange }: Picking) {
  const [naming, setNaming] = useState<{ from: number; sought: string; caret: number } | null>(null);
  const [chosen, setChosen] = useState(0);
  const offered = naming ? namedLike(staff, naming.sought).slice(0, MOST_OFFERED) : [];
  const look = (text: string, caret: number) => {
    const found = namingAt(text, caret);
    setNaming(found && { ...found, caret });
    setChosen(0);
  };
  const close = () => setNaming(null);
  const take = ({ name }: Mentionable) => {
    if (!naming) return;
    const next = withName(value, { ...naming, name });
    onChange(next.text);
    close();
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  /** True: the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const one = offered[chosen];
    if (!one || event.nativeEvent.isComposing) return false;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") take(one);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered, chosen, look, close, take, press };
}
