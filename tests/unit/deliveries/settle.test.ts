import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/deliveries/delivery.ts";
import { settle } from "../../../src/deliveries/settle.ts";
import type { SendOutcome } from "../../../src/platform/outcome.ts";
import {
  chatAt,
  deliveryId,
  minutesPast,
  NINE,
  sampleOwed,
} from "../../support/delivery-samples.ts";

const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  ...sampleOwed(1),
  attempts: 0,
  style: "rich",
  sentIds: [],
  status: { kind: "due" },
  ...changes,
});

const dead = (reason: string) => ({ status: { kind: "dead", at: NINE, reason } });
const settled = (from: Delivery, outcome: SendOutcome, parts = 1, pictures = 0): Delivery =>
  settle(from, outcome, { now: NINE, parts, pictures, random: () => 1 });

type Line = readonly [
  string,
  Delivery,
  SendOutcome,
  number,
  Partial<Record<keyof Delivery, unknown>>,
];

const SENT: SendOutcome = { kind: "sent", messageId: "9" };
const REFUSED: SendOutcome = { kind: "refused", reason: "too long" };
const FAILED: SendOutcome = { kind: "retry", reason: "502", maybeSent: false };

const TABLE: readonly Line[] = [
  ["sent whole", delivery(), SENT, 1, { sentIds: ["9"], status: { kind: "sent", at: NINE } }],
  ["sent in part", delivery(), SENT, 2, { sentIds: ["9"], status: { kind: "due" } }],
  [
    "sent to its end",
    delivery({ sentIds: ["8"] }),
    SENT,
    2,
    { sentIds: ["8", "9"], status: { kind: "sent", at: NINE } },
  ],
  [
    "told to wait",
    delivery({ attempts: 7 }),
    { kind: "wait", ms: 90_000 },
    1,
    { attempts: 7, dueAt: minutesPast(1.5), status: { kind: "due" } },
  ],
  [
    "told to wait longer than time lasts",
    delivery(),
    { kind: "wait", ms: Number.MAX_VALUE },
    1,
    { dueAt: new Date(8_640_000_000_000_000) },
  ],
  [
    "moved",
    delivery(),
    { kind: "moved", to: chatAt(-1005) },
    1,
    { to: chatAt(-1005), dueAt: NINE, status: { kind: "due" } },
  ],
  [
    "moved again and again",
    delivery({ attempts: 7 }),
    { kind: "moved", to: chatAt(-1005) },
    1,
    dead("moved again and again, after 8 attempts"),
  ],
  ["gone", delivery(), { kind: "gone", reason: "blocked" }, 1, dead("gone: blocked")],
  [
    "edited in vain",
    delivery({ edits: deliveryId(0) }),
    { kind: "gone", reason: "not found" },
    1,
    dead("nothing to edit: not found"),
  ],
  ["refused rich", delivery(), REFUSED, 1, { style: "simple", status: { kind: "due" } }],
  ["refused simple", delivery({ style: "simple" }), REFUSED, 1, dead("refused: too long")],
  [
    "refused when begun",
    delivery({ sentIds: ["8"] }),
    REFUSED,
    2,
    dead("refused, after 1 parts: too long"),
  ],
  ["refused as an edit", delivery({ edits: deliveryId(0) }), REFUSED, 1, dead("refused: too long")],
  ["without credentials", delivery(), { kind: "unauthorized", reason: "401" }, 1, delivery()],
  ["failed once", delivery(), FAILED, 1, { attempts: 1, dueAt: new Date(NINE.getTime() + 2_000) }],
  [
    "failed thrice",
    delivery({ attempts: 2 }),
    FAILED,
    1,
    { attempts: 3, dueAt: new Date(NINE.getTime() + 8_000) },
  ],
  [
    "failed through a long outage, without arriving",
    delivery({ attempts: 6 }),
    FAILED,
    1,
    { attempts: 6, dueAt: minutesPast(2), status: { kind: "due" } },
  ],
  [
    "failed with no time left",
    delivery({ expiresAt: new Date(NINE.getTime() + 1_000) }),
    FAILED,
    1,
    dead("502, and no time is left"),
  ],
  [
    "failed, though it may have arrived",
    delivery({ attempts: 2 }),
    { kind: "retry", reason: "timeout", maybeSent: true },
    1,
    { attempts: 3, dueAt: new Date(NINE.getTime() + 32_000), status: { kind: "due" } },
  ],
  [
    "failed too often, though it may have arrived",
    delivery({ attempts: 13 }),
    { kind: "retry", reason: "timeout", maybeSent: true },
    1,
    dead("timeout (it may have arrived), after 14 attempts"),
  ],
];

describe("a delivery with a picture before its words", () => {
  it("goes simple, from its first word, when the words after the picture are refused", () => {
    const begun = delivery({ sentIds: ["8"] });
    const simple = { style: "simple", sentIds: [], status: { kind: "due" }, attempts: 1 };
    expect(settled(begun, REFUSED, 2, 1)).toMatchObject(simple);
  });

  it("goes simple when the picture itself is refused", () => {
    expect(settled(delivery(), REFUSED, 2, 1)).toMatchObject({ style: "simple", sentIds: [] });
  });

  it("is not said twice once words were sent", () => {
    const begun = delivery({ sentIds: ["8", "9"] });
    expect(settled(begun, REFUSED, 3, 1)).toMatchObject(dead("refused, after 2 parts: too long"));
  });
});

describe("a delivery that was", () => {
  it.each(TABLE)("%s", (_, from, outcome, parts, expected) => {
    expect(settled(from, outcome, parts)).toMatchObject(expected);
  });
});
