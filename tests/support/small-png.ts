import { PNG } from "pngjs";

/** A small PNG, another for each width. */
export const pngOf = (width: number): Uint8Array =>
  Uint8Array.from(PNG.sync.write(new PNG({ width, height: 6 })));
