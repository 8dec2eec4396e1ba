import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Dossier } from "./dossier.ts";
import { ConfigError } from "./env.ts";
import { loadYaml } from "./load-yaml.ts";

/**
 * Reads one dossier.
 *
 * @throws {ConfigError} naming file, line, path inside and reason of every mistake.
 */
export const loadDossier = (file: string): Dossier => loadYaml(file, Dossier);

/**
 * Reads every `*.yaml` of a folder, in the order of their names.
 *
 * @throws {ConfigError} with the mistakes of all files at once, when the folder holds no dossier,
 * or when two dossiers share an id.
 */
export function loadDossiers(folder: string): readonly Dossier[] {
  const files = dossierFiles(folder);
  const problems: string[] = [];
  const byId = new Map<string, Dossier>();
  for (const file of files) {
    try {
      const dossier = loadDossier(file);
      if (byId.has(dossier.id))
        problems.push(`${file}: id: ${dossier.id} is taken by another file`);
      byId.set(dossier.id, dossier);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return [...byId.values()];
}

function dossierFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new ConfigError([`${folder}: cannot be read; it should hold the dossiers`]);
  }
  const files = names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (files.length === 0) throw new ConfigError([`${folder}: holds no dossier (*.yaml)`]);
  return files.map((name) => join(folder, name));
}
