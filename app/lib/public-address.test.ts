import { describe, expect, it } from "vitest";
import { callableUrl, isPublicAddress } from "#app/lib/public-address.ts";

describe("an address of the public internet", () => {
  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.255.255",
    "192.167.0.1",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:82a::200e",
    "2001:4860:4860::8888",
  ])("%s is one", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
    "3fff::1",
    "",
    "localhost",
    "1.1.1",
    "256.1.1.1",
    "1.1.1.1.1",
  ])("%s is none", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("an address that is called", () => {
  const whyNot = (text: string) => {
    const checked = callableUrl(text);
    return checked.outcome === "refused" ? checked.why : checked.url.href;
  };

  it.each([
    ["https://hooks.example.com/attune?x=1", "https://hooks.example.com/attune?x=1"],
    [" https://hooks.example.com:443/a ", "https://hooks.example.com/a"],
    ["https://1.1.1.1/", "https://1.1.1.1/"],
    ["http://hooks.example.com/", "not_https"],
    ["ftp://hooks.example.com/", "not_https"],
    ["https://user:word@hooks.example.com/", "with_password"],
    ["https://hooks.example.com:8443/", "other_port"],
    ["hooks.example.com", "not_an_address"],
    ["", "not_an_address"],
    ["https://localhost/", "not_public"],
    ["https://metadata.google.internal/", "not_public"],
    ["https://printer.local./", "not_public"],
    ["https://intranet/", "not_public"],
    ["https://127.0.0.1/", "not_public"],
    // The URL parser writes each of them as 127.0.0.1.
    ["https://2130706433/", "not_public"],
    ["https://0x7f.1/", "not_public"],
    ["https://0177.0.0.1/", "not_public"],
    ["https://[::1]/", "not_public"],
    ["https://[::ffff:7f00:1]/", "not_public"],
    ["https://①②⑦.0.0.1/", "not_public"],
  ])("%s: %s", (text, expected) => expect(whyNot(text)).toBe(expected));
});
