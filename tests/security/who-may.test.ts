import { describe, expect, it } from "vitest";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { CommandCall } from "../../src/platform/conversation.ts";
import { commandTable } from "../../src/commands/command-table.ts";
import { openStore } from "../../src/store/open-store.ts";
import { sampleChat, sampleSubscription } from "../support/delivery-samples.ts";
import { conversationOf, demoDesk, EVE, pressed, shown, typed } from "../support/conversations.ts";
import { ask } from "../support/store-engines.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Some thousand commands. */
const SLOW = { timeout: 60_000 };

const folder = temporaryFolder();
const desk = demoDesk();
const GROUP = { platform: "telegram", channel: "-100", thread: null } as const;
const FORGED = { id: "s00000000001", confirm: "yes", more: "yes", all: "yes" };

/** A member of a group who administers nothing, and says whatever he likes. */
const member = (changes: Partial<CommandCall> = {}): Partial<CommandCall> => ({
  from: GROUP,
  place: "group",
  asker: { id: "telegram:666", languageHint: "en" },
  mayAdminister: () => Promise.resolve(false),
  ...changes,
});

/** Every value that a form offers for each option, and some that it does not. */
function* forgeriesOf({ options }: CommandForm): Generator<Readonly<Record<string, string>>> {
  yield {};
  yield FORGED;
  for (const { name, input } of options) {
    const values = input.kind === "choice" ? input.choices.map(({ value }) => value) : [];
    for (const value of [...values, "yes", "1", "all", "s00000000001", "09:00", "iran-us"])
      yield { ...FORGED, [name]: value };
  }
}

/** A store in a file with a group that has chosen and subscribed. */
async function groupStore(name: string) {
  const url = `file:${folder()}/${name}.db`;
  const store = await openStore(url, () => undefined);
  await store.chats.keep(sampleChat(GROUP, { language: "en" }));
  await store.subscriptions.keep(
    sampleSubscription(1, { address: GROUP, owner: "telegram:7", createdAt: EVE }),
  );
  const chosen = async () => [
    await ask(url, "select * from chats"),
    await ask(url, "select * from subscriptions"),
    await ask(url, "select * from deliveries"),
    await ask(url, "select * from outgoing_messages"),
  ];
  return { store, chosen };
}

const unknown = () => Promise.reject(new Error("no answer in time"));

/** Whether a command, typed or pressed with whatever options by a member, changes what is kept of his group. */
async function changedBy(mayAdminister: boolean): Promise<boolean> {
  const { store, chosen } = await groupStore(`by-${mayAdminister}`);
  const { conversation, context, turn } = await conversationOf({ talks: [desk], store });
  const before = JSON.stringify(await chosen());
  const caller = member({ mayAdminister: () => Promise.resolve(mayAdminister) });
  let minutes = 0;
  let after = before;
  for (const { form } of commandTable(context)) {
    for (const options of forgeriesOf(form)) {
      turn(new Date(EVE.getTime() + (minutes += 1) * 60_000));
      const line = Object.entries(options).map(([name, value]) => `${name}=${value}`);
      await conversation.answer(pressed(form.name, options, caller));
      await conversation.answer(typed(`/${form.name} ${line.join(" ")}`, caller));
    }
    after = JSON.stringify(await chosen());
    if (after !== before) break;
  }
  await store.close();
  return after !== before;
}

describe("somebody who administers nothing", () => {
  it("changes nothing in a group, whatever he types, presses or forges", SLOW, async () => {
    expect(await changedBy(false)).toBe(false);
  });

  it("would have changed something, did he administer it", SLOW, async () => {
    expect(await changedBy(true)).toBe(true);
  });

  it("learns nothing that is for operators, in private either, where he administers the chat", async () => {
    const { conversation, context } = await conversationOf({
      talks: [desk],
      operators: new Set(["telegram:7", "discord:666"]),
    });
    const forms = commandTable(context).map(({ form }) => form);
    const secret = forms.filter(({ audience }) => audience === "operators");
    expect(secret.map(({ name }) => name)).toEqual(["feeds", "stats", "broadcast"]);
    for (const { name } of secret)
      for (const id of [
        "telegram:666",
        "telegram:77",
        "telegram:7 ",
        "TELEGRAM:7",
        "7",
        "",
        "__proto__",
      ])
        for (const call of [typed(`/${name}`), pressed(name, FORGED)]) {
          const said = shown(
            await conversation.answer({ ...call, asker: { id, languageHint: "en" } }),
          );
          expect(said).toContain("Only the operators");
        }
  });

  it("is not answered for whom the platform would not say whether he administers", async () => {
    const { store, chosen } = await groupStore("unknown");
    const { conversation } = await conversationOf({ talks: [desk], store });
    const before = await chosen();
    await conversation.answer(typed("/unsubscribe all", member({ mayAdminister: unknown })));
    await conversation.answer(pressed("forget", FORGED, member({ mayAdminister: unknown })));
    expect(await chosen()).toEqual(before);
    await store.close();
  });
});
