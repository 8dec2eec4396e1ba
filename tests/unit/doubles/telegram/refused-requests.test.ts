import { describe, expect, it } from "vitest";
import { call, read, startDouble, TOKEN } from "./call-double.ts";

const button = (about: object) => ({ inline_keyboard: [[{ text: "Go", ...about }]] });
const article = (id: string) => ({
  type: "article",
  id,
  title: "Status",
  input_message_content: { message_text: "Status" },
});

describe("a request that breaks the definitions", () => {
  it.each<[what: string, method: string, parameters: object, description: string]>([
    ["an unknown parameter", "sendMessage", { text: "a", colour: 1 }, 'unknown parameter "colour"'],
    ["no chat", "sendMessage", { chat_id: undefined, text: "a" }, "chat_id is empty"],
    ["no text", "sendMessage", {}, "message text is empty"],
    ["text that is none", "sendMessage", { text: 7 }, "text is not a string"],
    [
      "a flag that is none",
      "sendMessage",
      { text: "a", protect_content: "maybe" },
      "protect_content is not Boolean",
    ],
    [
      "callback data of 65 bytes",
      "sendMessage",
      { text: "a", reply_markup: button({ callback_data: "é".repeat(33) }) },
      "BUTTON_DATA_INVALID",
    ],
    [
      "empty callback data",
      "sendMessage",
      { text: "a", reply_markup: button({ callback_data: "" }) },
      "BUTTON_DATA_INVALID",
    ],
    [
      "an unknown field deep inside",
      "sendMessage",
      { text: "a", reply_markup: button({ callback: "x" }) },
      "can't parse reply markup JSON object: reply_markup.inline_keyboard[0][0].callback is no field of InlineKeyboardButton",
    ],
  ])("%s is refused and recorded", async (_what, method, parameters, description) => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    const said = await call(double, method, { chat_id: reader.id, ...parameters });
    expect(said.status).toBe(400);
    expect(said.description).toBe(`Bad Request: ${description}`);
    expect(double.violations).toHaveLength(1);
    expect(reader.heard).toEqual([]);
  });

  it("an unknown method is not found, a wrong token not authorized", async () => {
    const double = await startDouble();
    expect(await call(double, "sendTelepathy")).toMatchObject({ status: 404, ok: false });
    const other = await read(await fetch(`${double.root}/bot42:other/getMe`));
    expect(other).toMatchObject({ status: 401, description: "Unauthorized" });
    const none = await read(await fetch(`${double.root}/botnonsense/getMe`));
    expect(none).toMatchObject({ status: 404, description: "Not Found" });
  });
});

describe("a request that the server refuses for what it says", () => {
  it.each<[what: string, method: string, parameters: object, description: string]>([
    ["blank text", "sendMessage", { text: " \n " }, "message text is empty"],
    ["4,097 units", "sendMessage", { text: "a".repeat(4097) }, "message is too long"],
    ["2,049 emoji", "sendMessage", { text: "😀".repeat(2049) }, "message is too long"],
    ["an unknown chat", "sendMessage", { chat_id: 5, text: "a" }, "chat not found"],
    [
      "a topic where there are none",
      "sendMessage",
      { text: "a", message_thread_id: 1 },
      "message thread not found",
    ],
    [
      "a parse mode of its own",
      "sendMessage",
      { text: "a", parse_mode: "BBCode" },
      "unsupported parse_mode",
    ],
    [
      "a button without an action",
      "sendMessage",
      { text: "a", reply_markup: button({}) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button to nowhere",
      "sendMessage",
      { text: "a", reply_markup: button({ url: "nowhere" }) },
      "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    [
      "nine buttons in a row",
      "sendMessage",
      {
        text: "a",
        reply_markup: {
          inline_keyboard: [Array.from({ length: 9 }, () => ({ text: "a", callback_data: "a" }))],
        },
      },
      "REPLY_MARKUP_TOO_LONG",
    ],
    [
      "an edit of no message",
      "editMessageText",
      { text: "a", message_id: 99 },
      "message to edit not found",
    ],
    [
      "a reply to no message",
      "sendMessage",
      { text: "a", reply_parameters: { message_id: 99 } },
      "message to be replied not found",
    ],
    ["no file", "sendDocument", { document: "attach://x" }, "there is no document in the request"],
    [
      "an unknown action",
      "sendChatAction",
      { action: "sleeping" },
      "wrong parameter action in request",
    ],
  ])("%s", async (_what, method, parameters, description) => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    const said = await call(double, method, { chat_id: reader.id, ...parameters });
    expect(said).toMatchObject({ status: 400, description: `Bad Request: ${description}` });
    expect(double.violations).toEqual([]);
  });

  it.each<[what: string, method: string, parameters: object, description: string]>([
    [
      "a command in capitals",
      "setMyCommands",
      { commands: [{ command: "Start", description: "a" }] },
      "BOT_COMMAND_INVALID",
    ],
    [
      "101 commands",
      "setMyCommands",
      { commands: Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: "a" })) },
      "BOT_COMMANDS_TOO_MUCH",
    ],
    [
      "a language of three letters",
      "setMyDescription",
      { description: "a", language_code: "fas" },
      "invalid language code specified",
    ],
    [
      "a query nobody asked",
      "answerCallbackQuery",
      { callback_query_id: "1" },
      "query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "51 results",
      "answerInlineQuery",
      { inline_query_id: "1", results: Array.from({ length: 51 }, (_, n) => article(`${n}`)) },
      "RESULTS_TOO_MUCH",
    ],
    [
      "a result twice",
      "answerInlineQuery",
      { inline_query_id: "1", results: [article("a"), article("a")] },
      "RESULT_ID_DUPLICATE",
    ],
    [
      "a webhook without TLS",
      "setWebhook",
      { url: "http://example.org/" },
      "bad webhook: An HTTPS URL must be provided for webhook",
    ],
  ])("%s", async (_what, method, parameters, description) => {
    const double = await startDouble();
    expect(await call(double, method, parameters)).toMatchObject({
      status: 400,
      description: `Bad Request: ${description}`,
    });
  });

  it("an edit that changes nothing", async () => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    const sent = await call(double, "sendMessage", { chat_id: reader.id, text: "a" });
    const { message_id } = sent.result as { readonly message_id: number };
    const again = { chat_id: reader.id, message_id, text: "<b></b>a", parse_mode: "HTML" };
    const said = await call(double, "editMessageText", again);
    expect(said.status).toBe(400);
    expect(said.description).toMatch(/^Bad Request: message is not modified: /);
  });
});

describe("ways to pass parameters", () => {
  it("takes query, form, JSON and multipart, and method names in any case", async () => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    const url = `${double.root}/bot${TOKEN}/SENDMESSAGE`;
    await fetch(`${url}?chat_id=${reader.id}&text=query`);
    const fields = { chat_id: String(reader.id), protect_content: "true" };
    await fetch(url, { method: "POST", body: new URLSearchParams({ ...fields, text: "form" }) });
    await call(double, "sendMessage", { chat_id: String(reader.id), text: "JSON" });
    const form = new FormData();
    form.set("chat_id", String(reader.id));
    form.set("reply_markup", JSON.stringify(button({ callback_data: "x" })));
    form.set("document", new File(["BEGIN:VCALENDAR"], "round.ics"));
    await fetch(`${double.root}/bot${TOKEN}/sendDocument`, { method: "POST", body: form });
    expect(reader.heard.map(({ text }) => text)).toEqual(["query", "form", "JSON", ""]);
    expect(reader.last?.document).toEqual({ name: "round.ics", content: "BEGIN:VCALENDAR" });
    expect(reader.last?.buttons).toEqual([["Go"]]);
    expect(double.violations).toEqual([]);
  });
});
