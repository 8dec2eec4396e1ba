import { expect, it } from "vitest";
import { evidenceOf } from "../../../src/facts/evidence.ts";
import { EMPTY_EXTRACTION, FULL_EXTRACTION } from "../../support/store-samples.ts";

it("gathers the evidence of every kind of fact, each span once", () => {
  expect(evidenceOf(FULL_EXTRACTION)).toEqual([
    [0, 5],
    [1, 2],
    [2, 9],
    [3, 4],
    [0, 1],
  ]);
});

it("finds none where nothing is asserted", () => {
  expect(evidenceOf(EMPTY_EXTRACTION)).toEqual([]);
});
