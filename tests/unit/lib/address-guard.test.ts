import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAddressGuard } from "../../../src/lib/address-guard.ts";
import { createGuardedLookup } from "../../../src/lib/guarded-lookup.ts";

describe("the address guard", () => {
  const isAllowed = createAddressGuard([]);

  it.each(["8.8.8.8", "203.0.114.1", "2606:4700::1111", "::ffff:8.8.8.8"])(
    "allows %s",
    (address) => {
      expect(isAllowed(address)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.168.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "4000::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
  ])("refuses %j", (address) => {
    expect(isAllowed(address)).toBe(false);
  });

  it("allows what the operator names, written either way, and no more", () => {
    const withExceptions = createAddressGuard(["192.168.7.0/24", "fd12::/16"]);

    expect(withExceptions("192.168.7.9")).toBe(true);
    expect(withExceptions("::ffff:192.168.7.9")).toBe(true);
    expect(withExceptions("fd12::9")).toBe(true);
    expect(withExceptions("192.168.8.9")).toBe(false);
    expect(withExceptions("fd13::9")).toBe(false);
  });

  it("answers for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (address) => {
        expect(typeof isAllowed(address)).toBe("boolean");
      }),
      { seed: 1 },
    );
  });
});

const resolved = (addresses: string[]) =>
  createGuardedLookup(createAddressGuard([]), (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    ),
  );

describe("a guarded lookup", () => {
  it("passes on only the addresses that may be reached", () => {
    resolved(["10.0.0.1", "8.8.8.8", "::1"])("a.example", { all: true }, (error, addresses) => {
      expect(error).toBeNull();
      expect(addresses).toEqual([{ address: "8.8.8.8", family: 4 }]);
    });
  });

  it("gives one address to a caller that wants one", () => {
    resolved(["8.8.8.8"])("a.example", {}, (error, address, family) => {
      expect([error, address, family]).toEqual([null, "8.8.8.8", 4]);
    });
  });

  it("fails for a name that leads inside", () => {
    resolved(["169.254.169.254"])("a.example", { all: true }, (error) => {
      expect(error?.code).toBe("EADDRESSREFUSED");
    });
  });
});
