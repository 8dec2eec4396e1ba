import { Telegraf } from "telegraf";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, startDouble, TOKEN } from "./call-double.ts";

async function withBot() {
  const double = await startDouble();
  const bot = new Telegraf(TOKEN, { telegram: { apiRoot: double.root } });
  onTestFinished(() => bot.stop());
  return { double, bot };
}

describe("people who talk with a bot of the real library", () => {
  it("ask, press and see what changes", async () => {
    const { double, bot } = await withBot();
    const keyboard = { inline_keyboard: [[{ text: "More", callback_data: "more" }]] };
    bot.command("start", async (context) => {
      await context.reply(`hello ${context.from.language_code}`, { reply_markup: keyboard });
    });
    bot.action("more", async (context) => {
      await context.editMessageText("more of it");
      await context.answerCbQuery("done");
    });
    void bot.launch();
    const reader = double.person({ name: "Sara", language: "fa" });
    expect(await reader.asks("/start")).toMatchObject({ text: "hello fa", buttons: [["More"]] });
    expect(await reader.presses("More")).toEqual({ text: "done", isAlert: false });
    expect(reader.last).toMatchObject({ text: "more of it", edited: true, buttons: [] });
    await expect(async () => await reader.presses("More")).rejects.toThrow("no button More");
    expect(double.violations).toEqual([]);
  });

  it("share a result in another chat and press its button there", async () => {
    const { double, bot } = await withBot();
    bot.on("inline_query", async (context) => {
      await context.answerInlineQuery([
        {
          type: "article",
          id: "status",
          title: "Status",
          input_message_content: { message_text: `about ${context.inlineQuery.query}` },
          reply_markup: { inline_keyboard: [[{ text: "Renew", callback_data: "renew" }]] },
        },
      ]);
    });
    bot.action("renew", async (context) => {
      await context.answerCbQuery();
      await context.editMessageText("renewed");
    });
    void bot.launch();
    const reader = double.person({});
    const friends = double.group("group", { title: "Friends", owner: reader });
    expect(await reader.types("talks")).toMatchObject([{ title: "Status" }]);
    reader.picks(0, { in: friends });
    expect(friends.last).toMatchObject({ text: "about talks", viaBot: true });
    await reader.presses("Renew", { in: friends });
    await friends.until(() => friends.last?.text === "renewed");
    expect(double.violations).toEqual([]);
  });

  it("get a press answered once only", async () => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    await call(double, "sendMessage", { chat_id: reader.id, text: "a" });
    const notice = reader.pressesForged("old");
    const { result } = await call(double, "getUpdates", { offset: -1 });
    const [{ callback_query }] = result as [{ readonly callback_query: { readonly id: string } }];
    const answer = { callback_query_id: callback_query.id, text: "gone", show_alert: true };
    expect(await call(double, "answerCallbackQuery", answer)).toMatchObject({ status: 200 });
    expect(await notice).toEqual({ text: "gone", isAlert: true });
    expect(await call(double, "answerCallbackQuery", answer)).toMatchObject({ status: 400 });
  });
});
