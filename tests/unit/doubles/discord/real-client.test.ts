import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RateLimitError,
  Routes,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import type { Interaction } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import type { Channel, Guild } from "../../../doubles/discord/world.ts";
import { APPLICATION, openDouble, TOKEN } from "./ask-discord.ts";

const COMMAND = {
  name: "status",
  description: "Where the talks stand",
  description_localizations: { ar: "أين تقف المحادثات" },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: "city",
      description: "A city",
      autocomplete: true,
    },
  ],
};

const ends: (() => Promise<void>)[] = [];
let double: DiscordDouble;
let guild: Guild;
let channel: Channel;
let client: Client;

beforeEach(async () => {
  double = await openDouble((end) => ends.push(end));
  guild = double.guild({ name: "Desk" });
  channel = double.channel({ guild });
  client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: double.root, retries: 0, rejectOnRateLimit: () => true },
  });
  ends.unshift(() => client.destroy());
  client.on(Events.Error, () => undefined);
  client.on(Events.InteractionCreate, (interaction) => void respond(interaction));
  await Promise.all([
    new Promise((resolve) => client.once(Events.ClientReady, resolve)),
    client.login(TOKEN),
  ]);
  await client.rest.put(Routes.applicationCommands(APPLICATION), { body: [COMMAND] });
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const controls = () => [
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId("again").setLabel("Again").setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId("city").setLabel("City").setStyle(ButtonStyle.Secondary),
  ),
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId("talks")
      .setPlaceholder("Talks")
      .addOptions({ label: "Iran–US", value: "iran-us" }),
  ),
];

const modal = (): ModalBuilder =>
  new ModalBuilder()
    .setCustomId("city")
    .setTitle("City")
    .addLabelComponents(
      new LabelBuilder()
        .setLabel("Your city")
        .setTextInputComponent(
          new TextInputBuilder().setCustomId("name").setStyle(TextInputStyle.Short),
        ),
    );

const words = (content: string) => new TextDisplayBuilder().setContent(content);

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: "Tehran", value: "IR" }]);
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      components: [words(`# ${interaction.locale}`), ...controls()],
      flags: MessageFlags.IsComponentsV2,
    });
  }
  if (interaction.isButton() && interaction.customId === "city")
    return interaction.showModal(modal());
  if (interaction.isButton())
    await interaction.update({ components: [words("again"), ...controls()] });
  if (interaction.isStringSelectMenu())
    await interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral });
  if (interaction.isModalSubmit())
    await interaction.reply(interaction.fields.getTextInputValue("name"));
}

test("answers commands, completes options, takes presses, choices and modals", async () => {
  const reader = double.member({ guild, locale: "ar" });
  expect(await reader.gives("/status", {}, channel)).toMatchObject({
    kind: "message",
    ephemeral: true,
  });
  expect(channel.seen[0]).toMatchObject({
    text: "# ar",
    buttons: ["Again", "City"],
    selects: ["Talks"],
    ephemeral: true,
  });
  expect(await reader.types("/status", "city", "teh")).toEqual([{ name: "Tehran", value: "IR" }]);
  expect(await reader.presses("Again")).toMatchObject({ kind: "updated" });
  expect(channel.seen[0]?.text).toBe("again");
  expect(await reader.chooses("Talks", "Iran–US")).toMatchObject({
    message: { body: { content: "iran-us" } },
  });
  await reader.submits(await reader.presses("City"), { "Your city": "Tehran" });
  expect(channel.seen.at(-1)?.text).toBe("Tehran");
  expect(double.violations).toEqual([]);
  expect(double.pings).toEqual([]);
});

test("others do not see what one person alone was shown", async () => {
  await double.member({ guild }).gives("/status", {}, channel);
  await expect(double.member({ guild, name: "other" }).presses("Again", channel)).rejects.toThrow(
    "nobody sees",
  );
});

const resumed = (): Promise<unknown> =>
  new Promise((resolve) => client.once(Events.ShardResume, resolve));

test.for<[string, () => void]>([
  ["is asked to come back", () => double.gateway.reconnect()],
  ["is cut off", () => double.gateway.drop()],
])("resumes when it %s, and misses nothing", async ([, trouble]) => {
  const back = resumed();
  trouble();
  await back;
  expect(await double.member({ guild }).gives("/status", {}, channel)).toMatchObject({
    kind: "message",
  });
  expect(double.gateway.counts).toEqual({ identified: 1, resumed: 1 });
});

test("hears that it was put out of a guild", async () => {
  const left = new Promise<string>((resolve) =>
    client.once(Events.GuildDelete, ({ id }) => resolve(id)),
  );
  double.kicks(guild);
  expect(await left).toBe(guild.id);
});

const send = (body: Record<string, unknown>) =>
  client.rest.post(Routes.channelMessages(channel.id), { body });

test("is told how long to wait", async () => {
  double.limit({ scale: 1 });
  for (let sent = 0; sent < 5; sent += 1) await send({ content: "x" });
  await expect(send({ content: "x" })).rejects.toBeInstanceOf(RateLimitError);
});

test("sends a delivery once though the first answer was lost", async () => {
  const body = { content: "x", nonce: "d1", enforce_nonce: true };
  double.failNext("create_message", { kind: "drop-after" });
  await expect(send(body)).rejects.toThrow("other side closed");
  await send(body);
  expect(channel.seen).toHaveLength(1);
});
