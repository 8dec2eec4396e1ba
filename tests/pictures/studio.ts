import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";

/** What is photographed: a page that is open to the browser, or the words of one. */
export type Sitting = {
  readonly page: { readonly url: string } | { readonly html: string };
  /** In CSS pixels. */
  readonly width: number;
  /** Pixels of the picture to a CSS pixel. */
  readonly scale: number;
  /** The element that the picture ends under. */
  readonly until: string;
  readonly isDark: boolean;
  /** BCP 47. */
  readonly locale: string;
};

/** A browser that draws the same picture on every machine: with one font, and a clock that stands. */
export type Studio = {
  readonly photograph: (sitting: Sitting) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Opens a studio at an instant. */
export async function openStudio(now: Date): Promise<Studio> {
  const folder = mkdtempSync(join(tmpdir(), "parley-fonts-"));
  const browser = await startBrowser({
    args: ["--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb"],
    env: { FONTCONFIG_FILE: writeFontConfig(folder) },
  });
  return {
    async photograph({ page: subject, width, scale, until, isDark, locale }) {
      const context = await browser.newContext({
        viewport: { width, height: width },
        deviceScaleFactor: scale,
        colorScheme: isDark ? "dark" : "light",
        reducedMotion: "reduce",
        timezoneId: "Asia/Muscat",
        locale,
      });
      try {
        const page = await context.newPage();
        await page.clock.setFixedTime(now);
        if ("url" in subject) await page.goto(subject.url);
        else await page.setContent(subject.html);
        await page.evaluate("document.fonts.ready");
        return await shoot(page, until);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function shoot(page: Page, until: string): Promise<Uint8Array> {
  const box = await page.locator(until).boundingBox();
  if (box === null) throw new Error(`the page shows no ${until}`);
  const width = page.viewportSize()?.width ?? box.width;
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.ceil(box.y + box.height) },
    animations: "disabled",
    caret: "hide",
  });
}

/** Tells the browser of no font but the one that comes with the program. */
function writeFontConfig(folder: string): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve("vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf"),
  );
  const path = join(folder, "fonts.conf");
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return path;
}
