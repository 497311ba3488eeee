import { describe, expect, it } from "vitest";
import { CODE_MARK, codeHash, findCodes, MOST_TRIES, showCode, tryCodes, writeCode } from "./proof-code.ts";
import { deriveShopKeys } from "#app/shop/seal.ts";

describe("findCodes", () => {
  it.each([
    ["483920"],
    ["483 920"],
    ["483-920"],
    ["483\u00a0920"],
    ["4 8 3 9 2 0"],
    ["483 – 920"],
    ["The code is 483920."],
    ["Code:483 920, thank you"],
    ["(483920)"],
    ["Mein Code: 483920\nBestellung #1001"],
    ["٤٨٣٩٢٠"],
    ["۴۸۳ ۹۲۰"],
    ["४८३९२०"],
    ["４８３９２０"],
    ["4️⃣8️⃣3️⃣9️⃣2️⃣0️⃣"],
    ["\u202a483\u200b920\u202c"],
    ["1001 483920"],
    ["Order 1001, code 483920."],
  ])("finds %j", (text) => {
    expect(findCodes(text)).toEqual(["483920"]);
  });

  it.each([
    ["48392"],
    ["4839201"],
    ["order #483920"],
    ["order # 483920"],
    ["EN483920"],
    ["483920 €"],
    ["€483920"],
    ["483920,50"],
    ["12483 920"],
    ["+49 483920"],
    ["2026-11-21"],
    ["00340434161094042557"],
    ["PIN code 483920"],
    ["Zip: 483920"],
    ["PLZ 483920"],
    ["483\n920"],
    [CODE_MARK],
    [""],
  ])("finds none in %j", (text) => {
    expect(findCodes(text)).toEqual([]);
  });

  it("takes what is known to be something else for nothing", () => {
    expect(findCodes("It is 483920, code 111222", ["483920"])).toEqual(["111222"]);
  });

  it("finds each once, in order", () => {
    expect(findCodes("111222 or 333444 or 111222")).toEqual(["111222", "333444"]);
  });

  it("is quick with a text made to be slow", () => {
    const started = performance.now();
    findCodes("1 ".repeat(10_000) + "1-".repeat(10_000) + "#".repeat(10_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a code", () => {
  const keys = deriveShopKeys("shop", Buffer.alloc(32, 1));
  const place = { id: "code", conversationId: "conversation", orderId: "order" };
  const hash = (code: string) => codeHash(keys, place, code);
  const state = { codeHash: hash("483920"), tries: 0, open: true };

  it("is six digits, shown in two groups that are found again", () => {
    expect(writeCode(42)).toBe("000042");
    expect(findCodes(showCode(writeCode(42)))).toEqual(["000042"]);
  });

  it("is bound to its shop, row, conversation and order", () => {
    const others = [
      codeHash(deriveShopKeys("other", Buffer.alloc(32, 1)), place, "483920"),
      ...(["id", "conversationId", "orderId"] as const).map((key) =>
        codeHash(keys, { ...place, [key]: "another" }, "483920"),
      ),
    ];
    for (const other of others) expect(tryCodes(state, [other])).toMatchObject({ outcome: "wrong" });
    expect(JSON.stringify(state)).not.toContain("483920");
  });

  it("matches among others, as long as tries are left", () => {
    expect(tryCodes(state, [hash("111111"), hash("483920")])).toEqual({ outcome: "matched" });
    expect(tryCodes({ ...state, tries: MOST_TRIES - 1 }, [hash("483920")])).toEqual({ outcome: "matched" });
    const many = ["111111", "222222", "333333", "444444", "555555", "483920"].map(hash);
    expect(tryCodes(state, many)).toEqual({ outcome: "wrong", tries: MOST_TRIES, void: true });
    expect(tryCodes({ ...state, tries: MOST_TRIES - 1 }, [hash("1"), hash("483920")])).toMatchObject({
      void: true,
    });
  });

  it("counts each wrong one, and is void after the last", () => {
    expect(tryCodes(state, [hash("111111")])).toEqual({ outcome: "wrong", tries: 1, void: false });
    expect(tryCodes({ ...state, tries: 4 }, [hash("111111")])).toEqual({
      outcome: "wrong",
      tries: 5,
      void: true,
    });
  });

  it("fits nothing once it is closed, or before it was sent", () => {
    expect(tryCodes({ ...state, open: false }, [hash("483920")])).toMatchObject({ outcome: "wrong" });
    expect(tryCodes({ ...state, codeHash: "" }, [hash("483920"), ""])).toMatchObject({ outcome: "wrong" });
  });
});
