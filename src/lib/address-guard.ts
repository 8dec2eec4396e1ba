import ipaddr from "ipaddr.js";

/** Whether a connection to this IP address may be opened. */
export type AddressGuard = (address: string) => boolean;

/**
 * Allows public unicast addresses, and those in the networks that the operator allows (CIDR, such as
 * `192.168.7.0/24`). Refused are loopback, private, link-local (cloud metadata among it), carrier-grade
 * NAT, multicast, reserved ranges (IANA special-purpose registries, RFC 6890), and every IPv6 form that
 * carries an IPv4 address to translate; an IPv4-mapped address is judged as the IPv4 address it is.
 *
 * @throws {Error} when a network is not CIDR.
 */
export function createAddressGuard(allowedNetworks: readonly string[]): AddressGuard {
  const networks = allowedNetworks.map((network) => ipaddr.parseCIDR(network));
  return (address) => {
    const parsed = parse(address);
    if (parsed === null) return false;
    return isPublic(parsed) || networks.some((network) => isIn(parsed, network));
  };
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function parse(address: string): Address | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 && isMapped(parsed) ? parsed.toIPv4Address() : parsed;
}

/** `::ffff:a.b.c.d`, and no other form. */
const isMapped = (address: ipaddr.IPv6): boolean =>
  address.isIPv4MappedAddress() && address.parts[5] === 0xffff;

/** Reached from Azure machines only and answers with their secrets, though its range is public. */
const AZURE_PLATFORM = "168.63.129.16";

function isPublic(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  if (address instanceof ipaddr.IPv4) return address.toString() !== AZURE_PLATFORM;
  return isGlobalUnicast(address);
}

/** `2000::/3` is all of IPv6 that is given out for use on the internet (RFC 4291, section 2.4). */
const isGlobalUnicast = (address: ipaddr.IPv6): boolean => (address.parts[0] ?? 0) >> 13 === 1;

function isIn(address: Address, [network, bits]: [Address, number]): boolean {
  if (address instanceof ipaddr.IPv4)
    return network instanceof ipaddr.IPv4 && address.match(network, bits);
  return network instanceof ipaddr.IPv6 && address.match(network, bits);
}
