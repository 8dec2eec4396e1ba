import { Cities } from "./cities.ts";
import { loadYaml } from "./load-yaml.ts";

/**
 * Reads the cities that people name their time zones by (`seeds/cities.yaml`).
 *
 * @throws {ConfigError} naming file, line, path inside and reason of every mistake.
 */
export const loadCities = (file: string): Cities => loadYaml(file, Cities);
