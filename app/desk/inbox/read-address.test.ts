import { describe, expect, it } from "vitest";
import { kept, readAddress } from "./read-address.ts";

const read = (query: string) => readAddress(new URLSearchParams(query), "42");

describe("the inbox's address", () => {
  it("asks for what is open, the last changed first, when it says nothing", () => {
    expect(read("")).toEqual({
      view: "open",
      filters: { status: "open" },
      sort: "newest",
      cursor: undefined,
    });
  });

  it("takes any combination of filters, each with several values", () => {
    const { filters, sort } = read(
      "view=all&emotion=anger&emotion=worry&intent=refund&language=de&order=delivered&order=none&tag=vip&tag=a,b&assignee=me&assignee=nobody&assignee=7&channel=email&priority=urgent&q=+parcel+&sort=waiting",
    );
    expect(sort).toBe("waiting");
    expect(filters).toEqual({
      emotion: ["anger", "worry"],
      intent: ["refund"],
      language: ["de"],
      orderState: ["delivered", ""],
      tag: ["vip", "a,b"],
      assignee: ["42", "", "7"],
      channel: ["email"],
      priority: ["urgent"],
      q: "parcel",
    });
  });

  it("leaves out what it does not know", () => {
    const asked = read("view=nothing&emotion=hunger&order=lost&assignee=x&language=<b>&sort=size&tag=");
    expect(asked).toMatchObject({ view: "open", filters: { status: "open" }, sort: "newest" });
    expect(Object.keys(asked.filters)).toEqual(["status"]);
  });

  it("keeps what a view is of, whatever else is asked", () => {
    expect(read("view=mine&assignee=7&status=closed").filters).toEqual({ status: "open", assignee: "42" });
  });
});

describe("what a saved view keeps", () => {
  const of = (query: string) => kept(new URLSearchParams(query));

  it("is the same for two addresses that ask the same", () => {
    expect(of("q=late&tag=vip&view=mine&cursor=abc&saved=1")).toBe(of("view=mine&tag=vip&tag=vip&q=late"));
  });

  it("keeps who looks, and not who looked", () =>
    expect(of("assignee=me&view=all")).toBe("view=all&assignee=me"));

  it("is nothing for what everybody sees anyway", () => expect(of("view=open&sort=newest")).toBe(""));
});
