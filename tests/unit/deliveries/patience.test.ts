import { expect, it } from "vitest";
import { createPatience } from "../../../src/deliveries/patience.ts";

/** A store that takes so long to answer, and patience with it. */
function patienceWith(): {
  readonly patience: ReturnType<typeof createPatience>;
  readonly pass: (ms: number) => void;
} {
  let now = 0;
  return {
    patience: createPatience(() => now),
    pass: (ms) => {
      now += ms;
    },
  };
}

const away = () => Promise.reject(new Error("away"));

it("is not asked for where the store answers in time", async () => {
  const { patience, pass } = patienceWith();
  expect(await patience.during(() => Promise.resolve(pass(4_000)))).toBeUndefined();
  expect(patience.isPatient()).toBe(false);
});

it("is had for some seconds once a store answers that stood still", async () => {
  const { patience, pass } = patienceWith();
  await patience.during(() => Promise.resolve(pass(25_000)));
  expect(patience.isPatient()).toBe(true);
  pass(5_000);
  expect(patience.isPatient()).toBe(false);
});

it("is had for some seconds after the last failure", async () => {
  const { patience, pass } = patienceWith();
  await expect(patience.during(away)).rejects.toThrow("away");
  pass(4_000);
  await expect(patience.during(away)).rejects.toThrow("away");
  pass(4_000);
  expect(patience.isPatient()).toBe(true);
  pass(1_000);
  expect(patience.isPatient()).toBe(false);
});
