import {
  ApplicationCommandOptionType,
  Client,
  ContainerBuilder,
  GatewayIntentBits,
  MessageFlags,
  Routes,
  TextDisplayBuilder,
} from "discord.js";
import type { Interaction } from "discord.js";
import { afterEach, expect, test } from "vitest";
import { createDiscordDouble } from "../../../doubles/discord/discord-double.ts";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";

const TOKEN = "MTA.abc.def";
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

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function connected(double: DiscordDouble): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: double.root, retries: 0 },
  });
  open.push(() => client.destroy());
  client.on("error", () => undefined);
  await Promise.all([
    new Promise((resolve) => client.once("clientReady", resolve)),
    client.login(TOKEN),
  ]);
  await client.rest.put(Routes.applicationCommands("42"), { body: [COMMAND] });
  return client;
}

async function started(): Promise<DiscordDouble> {
  const double = await createDiscordDouble({ token: TOKEN, applicationId: "42" });
  open.push(() => double.close());
  return double;
}

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: "Tehran", value: "IR" }]);
  if (interaction.isChatInputCommand()) {
    const container = new ContainerBuilder().addTextDisplayComponents(
      new TextDisplayBuilder().setContent(`# ${interaction.locale}`),
    );
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ components: [container], flags: MessageFlags.IsComponentsV2 });
  }
}

test("a real client logs in, is given a command and answers it", async () => {
  const double = await started();
  const guild = double.guild({ name: "Desk" });
  const channel = double.channel({ guild });
  const reader = double.member({ guild, locale: "ar" });
  const client = await connected(double);
  client.on("interactionCreate", (interaction) => void respond(interaction));

  const outcome = await reader.gives("/status", {}, channel);
  expect(outcome).toMatchObject({ kind: "message", ephemeral: true });
  expect(channel.seen[0]?.text).toBe("# ar");
  expect(await reader.types("/status", "city", "teh")).toEqual([{ name: "Tehran", value: "IR" }]);
  expect(double.violations).toEqual([]);
});
