import { isIP } from "node:net";
import type { Config } from "../../config/config.ts";
import type { DossierFeed } from "../../config/dossier.ts";
import { feedAddresses } from "../../feeds/feed-address.ts";
import { createAddressGuard } from "../../lib/address-guard.ts";
import { decodeText } from "../../lib/decode-text.ts";
import { checkAddress } from "../../lib/http-address.ts";
import { addedFeedsFile, keepAddedFeeds, readAddedFeeds } from "../added-feeds.ts";
import { allowedNetworks } from "../feed-client.ts";
import { loadFollowed } from "../followed.ts";
import { readBytes } from "../items-file.ts";
import { idOf } from "../opml/feed-of-outline.ts";
import { readOpml } from "../opml/read-opml.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { reportProblems } from "./problems.ts";

/** `parley import FILE`: adds the feeds of an OPML file to those that are polled. */
export function importCommand(terminal: Terminal, config: Config, file: string): ExitCode {
  const { text } = decodeText(readBytes(file), { contentType: null, lang: "en" });
  const opml = readOpml(text);
  if (opml.kind === "failed") {
    terminal.err(`${file} holds no feeds: ${opml.reason}. Give an OPML file.`);
    return EXIT.failed;
  }
  const problems = [...opml.problems];
  const allowed = opml.feeds.filter((feed) => {
    const refusal = refusalOf(feed, config);
    if (refusal !== null) problems.push(`${feed.url.slice(0, 120)}: ${refusal}`);
    return refusal === null;
  });
  const added = addNew(config, allowed);
  const known = allowed.length - added;
  terminal.out(`${added} added, ${known} listed already, ${problems.length} left out`);
  if (added > 0) terminal.err(`Kept in ${addedFeedsFile(config.DATABASE_URL)}.`);
  reportProblems(terminal, problems);
  if (opml.feeds.length + problems.length === 0)
    terminal.err(`${file} lists no feeds: no outline in it has an xmlUrl.`);
  return allowed.length === 0 ? EXIT.failed : EXIT.ok;
}

/** Adds what no list has yet; gives how many that were. */
function addNew(config: Config, feeds: readonly DossierFeed[]): number {
  const { addresses } = loadFollowed(config);
  const known = new Set(addresses.map(({ address }) => address));
  const ids = new Set(addresses.flatMap((each) => each.feeds.map(({ id }) => id)));
  const fresh = feedAddresses(feeds).filter(({ address }) => !known.has(address));
  const added = fresh.flatMap(({ address, feeds: [first] }) => {
    if (first === undefined) return [];
    const id = ids.has(first.id) ? idOf(address) : first.id;
    ids.add(id);
    return [{ ...first, id, url: address }];
  });
  if (added.length > 0)
    keepAddedFeeds(config.DATABASE_URL, [...readAddedFeeds(config.DATABASE_URL), ...added]);
  return added.length;
}

/** Names that only a local network resolves (RFC 6761, 6762, 8375; `.internal` by ICANN). */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|corp|home)$/;

/** Why an address must not be polled; null where it may. What names resolve to is checked when polled. */
function refusalOf({ url }: DossierFeed, config: Config): string | null {
  const guard = createAddressGuard(allowedNetworks(config));
  const checked = checkAddress(url, undefined, guard);
  if (!(checked instanceof URL))
    return checked.reason === "address-refused" ? PRIVATE : checked.detail;
  if (config.PARLEY_ALLOW_PRIVATE_FEEDS) return null;
  const host = checked.hostname.replace(/\.$/, "");
  const isName = isIP(host.replace(/^\[|\]$/g, "")) === 0;
  return isName && (!host.includes(".") || LOCAL_NAME.test(host)) ? PRIVATE : null;
}

const PRIVATE = "it is a private address; set PARLEY_ALLOW_PRIVATE_FEEDS=true to allow it";
