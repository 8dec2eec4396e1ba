import { openStore } from "../../src/store/open-store.ts";
import { upgrade } from "../support/next-version.ts";
import { testDatabases } from "../support/store-engines.ts";
import { storeContract } from "./store-contract.ts";

const nothingIsCorrupt = (row: { table: string; key: string; reason: string }): never => {
  throw new Error(`corrupt row: ${JSON.stringify(row)}`);
};

const databases = testDatabases();

storeContract("SQLite in memory", () => openStore("file::memory:", nothingIsCorrupt));
storeContract("SQLite in a file of the next version", async () => {
  const url = await databases.fresh("SQLite");
  await upgrade(url);
  return openStore(url, nothingIsCorrupt);
});
storeContract("PostgreSQL", async () =>
  openStore(await databases.emptied("PostgreSQL"), nothingIsCorrupt),
);
