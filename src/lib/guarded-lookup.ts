import { lookup as resolve, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import type { AddressGuard } from "./address-guard.ts";

/** A host name resolved only to addresses that the guard refuses. */
class AddressRefusedError extends Error {
  readonly code = "EADDRESSREFUSED";

  constructor(hostname: string) {
    super(`${hostname} resolves to no address that may be reached`);
    this.name = "AddressRefusedError";
  }
}

/** Resolves a name to all of its addresses, as `dns.lookup` with `all: true`. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for sockets that passes on only the addresses the guard allows. The socket connects to
 * what this gives, so a name that resolves differently a moment later (DNS rebinding) gains nothing.
 */
export function createGuardedLookup(
  isAllowed: AddressGuard,
  resolveAll: Resolve = resolve,
): LookupFunction {
  return (hostname, options, callback) => {
    resolveAll(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const [first, ...rest] = addresses.filter(({ address }) => isAllowed(address));
      if (first === undefined) return callback(new AddressRefusedError(hostname), "", 0);
      if (options.all === true) return callback(null, [first, ...rest]);
      callback(null, first.address, first.family);
    });
  };
}
