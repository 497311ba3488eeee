import { describe, expect, it } from "vitest";
import { isDeadAddress } from "./is-dead-address.ts";

describe("isDeadAddress", () => {
  it.each([
    [550, "550 5.1.1 No such user here", true],
    [550, "550-5.1.10 Recipient not found", true],
    [550, "550 Mailbox unavailable", false],
    [554, "554 5.7.1 Message refused", false],
    [550, "550 5.1.8 Bad sender", false],
    [450, "450 4.1.1 Try later", false],
    [552, "552 5.2.2 Mailbox full", false],
  ])("%i %s: %s", (code, response, expected) => expect(isDeadAddress({ code, response })).toBe(expected));
});
