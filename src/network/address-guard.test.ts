import { describe, expect, test } from "vitest";
import { isPublicAddress, resolveHost } from "./address-guard.js";

describe("isPublicAddress", () => {
  test.each([
    ["93.184.216.34", true],
    ["2606:4700::1111", true],
    ["127.0.0.1", false],
    ["127.255.255.254", false],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.100.100.200", false],
    ["168.63.129.16", false],
    ["192.0.0.192", false],
    ["198.18.0.1", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["240.0.0.1", false],
    ["::", false],
    ["::1", false],
    ["::127.0.0.1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:93.184.216.34", true],
    ["64:ff9b::7f00:1", false],
    ["64:ff9b:1::7f00:1", false],
    ["2002:7f00:1::", false],
    ["2001:0:7f00:1::", false],
    ["fe80::1", false],
    ["fec0::1", false],
    ["fd00:ec2::254", false],
    ["ff02::1", false],
    ["2001:db8::1", false],
    ["localhost", false],
  ])("%s: %s", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe("resolveHost", () => {
  test("gives the addresses that were looked up, once", async () => {
    let asked = 0;
    const lookup = async () => {
      asked++;
      return ["93.184.216.34", "2606:4700::1111"];
    };
    expect(await resolveHost("example.org", { lookup })).toEqual(["93.184.216.34", "2606:4700::1111"]);
    expect(asked).toBe(1);
  });

  test("refuses a name of which one address is private", async () => {
    const lookup = async () => ["93.184.216.34", "10.0.0.1"];
    await expect(resolveHost("rebind.example", { lookup })).rejects.toMatchObject({
      code: "address-refused",
      message: expect.stringContaining("10.0.0.1"),
    });
    expect(await resolveHost("rebind.example", { lookup, allowPrivate: true })).toHaveLength(2);
  });

  test("takes a literal address for what it is", async () => {
    await expect(resolveHost("[::1]")).rejects.toMatchObject({ code: "address-refused" });
    await expect(resolveHost("127.0.0.1")).rejects.toMatchObject({ code: "address-refused" });
  });

  test("says when there is no such host", async () => {
    const lookup = async () => {
      throw new Error("ENOTFOUND");
    };
    await expect(resolveHost("nowhere.invalid", { lookup })).rejects.toMatchObject({ code: "host-unknown" });
    await expect(resolveHost("nowhere.invalid", { lookup: async () => [] })).rejects.toMatchObject({
      code: "host-unknown",
    });
  });
});
