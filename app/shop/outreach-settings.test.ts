import { describe, expect, it } from "vitest";
import {
  changeOutreach,
  outreachChangeSchema,
  outreachSettingsSchema,
  settingsOfKind,
} from "#app/shop/outreach-settings.ts";

const defaults = outreachSettingsSchema.parse({});
const changes = outreachChangeSchema(["stalled", "cancelled_unsaid"]);
const wrong = (change: unknown) => {
  const [issue] = changes.safeParse(change).error?.issues ?? [];
  return issue?.path.join(".");
};

describe("settings of outreach", () => {
  it("begin with it on, by night quiet, two a week, and nobody held out", () => {
    expect(defaults).toMatchObject({
      on: true,
      quietHours: { from: "20:00", to: "08:00" },
      perWeek: 2,
      holdOut: { on: false, share: 0.1, acknowledged: false },
    });
  });

  it("leave to Shopify what its own notification tells, until the shop says otherwise", () => {
    expect(settingsOfKind(defaults, "stalled")).toEqual({ on: true, from: 2, toldBy: "attune" });
    expect(settingsOfKind(defaults, "cancelled_unsaid").toldBy).toBe("shopify");
    const silent = changeOutreach(defaults, { shopifyTells: ["delivered"] });
    expect(settingsOfKind(silent, "cancelled_unsaid").toldBy).toBe("attune");
    const higher = changeOutreach(defaults, { kinds: { cancelled_unsaid: { from: 3 } } });
    expect(settingsOfKind(higher, "cancelled_unsaid")).toEqual({ on: true, from: 3, toldBy: "shopify" });
    const ours = changeOutreach(higher, { kinds: { cancelled_unsaid: { toldBy: "attune" } } });
    expect(settingsOfKind(ours, "cancelled_unsaid")).toEqual({ on: true, from: 3, toldBy: "attune" });
  });

  it("change in the named parts alone", () => {
    const changed = changeOutreach(defaults, {
      quietHours: { from: "21:30" },
      kinds: { stalled: { on: false } },
    });
    expect(changed).toEqual({
      ...defaults,
      quietHours: { from: "21:30", to: "08:00" },
      kinds: { stalled: { on: false, from: 2, toldBy: "attune" } },
    });
  });

  it("hold nobody out before somebody was shown what it can answer, each time it is switched on", () => {
    expect(wrong({ holdOut: { on: true } })).toBe("holdOut.acknowledged");
    expect(wrong({ holdOut: { on: true, acknowledged: false } })).toBe("holdOut.acknowledged");
    const on = changeOutreach(defaults, changes.parse({ holdOut: { on: true, acknowledged: true } }));
    expect(on.holdOut).toEqual({ on: true, share: 0.1, acknowledged: true });
    expect(changeOutreach(on, changes.parse({ holdOut: { acknowledged: false } })).holdOut).toEqual(
      on.holdOut,
    );
    const off = changeOutreach(on, { holdOut: { on: false } });
    expect(off.holdOut).toEqual({ on: false, share: 0.1, acknowledged: false });
  });

  it.each([
    [{ quietHours: { from: "24:00" } }, "quietHours.from"],
    [{ perWeek: 0 }, "perWeek"],
    [{ kinds: { stalled: { from: 5 } } }, "kinds.stalled.from"],
    [{ kinds: { stalled: { toldBy: "nobody" } } }, "kinds.stalled.toldBy"],
    [{ holdOut: { share: 0.9 } }, "holdOut.share"],
    [{ shopifyTells: ["everything"] }, "shopifyTells.0"],
    [{ kinds: { unheard_of: {} } }, "kinds"],
  ])("refuse %j by the name of the field", (change, field) => expect(wrong(change)).toBe(field));
});
