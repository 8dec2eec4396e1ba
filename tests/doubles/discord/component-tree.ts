import { isObject, objects } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** Types of components. Source: https://discord.com/developers/docs/components/reference */
export const COMPONENT = {
  row: 1,
  button: 2,
  select: 3,
  textInput: 4,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** A component with its place in the body. */
export type Placed = {
  readonly component: JsonObject;
  readonly path: readonly (string | number)[];
};

/** All components, those inside others too, in the order in which they show. */
export function placed(components: unknown, path: readonly (string | number)[]): readonly Placed[] {
  return objects(components).flatMap((component, index) => {
    const at = [...path, index];
    const { accessory, component: inner } = component;
    return [
      { component, path: at },
      ...placed(component["components"], [...at, "components"]),
      ...(isObject(accessory) ? [{ component: accessory, path: [...at, "accessory"] }] : []),
      ...(isObject(inner) ? [{ component: inner, path: [...at, "component"] }] : []),
    ];
  });
}

/** All components without their places. */
export const componentsIn = (components: unknown): readonly JsonObject[] =>
  placed(components, []).map(({ component }) => component);

const isSelectType = (type: unknown): boolean =>
  type === 3 || (Number(type) >= 5 && Number(type) <= 8);

/** Whether a component is a select of any sort. */
export const isSelect = (component: JsonObject): boolean => isSelectType(component["type"]);
