import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeAlert } from "../../../src/messages/alerts/compose-alert.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { iranUsNames, RICH_DIGEST } from "../../../tests/support/digests.ts";
import { alertOf, givenLoad, subscriptionOf } from "./load.ts";
import { connectTelegram } from "./telegram.ts";

// Makes what both systems start from, in a process of its own: subscriptions in a store with an alert to
// be told, and the calls' bodies that come of it, for the system that has no store.
const { folder, size, apiRoot, factor } = givenLoad();
const RUN = 10_000;
const at = new Date();

const store = await openStore(`file:${join(folder, "parley.db")}`, ({ reason }) => {
  throw new Error(reason);
});
for (let from = 0; from < size; from += RUN)
  await store.subscriptions.keepAll(
    Array.from({ length: Math.min(RUN, size - from) }, (_, n) => subscriptionOf(from + n, at)),
  );
const alert = alertOf(at, await store.archive.keep(RICH_DIGEST));
await store.occasions.add(alert);
await store.close();

const adapter = connectTelegram(apiRoot, factor);
const { what } = alert;
const alerts = what.kind === "alert" ? what.alerts : [];
const parts = LANGUAGES.map((language) => {
  const reader = { language, timeZone: "Asia/Muscat" };
  return adapter.render(composeAlert(iranUsNames, RICH_DIGEST, alerts, reader), "rich");
});
writeFileSync(join(folder, "parts.json"), JSON.stringify(parts));
