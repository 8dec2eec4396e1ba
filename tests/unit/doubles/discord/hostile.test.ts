import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { APPLICATION, ask, openDouble } from "./ask-discord.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const FIELDS = [
  "content",
  "embeds",
  "components",
  "flags",
  "nonce",
  "attachments",
  "allowed_mentions",
  "__proto__",
];
const component = fc.letrec((tie) => ({
  any: fc.record(
    {
      type: fc.integer({ min: -1, max: 20 }),
      custom_id: fc.oneof(fc.string(), fc.constant(null)),
      label: fc.string({ unit: "binary" }),
      content: fc.string({ unit: "binary" }),
      url: fc.webUrl(),
      style: fc.integer({ min: 0, max: 7 }),
      options: fc.jsonValue(),
      components: fc.array(tie("any"), { maxLength: 3 }),
      accessory: tie("any"),
    },
    { requiredKeys: ["type"] },
  ),
})).any;
const body = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue()),
  fc.record({
    flags: fc.constantFrom(0, 1 << 15),
    components: fc.array(component, { maxLength: 3 }),
  }),
);

test("answers whatever it is sent, and never breaks", async () => {
  const double = await openDouble((end) => ends.push(end));
  const channel = double.channel({ guild: double.guild({}) });
  const routes = [
    ["POST", `/channels/${channel.id}/messages`],
    ["PUT", `/applications/${APPLICATION}/commands`],
    ["POST", "/interactions/7/x/callback"],
  ] as const;
  const property = fc.asyncProperty(
    fc.constantFrom(...routes),
    body,
    async ([method, path], sent) => {
      const { status } = await ask(double, method, path, sent);
      expect([200, 201, 400, 404]).toContain(status);
    },
  );
  await fc.assert(property, { seed: 7, numRuns: 300 });
  expect("_errors" in {}).toBe(false);
});
