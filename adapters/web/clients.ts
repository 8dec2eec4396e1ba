import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import type { Secret } from "../../src/lib/secret.ts";

/** Bits of an IPv6 address that one client has to itself (RFC 6177: a site gets a /64 or more). */
const OWN_PARTS = 4;

/**
 * Who asks, as far as limits go: an IPv4 address, or the first half of an IPv6 one. A proxy on a private
 * network is believed about who asked it; the last address that it adds is the only one it saw itself.
 */
export function clientOf({ socket, headers }: IncomingMessage): string {
  const peer = addressOf(socket.remoteAddress ?? "");
  if (peer === null) return "unknown";
  const told = [headers["x-forwarded-for"] ?? ""].flat().join(",").split(",").at(-1) ?? "";
  const client = isNear(peer) ? (addressOf(told.trim()) ?? peer) : peer;
  return client.kind() === "ipv4"
    ? client.toString()
    : client
        .toByteArray()
        .slice(0, OWN_PARTS * 2)
        .join(".");
}

/** Whether the one who asks sits at this machine, with no proxy in between that we know of. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
  return !isForwarded && addressOf(socket.remoteAddress ?? "")?.range() === "loopback";
}

const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"] as const;

/** Whether the bearer's token is right, in a time that tells nothing of it (RFC 6750). */
export function isBearer({ headers }: IncomingMessage, token: Secret): boolean {
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token.reveal()));
}

const digest = (text: string) => createHash("sha256").update(text).digest();

type Address = ReturnType<typeof ipaddr.process>;

function addressOf(text: string): Address | null {
  const [plain = ""] = text.split("%");
  return ipaddr.isValid(plain) ? ipaddr.process(plain) : null;
}

const NEAR: ReadonlySet<string> = new Set(["loopback", "private", "uniqueLocal", "linkLocal"]);
const isNear = (address: Address): boolean => NEAR.has(address.range());
