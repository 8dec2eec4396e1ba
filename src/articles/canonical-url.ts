/**
 * One address for an article however it was linked: tracking parameters, fragment, default port and
 * AMP forms off, host in lower case, parameters sorted. Null for what is no http or https address, has
 * a user name or password in it, or is longer than 2048 UTF-16 units. Giving the result again gives
 * the same.
 *
 * Mobile hosts (`m.`, `mobile.`) stay: not every site serves the same paths without them.
 */
export function canonicalUrl(text: string, base?: string): string | null {
  const url = webUrl(text, base);
  if (url === null) return null;
  const page = unwrapAmpCache(url);
  page.hash = "";
  page.hostname = page.hostname.replace(/\.$/, "");
  page.pathname = upperEscapes(withoutAmpPath(page.pathname));
  page.search = meaningfulQuery(page.search);
  return page.href.length > LONGEST_URL ? null : page.href;
}

const LONGEST_URL = 2_048;

/** The http or https URL that a text is, with its fragment; null for others, see {@link canonicalUrl}. */
function webUrl(text: string, base?: string): URL | null {
  if (text.length > LONGEST_URL * 2) return null;
  const url = URL.parse(text.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.username === "" && url.password === "" ? url : null;
}

/** Parameters that tell where a reader came from and never which page it is, by who adds them. */
const TRACKING: ReadonlySet<string> = new Set(
  [
    "fbclid", // Facebook
    "gclid gclsrc dclid gbraid wbraid _ga _gl", // Google Ads and Analytics
    "msclkid", // Microsoft Advertising
    "yclid ysclid _openstat", // Yandex
    "twclid", // X
    "ttclid", // TikTok
    "igshid igsh", // Instagram
    "li_fat_id", // LinkedIn
    "mc_cid mc_eid", // Mailchimp
    "_hsenc _hsmi hsctatracking", // HubSpot
    "mkt_tok", // Marketo
    "oly_anon_id oly_enc_id", // Omeda
    "vero_id vero_conv", // Vero
    "xtor at_medium at_campaign at_link_origin", // AT Internet
    "cmpid cmp ocid ncid ito ns_mchannel ns_source ns_campaign ns_linkname", // newsrooms' campaigns
    "smid smtyp", // share buttons of newspapers
    "traffic_source", // broadcasters' feeds
    "amp outputtype", // which rendering of the page, not which page
  ].flatMap((names) => names.split(" ")),
);

/** Families of tracking parameters: Urchin/Google campaigns, Matomo/Piwik, broadcasters' own. */
const TRACKING_PREFIX = /^(utm|itm|pk|mtm|piwik|matomo|hsa|stm)_/;

/** Pairs stay spelt as they were: `?123` and `?123=` need not be one page to a server. */
function meaningfulQuery(search: string): string {
  const pairs = search.slice(1).split("&");
  const kept = pairs.filter((pair) => pair !== "" && !isTracking(nameOf(pair)));
  return kept.toSorted().join("&");
}

const nameOf = (pair: string): string => (pair.split("=", 1)[0] ?? "").toLowerCase();

const isTracking = (name: string): boolean => TRACKING.has(name) || TRACKING_PREFIX.test(name);

/** `host.cdn.ampproject.org/c/s/host/path` and `google.com/amp/s/host/path` name the page they copy. */
const AMP_CACHE = /^\/(?:[acv]|amp)\/(s\/)?([^/][^/.]*\.[^/]+)(\/.*)?$/;

function unwrapAmpCache(url: URL): URL {
  const isCache = url.hostname.endsWith(".cdn.ampproject.org") || isGoogle(url.hostname);
  const [, secure, host, path = "/"] = (isCache ? AMP_CACHE.exec(url.pathname) : null) ?? [];
  if (host === undefined) return url;
  return webUrl(`${secure === undefined ? "http" : "https"}://${host}${path}${url.search}`) ?? url;
}

const isGoogle = (host: string): boolean => /^(www\.)?google\.[a-z.]{2,6}$/.test(host);

/** `/story/amp` and `/story.amp` are renderings of `/story`; `/amp` alone may be a page of its own. */
const withoutAmpPath = (path: string): string =>
  path.replace(/([^/])\/amp\/?$/i, "$1").replace(/([^/])\.amp$/i, "$1");

/** Percent escapes mean the same in either case; upper is the normal form (RFC 3986, section 6.2.2.1). */
const upperEscapes = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
