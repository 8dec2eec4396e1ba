import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message, Picture } from "../../src/messages/message.ts";
import type { PlatformAdapter, RenderStyle } from "../../src/platform/adapter.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import {
  HOSTILE_MESSAGES,
  hostileMessages,
  PICTURE,
  SAMPLE_MESSAGES,
} from "../support/messages.ts";

/** What the contract must know of an adapter to hold it to the port. */
export type AdapterSubject<Part> = {
  readonly name: string;
  readonly render: PlatformAdapter<Part>["render"];
  /** What the platform would find wrong with a part: limits passed, markup broken or injected. */
  readonly problemsOf: (part: Part) => readonly string[];
  /** The picture that is drawn when a part is sent, if any. */
  readonly pictureIn: (part: Part) => Picture | null;
  /** Raw answers of the platform, each with the outcome it must become. */
  readonly answers: readonly (readonly [
    title: string,
    outcome: SendOutcome,
    expected: Partial<SendOutcome> & Pick<SendOutcome, "kind">,
  ])[];
  /** A token that stood in the failed requests, which no outcome may tell. */
  readonly secret: string;
};

const SAYING: Message = {
  language: "en",
  blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: "No talks are scheduled." }] }],
};

const STYLES: readonly RenderStyle[] = ["rich", "simple"];

/** Runs the promises that every platform adapter makes to the core. */
export function adapterContract<Part>(subject: AdapterSubject<Part>): void {
  const problems = (parts: readonly Part[]) => parts.flatMap(subject.problemsOf);

  describe.each(STYLES)(`${subject.name} in its %s style`, (style) => {
    it.each(SAMPLE_MESSAGES)("renders %s as the platform takes it", (_, message) => {
      expect(problems(subject.render(message, style))).toEqual([]);
    });

    it.each(HOSTILE_MESSAGES)("survives %s", (_, message) => {
      expect(problems(subject.render(message, style))).toEqual([]);
    });

    it("lets nothing that others write become markup, a link or a mention", () => {
      fc.assert(
        fc.property(hostileMessages, (message) => {
          expect(problems(subject.render(message, style))).toEqual([]);
        }),
        { seed: 7, numRuns: 200 },
      );
    });

    it("renders the same message the same way twice", () => {
      for (const [, message] of SAMPLE_MESSAGES)
        expect(subject.render(message, style)).toEqual(subject.render(message, style));
    });

    it("renders parts that survive the outbox", () => {
      for (const [, message] of SAMPLE_MESSAGES) {
        const parts = subject.render(message, style);
        expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
      }
    });
  });

  describe(`${subject.name}'s pictures`, () => {
    const pictured: Message = { ...SAYING, picture: PICTURE };
    const picturesIn = (style: RenderStyle) =>
      subject.render(pictured, style).flatMap((part) => subject.pictureIn(part) ?? []);

    it("stand in the rich style, once, and before all words", () => {
      expect(picturesIn("rich")).toEqual([PICTURE]);
      const [first] = subject.render(pictured, "rich");
      expect(subject.pictureIn(first)).toEqual(PICTURE);
    });

    it("are left out of the simple style, whose words stay", () => {
      expect(subject.render(pictured, "simple")).toEqual(subject.render(SAYING, "simple"));
    });
  });

  describe(`${subject.name}'s answers`, () => {
    it.each(subject.answers)("reads %s", (_, outcome, expected) => {
      expect(outcome).toMatchObject(expected);
    });

    it.each(subject.answers)("tells no token in %s", (_, outcome) => {
      expect(JSON.stringify(outcome)).not.toContain(subject.secret);
    });
  });
}
