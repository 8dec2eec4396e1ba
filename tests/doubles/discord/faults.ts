import type { Json } from "./json.ts";

/** Something that goes wrong with one request. */
export type Fault =
  /** Answers so, without handling the request. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body?: Json;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A gateway in between answers 502 in HTML. */
  | { readonly kind: "garbage" }
  /** Breaks the connection; the request was not handled. */
  | { readonly kind: "drop-before" }
  /** Breaks the connection after the request was handled. */
  | { readonly kind: "drop-after" }
  /** Handles the request, and answers so many real milliseconds later. */
  | { readonly kind: "delay"; readonly ms: number };

export type Faults = {
  /** Lets the next requests of an operation, or of any, meet a fault. */
  add(operation: string, fault: Fault, times: number): void;
  /** The fault that a request meets. */
  take(operation: string): Fault | null;
  clear(): void;
};

/** Faults to come, each used up by the requests that meet it. */
export function createFaults(): Faults {
  let waiting: { readonly operation: string; readonly fault: Fault; left: number }[] = [];
  return {
    add: (operation, fault, times) => {
      waiting.push({ operation, fault, left: times });
    },
    take: (operation) => {
      const next = waiting.find((each) => each.operation === operation || each.operation === "any");
      if (next === undefined) return null;
      next.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return next.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}
