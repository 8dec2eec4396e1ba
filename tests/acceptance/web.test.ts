import { mkdirSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/lib/language.ts";
import { startBrowser, violationsOf } from "../support/browser.ts";
import { type CorpusSite, corpusArticles, corpusSite } from "../support/corpus-site.ts";
import { type RunningWeb, serveWeb } from "../support/web.ts";

const EVE = new Date("2026-02-05T18:00:00Z");
/** A folder for pictures of each look, for people; nothing is drawn where none is asked for. */
// oxlint-disable-next-line node/no-process-env -- no setting of the program
const SHOTS = process.env["PAGE_SHOTS"];
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let browser: Browser;
let corpus: CorpusSite;
let web: RunningWeb;
let now = EVE;

beforeAll(async () => {
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
  corpus = corpusSite({ now: () => now }, corpusArticles());
  [browser, web] = await Promise.all([
    startBrowser(),
    serveWeb({ site: corpus.site, now: () => now }),
  ]);
}, 30_000);

afterAll(async () => {
  await browser.close();
  await web.close();
  corpus.close();
});

/** Opens a page as a reader somewhere does, on the eve of the round. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ timezoneId: "Europe/London", ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(web.origin)) elsewhere.push(request.url());
  });
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(now);
  await page.goto(`${web.origin}${path}`);
  await page.evaluate("document.fonts.ready");
  return { page, faults, elsewhere, close: () => context.close() };
}

const widthsOf = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate("[document.documentElement.scrollWidth, innerWidth]");

const LOOKS = LANGUAGES.flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    [PHONE, DESKTOP].map((viewport) => ({ language, colorScheme, viewport })),
  ),
);

describe("the page in a browser", { timeout: 30_000 }, () => {
  it.each(LOOKS)(
    "is fit to be read in $language, $colorScheme, $viewport.width wide",
    async ({ language, colorScheme, viewport }) => {
      const { page, faults, elsewhere, close } = await open(`/iran-us/${language}`, {
        colorScheme,
        viewport,
      });
      const [scrolled, shown] = await widthsOf(page);
      expect(scrolled).toBeLessThanOrEqual(shown);
      const path = `${SHOTS}/${language}-${colorScheme}-${viewport.width}.png`;
      if (SHOTS !== undefined) await page.screenshot({ path, fullPage: true });
      expect(await violationsOf(page)).toEqual([]);
      expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
      await close();
    },
  );

  it.each([
    ["en", "in 12 hours", "06:00"],
    ["ar", "بعد 12 ساعة", "06:00"],
    ["fa", "۱۲ ساعت دیگر", "۰۶:۰۰"],
  ] as const)(
    "counts down to the round on the reader's own clock in %s",
    async (language, ahead, hour) => {
      const { page, close } = await open(`/iran-us/${language}`);
      const time = page.locator(".lead time");
      expect(await time.getAttribute("datetime")).toBe("2026-02-06T06:00:00.000Z");
      expect(await time.textContent()).toBe(ahead);
      expect(await page.locator(".yours").textContent()).toContain(hour);
      await page.clock.setFixedTime(new Date("2026-02-06T05:58:30Z"));
      await time.filter({ hasNotText: ahead }).waitFor();
      expect(await time.textContent()).toMatch(/2|دقيقتين|۲/);
      await close();
    },
  );

  it("leads from a claim to the very sentence in one click", async () => {
    const { page, close } = await open("/iran-us/en");
    await page.locator("#delegations sup a").first().click();
    const source = page.locator(".sources li:target");
    await source.waitFor();
    expect(await source.locator("blockquote").allTextContents()).toContainEqual(
      expect.stringMatching(/Witkoff|Araghchi|عراق[چج]ی|عراقجي|ويتكوف|ویتکاف/),
    );
    expect(await source.locator('a[rel~="external"]').getAttribute("href")).toMatch(/^https:/);
    await close();
  });

  it("reads the same with scripts off", async () => {
    const { page, close } = await open("/iran-us/en", { javaScriptEnabled: false });
    const words = await page.locator("main").innerText();
    for (const part of ["Scheduled", "Begins: in 12 hours", "Marco Rubio", "Disputed"])
      expect(words).toContain(part);
    await page.locator("#changes summary").first().click();
    expect(await page.locator("#changes").innerText()).toContain("was: In doubt");
    await close();
  });

  it("takes in what changed by itself, and leaves closed what the reader closed", async () => {
    now = new Date("2026-02-04T16:00:00Z");
    await corpus.site.changed(now);
    const { page, faults, close } = await open("/iran-us/en");
    expect(await page.locator(".lead").innerText()).not.toContain("Cancelled");
    await page.locator("#positions summary").first().click();
    now = new Date("2026-02-04T16:40:00Z");
    await corpus.site.changed(now);
    await page.locator(".lead", { hasText: "Cancelled" }).waitFor();
    expect(await page.locator("#positions details").first().getAttribute("open")).toBeNull();
    expect(await page.locator("[role=status]").textContent()).toBe("The page was updated.");
    expect(faults).toEqual([]);
    await close();
    now = EVE;
  });

  it.each(LANGUAGES)("names what is not there in %s, and leads to what is", async (language) => {
    const { page, close } = await open(`/nothing/${language}`);
    expect(await page.getAttribute("html", "lang")).toBe(language);
    await page.locator("main a").click();
    expect(await page.locator(".all a").getAttribute("href")).toBe(`/iran-us/${language}`);
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });
});

it("lets no headline, name or quote become markup", { timeout: 30_000 }, async () => {
  const hostile = `</script></title><img src=x onerror="document.body.dataset.hit=1"> \u202egnp.exe\u2066`;
  const first = corpusArticles().find(({ lang }) => lang === "en");
  if (first === undefined) throw new Error("no article");
  const title = `Iran and US to hold nuclear talks in Muscat on 6 February, Oman says ${hostile}`;
  const article = {
    ...first,
    url: "javascript:alert(1)",
    source: `Reuters"><script>document.body.dataset.hit=1</script>`,
    published: new Date("2026-02-05T12:00:00Z"),
    title,
    body: `Oman's foreign ministry said that Iran and the United States would hold nuclear talks in Muscat on 6 February. "We seek a deal <svg onload=alert(1)> ${hostile}," Iranian Foreign Minister Abbas Araghchi said.`,
  };
  const other = corpusSite({ now: () => EVE }, [article]);
  const server = await serveWeb({ site: other.site, now: () => EVE });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/iran-us/en`);
  expect(await page.locator(".sources").textContent()).toContain("<script>");
  expect(await page.locator("main").textContent()).not.toMatch(
    /[\u202e\u2066]gnp|gnp\.exe[\u2066]/,
  );
  expect(await page.locator("main img, main script, main svg[onload]").count()).toBe(0);
  expect(await page.locator('[href^="javascript"]').count()).toBe(0);
  expect(await page.evaluate("document.body.dataset.hit")).toBeUndefined();
  await context.close();
  await server.close();
  other.close();
});
