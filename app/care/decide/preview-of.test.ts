import { describe, expect, it } from "vitest";
import { ago, anIssue, settings } from "#app/care/decide/circumstances.fixture.ts";
import { previewOf, type FoundIssue } from "#app/care/decide/preview-of.ts";
import { changeOutreach } from "#app/shop/outreach-settings.ts";

let made = 0;
const found = (given: Partial<FoundIssue> = {}): FoundIssue => {
  made += 1;
  const openedAt = given.openedAt ?? ago(10);
  return {
    ...anIssue({ id: `issue-${made}`, knownSince: openedAt }),
    ...{
      orderId: `order-${made}`,
      openedAt,
      resolvedAt: null,
      contactIndex: `contact-${made}`,
      optedOut: false,
    },
    ...given,
  };
};
const of = (issues: FoundIssue[], change: Parameters<typeof changeOutreach>[1] = {}) =>
  previewOf(issues, changeOutreach(settings(), change)).filter((kind) => kind.found > 0);

describe("previewOf", () => {
  it("says of each kind what was found and what would have been written", () => {
    const issues = [
      found(),
      found(),
      found({ kind: "unfulfilled", severity: 1 }),
      found({ contactIndex: null }),
    ];
    expect(of(issues)).toEqual([
      { kind: "unfulfilled", found: 1, written: 0, because: { severity: 1 } },
      { kind: "stalled", found: 3, written: 2, because: { address: 1 } },
    ]);
  });

  it("follows the settings that are tried", () => {
    const issues = [found(), found({ severity: 3 }), found({ kind: "cancelled_unsaid", severity: 3 })];
    const written = (change: Parameters<typeof changeOutreach>[1]) =>
      of(issues, change).reduce((sum, kind) => sum + kind.written, 0);
    expect(written({})).toBe(2);
    expect(written({ on: false })).toBe(0);
    expect(written({ kinds: { stalled: { from: 3 } } })).toBe(1);
    expect(written({ kinds: { stalled: { on: false } } })).toBe(0);
    expect(written({ kinds: { cancelled_unsaid: { toldBy: "attune" } } })).toBe(3);
    expect(written({ holdOut: { on: true, acknowledged: true } })).toBe(2);
  });

  it("counts one message for one matter, and no more in a week than the cap", () => {
    const order = { orderId: "order", contactIndex: "contact" };
    const first = found({ ...order, subject: "fulfillment:12@1" });
    const second = found({ ...order, kind: "past_estimate", subject: "fulfillment:12@2", openedAt: ago(8) });
    const failed = { ...second, kind: "delivery_failed" as const, id: "failed", openedAt: ago(7) };
    expect(of([failed, second, first]).map(({ kind, written, because }) => [kind, written, because])).toEqual(
      [
        ["stalled", 1, {}],
        ["past_estimate", 0, { one_voice: 1 }],
        ["delivery_failed", 1, {}],
      ],
    );
    const many = [1, 2, 3].map((day) => found({ contactIndex: "contact", openedAt: ago(10 - day) }));
    expect(of(many, { perWeek: 2 })).toMatchObject([{ found: 3, written: 2, because: { cap: 1 } }]);
  });

  it("does not count what was old when it was found, or who opted out", () => {
    const old = found({ knownSince: ago(40) });
    expect(of([old, found({ optedOut: true })])).toMatchObject([
      { found: 2, written: 0, because: { news: 1, suppression: 1 } },
    ]);
  });
});
