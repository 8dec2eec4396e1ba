import type { LanguageModel, ModelAnswer } from "../../src/summarize/language-model.ts";

/** What a model of the tests was asked, and what it says in turn. */
export type ScriptedModel = LanguageModel & {
  readonly asked: { readonly purpose: string; readonly system: string; readonly prompt: string }[];
};

/**
 * A model that says what it is given to say, one answer a call; a function is asked for its answer when its
 * turn comes. When all is said it cannot be reached.
 */
export function modelThatWrites(
  ...answers: readonly (object | ModelAnswer<unknown> | (() => Promise<unknown>))[]
): ScriptedModel {
  const left = [...answers];
  const asked: ScriptedModel["asked"] = [];
  return {
    name: "scripted",
    asked,
    async write({ purpose, system, prompt, schema }) {
      asked.push({ purpose, system, prompt });
      const next = left.shift();
      if (next === undefined) return { kind: "failed", reason: "unreachable", detail: "silent" };
      const said = typeof next === "function" ? await (next as () => Promise<unknown>)() : next;
      if (isFailure(said)) return said;
      return { kind: "written", value: schema.parse(said) };
    },
  };
}

const isFailure = (said: unknown): said is Extract<ModelAnswer<never>, { kind: "failed" }> =>
  typeof said === "object" && said !== null && "kind" in said && said.kind === "failed";
