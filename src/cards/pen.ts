/** Where and how words are written; `y` is the baseline. Lengths are in pixels. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "middle" | "right";
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
};

/** Writes words into an SVG. */
export type Pen = {
  /** How wide words come out, or a little more. */
  readonly widthOf: (words: string, size: number, bold?: boolean) => number;
  /** SVG elements that show the words in one line. */
  readonly write: (words: string, place: Place) => string;
};
