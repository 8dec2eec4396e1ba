import { loadYaml } from "./load-yaml.ts";
import { Places } from "./places.ts";

/**
 * Reads the gazetteer (`seeds/places.yaml`).
 *
 * @throws {ConfigError} naming file, line, path inside and reason of every mistake.
 */
export const loadPlaces = (file: string): Places => loadYaml(file, Places);
