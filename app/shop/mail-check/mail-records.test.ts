import { describe, expect, it } from "vitest";
import { checkMailRecords, type LookUp, type MailRecord } from "#app/shop/mail-check/mail-records.ts";

const service = {
  spfInclude: "_spf.post.example",
  dkim: [{ selector: "attune", target: "attune.dkim.post.example" }],
};

/** `null`: nobody answers for that name. */
function zone(records: Record<string, string[] | null>): LookUp & { asked: string[] } {
  const asked: string[] = [];
  const lookUp: LookUp = (name, type) => {
    asked.push(`${type} ${name}`);
    const found = records[`${type} ${name}`];
    if (found === null) return Promise.resolve({ outcome: "unavailable" });
    return Promise.resolve(found ? { outcome: "found", records: found } : { outcome: "none" });
  };
  return Object.assign(lookUp, { asked });
}

async function check(records: Record<string, string[] | null>, given: Partial<typeof service> = {}) {
  const found = await checkMailRecords(zone(records), {
    ...{ domain: "care.shop.example", registrable: "shop.example" },
    service: { ...service, ...given },
  });
  const of = (what: MailRecord["what"]) => found.find((one) => one.what === what);
  return { spf: of("spf"), dkim: of("dkim"), dmarc: of("dmarc") };
}

describe("SPF", () => {
  it.each([
    ["v=spf1 include:_spf.post.example ~all"],
    ["V=SPF1 ip4:192.0.2.1 INCLUDE:_SPF.post.example -all"],
    ["v=spf1 redirect=_spf.post.example"],
  ])("is right where it includes the service: %s", async (record) => {
    const { spf } = await check({ "TXT care.shop.example": ["some=other", record] });
    expect(spf).toMatchObject({ state: "ok", found: [record] });
  });

  it("is right where a record that it includes does", async () => {
    const { spf } = await check({
      "TXT care.shop.example": ["v=spf1 include:a.example -all"],
      "TXT a.example": ["v=spf1 include:_spf.post.example -all"],
    });
    expect(spf?.state).toBe("ok");
  });

  it("is to be added where there is none, and to be changed where it leaves the service out", async () => {
    expect((await check({})).spf).toMatchObject({
      state: "missing",
      value: "v=spf1 include:_spf.post.example ~all",
    });
    expect(
      (await check({ "TXT care.shop.example": ["v=spf1 mx include:old.example -all"] })).spf,
    ).toMatchObject({
      ...{ state: "wrong", why: "not_included" },
      value: "v=spf1 mx include:old.example include:_spf.post.example -all",
    });
  });

  it("is wrong where there are two, with one to take their place", async () => {
    const { spf } = await check({ "TXT care.shop.example": ["v=spf1 mx -all", "v=spf1 a ~all"] });
    expect(spf).toMatchObject({ state: "wrong", why: "several" });
    expect(spf?.value).toBe("v=spf1 mx include:_spf.post.example -all");
  });

  it("is wrong where receivers would give up, and ends where records include each other", async () => {
    const many = Array.from({ length: 11 }, (_, at) => `include:i${at}.example`).join(" ");
    expect((await check({ "TXT care.shop.example": [`v=spf1 ${many} -all`] })).spf?.why).toBe(
      "too_many_lookups",
    );
    const { spf } = await check({
      "TXT care.shop.example": ["v=spf1 include:a.example -all"],
      "TXT a.example": ["v=spf1 include:b.example -all"],
      "TXT b.example": ["v=spf1 include:a.example -all"],
    });
    expect(spf?.why).toBe("not_included");
  });

  it("is not known where nobody answers, and not asked for where nobody said what is wanted", async () => {
    expect((await check({ "TXT care.shop.example": null })).spf?.state).toBe("unknown");
    const unset = zone({});
    const [spf] = await checkMailRecords(unset, {
      ...{ domain: "care.shop.example", registrable: null },
      service: { spfInclude: null, dkim: [] },
    });
    expect(spf).toMatchObject({ state: "unset", value: "" });
  });

  it("asks for no name that is none", async () => {
    const asked = zone({
      "TXT care.shop.example": ["v=spf1 include:%{i}._spf.example include:a/../b exists:%{i}.x -all"],
    });
    await checkMailRecords(asked, { domain: "care.shop.example", registrable: null, service });
    expect(
      asked.asked.filter((name) => name.startsWith("TXT") && !/shop\.example|post\.example/u.test(name)),
    ).toEqual([]);
  });
});

describe("DKIM", () => {
  const NAME = "attune._domainkey.care.shop.example";
  it("is right where the name leads to the service's key, or holds it", async () => {
    expect((await check({ [`CNAME ${NAME}`]: ["Attune.dkim.post.example."] })).dkim?.state).toBe("ok");
    const key = "v=DKIM1; k=rsa; p=MIGfMA0";
    expect(
      (await check({ [`TXT ${NAME}`]: ["k=rsa; p=MIGf MA0"], "TXT attune.dkim.post.example": [key] })).dkim
        ?.state,
    ).toBe("ok");
  });

  it("is missing, elsewhere, or not known", async () => {
    expect((await check({})).dkim).toMatchObject({
      ...{ state: "missing", name: NAME, type: "CNAME", value: "attune.dkim.post.example" },
    });
    expect((await check({ [`CNAME ${NAME}`]: ["k1.other.example"] })).dkim).toMatchObject({
      why: "elsewhere",
    });
    expect((await check({ [`TXT ${NAME}`]: ["v=DKIM1; p="] })).dkim).toMatchObject({ why: "elsewhere" });
    expect((await check({ [`CNAME ${NAME}`]: null })).dkim?.state).toBe("unknown");
  });
});

describe("DMARC", () => {
  it("is that of the domain, else that of its organisation", async () => {
    expect((await check({ "TXT _dmarc.care.shop.example": ["v=DMARC1; p=reject"] })).dmarc?.state).toBe("ok");
    expect(
      (await check({ "TXT _dmarc.shop.example": ["v=DMARC1; p=none; rua=mailto:d@x"] })).dmarc?.state,
    ).toBe("ok");
  });

  it("is missing, or wrong where it is there twice or says nothing", async () => {
    expect((await check({})).dmarc).toMatchObject({ state: "missing", value: "v=DMARC1; p=none" });
    expect(
      (await check({ "TXT _dmarc.care.shop.example": ["v=DMARC1; p=none", "v=DMARC1; p=none"] })).dmarc?.why,
    ).toBe("several");
    expect((await check({ "TXT _dmarc.care.shop.example": ["v=DMARC1; rua=mailto:d@x"] })).dmarc?.why).toBe(
      "no_policy",
    );
    expect((await check({ "TXT _dmarc.care.shop.example": null })).dmarc?.state).toBe("unknown");
  });
});
