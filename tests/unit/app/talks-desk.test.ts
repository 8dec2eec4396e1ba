import { describe, expect, it } from "vitest";
import { demoDesk, EVE } from "../../support/conversations.ts";

const later = (ms: number) => new Date(EVE.getTime() + ms);
const desk = demoDesk();

describe("the desk that commands ask", () => {
  it("tells one digest to all who ask within seconds", async () => {
    const [a, b] = await Promise.all([desk.digest(EVE, null), desk.digest(later(4_000), null)]);

    expect(b).toBe(a);
    expect(await desk.digest(later(60_000), null)).not.toBe(a);
  });

  it("tells what changed since the instant that each asks for", async () => {
    const [none, day] = await Promise.all([
      desk.digest(EVE, null),
      desk.digest(EVE, later(-86_400_000)),
    ]);

    expect(none.changes).toEqual([]);
    expect(day.changes.map(({ kind }) => kind)).toContain("phase");
  });

  it("knows nothing that was not yet said", async () => {
    const { statements } = await desk.statements({
      party: null,
      topic: null,
      speaker: null,
      words: null,
      offset: 0,
      limit: 500,
    });
    const timeline = await desk.timeline(new Date(0), EVE);

    expect(statements.length).toBeGreaterThan(10);
    for (const { statement } of statements)
      expect(Date.parse(statement.published)).toBeLessThanOrEqual(EVE.getTime());
    expect(timeline.at(-1)?.at.getTime()).toBeLessThanOrEqual(EVE.getTime());
  });

  it.each([
    ["en", "What did Araghchi say about the missiles?"],
    ["ar", "ماذا قال عراقجي عن الصواريخ؟"],
    ["fa", "عراقچی درباره موشک‌ها چه گفت؟"],
  ] as const)("finds what bears on a question asked in %s", async (language, question) => {
    const { positions, phase } = await desk.bearing(question, language, EVE);
    const said = positions.flatMap(({ statements }) => statements);

    expect(phase).toBe((await desk.digest(EVE, null)).phase);
    expect(said.slice(0, 3).map(({ speaker }) => speaker)).toContain("Abbas Araghchi");
    expect(said.map(({ topic }) => topic)).toContain("missiles");
  });

  it("finds the same in a chat of another language", async () => {
    const question = "What did Araghchi say about the missiles?";
    const [here, there] = await Promise.all([
      desk.bearing(question, "en", EVE),
      desk.bearing(question, "fa", EVE),
    ]);
    expect(there).toEqual(here);
  });

  it("finds nothing said that bears on what nobody spoke of", async () => {
    expect((await desk.bearing("qwertyuiop zxcvbnm", "en", EVE)).positions).toEqual([]);
  });

  it("ends the timeline where the digest stands", async () => {
    const digest = await desk.digest(EVE, null);
    const last = (await desk.timeline(new Date(0), EVE)).at(-1);

    expect(last?.phase).toBe(digest.phase);
    expect(last?.nextRound?.date).toBe(digest.nextRound?.date);
  });

  it("rests the phase on the sources that the digest cites, or weightier ones", async () => {
    const digest = await desk.digest(EVE, null);
    const [standing] = (await desk.grounds(EVE)).versions;

    expect(standing?.phase).toBe(digest.phase);
    expect(standing?.confirmation).toBe(digest.confirmation);
    for (const { source } of standing?.words ?? []) expect(source.evidence).toHaveLength(1);
  });

  it("tells a feed that has stopped giving news as not working", async () => {
    const standings = (await desk.feeds(EVE)).map(({ standing, problem }) => [
      standing,
      problem === null,
    ]);

    expect(standings).toContainEqual(["failing", false]);
    expect(standings).toContainEqual(["fresh", true]);
    expect(standings).toContainEqual(["unread", true]);
  });
});
