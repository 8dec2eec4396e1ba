import { COMPONENT, componentsIn, isSelect } from "./component-tree.ts";
import { INTERACTION } from "./interaction.ts";
import type { OfferedChoice, Outcome } from "./interaction.ts";
import { isObject, objects, words } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { createMessage } from "./messages.ts";
import { NotOffered, offeredCommand, optionsData } from "./reader-options.ts";
import type { GivenOptions } from "./reader-options.ts";
import { directChannel } from "./routes/self.ts";
import { startInteraction } from "./start-interaction.ts";
import type { Actor } from "./start-interaction.ts";
import type { Channel, StoredMessage, World } from "./world.ts";

/** A person in front of Discord's client. What the client would not offer throws {@link NotOffered}. */
export type Reader = {
  readonly id: string;
  readonly name: string;
  /** Gives a command, as `/subscribe`, with options by name. */
  gives(command: string, options: GivenOptions, where?: Channel): Promise<Outcome>;
  /** Types into one option of a command and gives what is suggested. */
  types(
    command: string,
    option: string,
    typed: string,
    where?: Channel,
  ): Promise<readonly OfferedChoice[]>;
  /** Presses a button by its label, on the newest message that has it. */
  presses(label: string, where?: Channel): Promise<Outcome>;
  /** Chooses by label or value, from a select known by its placeholder or id. */
  chooses(select: string, choice: string | readonly string[], where?: Channel): Promise<Outcome>;
  /** Fills a modal in, its only input or each by its id or label, and sends it off. */
  submits(modal: Outcome, values: string | Readonly<Record<string, string>>): Promise<Outcome>;
  /** Writes a message. */
  writes(text: string, where?: Channel): void;
  /** The direct conversation with the bot. */
  direct(): Channel;
  /** Takes direct messages from now on, or no longer. */
  takesDirectMessages(open: boolean): void;
};

type Found = { readonly message: StoredMessage; readonly component: JsonObject };

function findComponent(
  channel: Channel,
  readerId: string,
  fits: (component: JsonObject) => boolean,
): Found | null {
  const visible = [...channel.messages.values()]
    .filter(({ ephemeralFor }) => ephemeralFor === null || ephemeralFor === readerId)
    .toReversed();
  for (const message of visible) {
    const component = componentsIn(message.body["components"]).find(fits);
    if (component !== undefined) return { message, component };
  }
  return null;
}

const componentData = ({ component }: Found, values: readonly string[] | null): JsonObject => ({
  custom_id: component["custom_id"] ?? "",
  component_type: component["type"] ?? 0,
  id: component["id"] ?? 0,
  ...(values === null ? {} : { values }),
});

function enabled(found: Found | null, name: string): Found {
  if (found === null) throw new NotOffered(`nobody sees ${name} here`);
  if (found.component["disabled"] === true) throw new NotOffered(`${name} is switched off`);
  return found;
}

function chosenValues({ component }: Found, wanted: readonly string[]): readonly string[] {
  const options = objects(component["options"]);
  const most = Number(component["max_values"] ?? 1);
  const least = Number(component["min_values"] ?? 1);
  if (wanted.length < least || wanted.length > most)
    throw new NotOffered(`${least} to ${most} may be chosen`);
  return wanted.map((each) => {
    const option = options.find(({ value, label }) => value === each || label === each);
    if (option === undefined) throw new NotOffered(`there is no ${each} to choose`);
    return words(option["value"]);
  });
}

function textFor(
  input: JsonObject,
  label: string,
  values: string | Readonly<Record<string, string>>,
): string {
  const given =
    typeof values === "string" ? values : (values[words(input["custom_id"])] ?? values[label]);
  const text = given ?? words(input["value"]);
  const [least, most] = [Number(input["min_length"] ?? 0), Number(input["max_length"] ?? 4000)];
  if (text === "" && input["required"] !== false)
    throw new NotOffered(`${label} must be filled in`);
  if (text !== "" && (text.length < least || text.length > most))
    throw new NotOffered(`${label} takes ${least} to ${most}`);
  return text;
}

function filled(row: JsonObject, values: string | Readonly<Record<string, string>>): JsonObject {
  const fill = (input: JsonObject, label: string): JsonObject => ({
    type: input["type"] ?? COMPONENT.textInput,
    id: input["id"] ?? 2,
    custom_id: input["custom_id"] ?? "",
    value: textFor(input, label, values),
  });
  const { component } = row;
  const about = { type: row["type"] ?? COMPONENT.row, id: row["id"] ?? 1 };
  if (isObject(component)) return { ...about, component: fill(component, words(row["label"])) };
  const inputs = objects(row["components"]).map((input) => fill(input, words(input["label"])));
  return row["type"] === COMPONENT.textDisplay ? about : { ...about, components: inputs };
}

/** Puts a person in front of the client; `home` is where they are when no channel is named. */
export function createReader(world: World, actor: Actor, home: Channel | null): Reader {
  const { account } = actor;
  let here: Channel | null = home;
  let modalSource: StoredMessage | null = null;

  const direct = (): Channel => {
    const channel = directChannel(world, account.id);
    if (channel === null) throw new TypeError("an account has a direct conversation");
    return channel;
  };
  const place = (where: Channel | undefined): Channel => (here = where ?? here ?? direct());

  const use = async (
    found: Found,
    values: readonly string[] | null,
    channel: Channel,
  ): Promise<Outcome> => {
    const data = componentData(found, values);
    modalSource = found.message;
    return startInteraction(world, actor, {
      type: INTERACTION.component,
      channel,
      data,
      source: found.message,
    });
  };

  return {
    id: account.id,
    name: account.name,
    gives: async (name, given, where) => {
      const channel = place(where);
      const command = offeredCommand(world, name, channel, actor.permissions);
      const options = optionsData(command, given);
      const data = {
        id: command["id"] ?? "",
        name: command["name"] ?? "",
        type: command["type"] ?? 1,
        options,
      };
      modalSource = null;
      return startInteraction(world, actor, {
        type: INTERACTION.command,
        channel,
        data,
        source: null,
      });
    },
    types: async (name, option, typed, where) => {
      const channel = place(where);
      const command = offeredCommand(world, name, channel, actor.permissions);
      const found = objects(command["options"]).find((each) => each["name"] === option);
      if (found?.["autocomplete"] !== true) throw new NotOffered(`${option} suggests nothing`);
      const options = [{ name: option, type: found["type"] ?? 3, value: typed, focused: true }];
      const data = { id: command["id"] ?? "", name: command["name"] ?? "", type: 1, options };
      const outcome = await startInteraction(world, actor, {
        type: INTERACTION.autocomplete,
        channel,
        data,
        source: null,
      });
      return outcome.kind === "choices" ? outcome.choices : [];
    },
    presses: async (label, where) => {
      const channel = place(where);
      const isIt = (each: JsonObject) =>
        each["type"] === COMPONENT.button && each["label"] === label;
      const found = enabled(findComponent(channel, account.id, isIt), label);
      if (typeof found.component["url"] === "string") return { kind: "acknowledged" };
      return use(found, null, channel);
    },
    chooses: async (select, choice, where) => {
      const channel = place(where);
      const isIt = (each: JsonObject) =>
        isSelect(each) && (each["placeholder"] === select || each["custom_id"] === select);
      const found = enabled(findComponent(channel, account.id, isIt), select);
      return use(
        found,
        chosenValues(found, typeof choice === "string" ? [choice] : choice),
        channel,
      );
    },
    submits: async (outcome, values) => {
      if (outcome.kind !== "modal") throw new NotOffered("no modal is open");
      const { modal } = outcome;
      const components = objects(modal["components"]).map((row) => filled(row, values));
      const data = { custom_id: modal["custom_id"] ?? "", components };
      return startInteraction(world, actor, {
        type: INTERACTION.modal,
        channel: place(undefined),
        data,
        source: modalSource,
      });
    },
    writes: (text, where) => {
      const body = { content: text, allowed_mentions: { parse: [] } };
      createMessage(world, {
        channel: place(where),
        author: account,
        body,
        uploads: [],
        ephemeralFor: null,
        extra: {},
      });
    },
    direct,
    takesDirectMessages: (open) => {
      direct().open = open;
    },
  };
}
