import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import {
  type Browser,
  chromium as playwright,
  type LaunchOptions,
  type Page,
} from "playwright-core";
import type { AxeResults } from "axe-core";

/** Starts a Chromium that needs nothing of the system, with further arguments and variables where given. */
export const startBrowser = async ({
  args = [],
  ...options
}: Pick<LaunchOptions, "args" | "env"> = {}): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", ...args],
    ...options,
  });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page: the rule and where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
