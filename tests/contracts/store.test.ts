import { openStore } from "../../src/store/open-store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { storeContract } from "./store-contract.ts";

const nothingIsCorrupt = (row: { table: string; key: string; reason: string }): never => {
  throw new Error(`corrupt row: ${JSON.stringify(row)}`);
};

const folder = temporaryFolder();
let files = 0;

storeContract("SQLite in memory", () => openStore("file::memory:", nothingIsCorrupt));
storeContract("SQLite in a file", () => {
  files += 1;
  return openStore(`file:${folder()}/${files}/parley.db`, nothingIsCorrupt);
});
