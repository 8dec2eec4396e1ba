import { describe, expect, it } from "vitest";
import { call, startDouble } from "./call-double.ts";

const said = async (double: Parameters<typeof call>[0], chat: number, more: object = {}) =>
  await call(double, "sendMessage", { chat_id: chat, text: "news", ...more });

describe("a chat the bot cannot write to", () => {
  it("is unknown until the person has written", async () => {
    const double = await startDouble();
    const reader = double.person({});
    expect(await said(double, reader.id)).toMatchObject({
      status: 400,
      description: "Bad Request: chat not found",
    });
    reader.says("/start");
    expect(await said(double, reader.id)).toMatchObject({ status: 200 });
  });

  it("is forbidden when the person blocked the bot or is gone", async () => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    reader.blocks();
    expect(await said(double, reader.id)).toMatchObject({
      status: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    reader.unblocks();
    expect(await said(double, reader.id)).toMatchObject({ status: 200 });
    reader.leavesTelegram();
    expect(await said(double, reader.id)).toMatchObject({
      status: 403,
      description: "Forbidden: user is deactivated",
    });
  });

  it.each(["group", "supergroup", "channel"] as const)(
    "is a %s that threw it out",
    async (type) => {
      const double = await startDouble();
      const owner = double.person({});
      const group = double.group(type, { title: "Talks", owner });
      group.admits(owner, "administrator");
      expect(await said(double, group.id)).toMatchObject({ status: 200 });
      group.expels(owner);
      expect(await said(double, group.id)).toMatchObject({
        status: 403,
        description: `Forbidden: bot was kicked from the ${type} chat`,
      });
      const { result } = await call(double, "getUpdates", { offset: -1 });
      expect(result).toMatchObject([{ my_chat_member: { new_chat_member: { status: "kicked" } } }]);
    },
  );

  it("is a group that became a supergroup, whose new id it says", async () => {
    const double = await startDouble();
    const owner = double.person({});
    const group = double.group("group", { title: "Talks", owner });
    group.admits(owner);
    const supergroup = group.migrates(owner);
    expect(await said(double, group.id)).toMatchObject({
      status: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: supergroup.id },
    });
    expect(await said(double, supergroup.id)).toMatchObject({ status: 200 });
  });
});

describe("topics", () => {
  it("take messages of their own; closed, deleted and General ones as the server has it", async () => {
    const double = await startDouble();
    const owner = double.person({});
    const forum = double.group("supergroup", { title: "Talks", owner, isForum: true });
    forum.admits(owner);
    const news = forum.topic("News");
    await said(double, forum.id, { message_thread_id: news });
    expect(forum.last?.thread).toBe(news);
    await said(double, forum.id);
    expect(forum.last?.thread).toBeNull();
    const missing = { status: 400, description: "Bad Request: message thread not found" };
    expect(await said(double, forum.id, { message_thread_id: 1000 })).toMatchObject(missing);
    const closed = { status: 400, description: "Bad Request: TOPIC_CLOSED" };
    forum.closesTopic(news);
    expect(await said(double, forum.id, { message_thread_id: news })).toMatchObject(closed);
    forum.deletesTopic(news);
    expect(await said(double, forum.id, { message_thread_id: news })).toMatchObject(missing);
    forum.closesGeneral();
    expect(await said(double, forum.id)).toMatchObject(closed);
  });
});

describe("privacy mode", () => {
  it("shows a bot that is no administrator only what is meant for it", async () => {
    const double = await startDouble();
    const owner = double.person({});
    const group = double.group("supergroup", { title: "Talks", owner });
    group.admits(owner);
    await call(double, "getUpdates", { offset: -1 });
    const { result } = await call(double, "getUpdates", { offset: -1 });
    const [{ update_id }] = result as [{ readonly update_id: number }];
    await said(double, group.id);
    const lines = ["chatter", "/status", "/status@other_bot", "/status@parley_double_bot"];
    for (const line of lines) owner.says(line, { in: group });
    owner.says("an answer", { in: group, replying: true });
    const heard = await call(double, "getUpdates", { offset: update_id + 1 });
    expect(
      (heard.result as { message: { text: string } }[]).map(({ message }) => message.text),
    ).toEqual(["/status", "/status@parley_double_bot", "an answer"]);
  });
});

describe("who is who", () => {
  it("tells owner, administrator, member and stranger apart", async () => {
    const double = await startDouble();
    const [owner, helper, member, stranger] = [1, 2, 3, 4].map((id) => double.person({ id })) as [
      ReturnType<typeof double.person>,
      ReturnType<typeof double.person>,
      ReturnType<typeof double.person>,
      ReturnType<typeof double.person>,
    ];
    const group = double.group("supergroup", { title: "Talks", owner });
    group.admits(owner);
    group.joins(helper, "administrator");
    group.joins(member);
    const statuses: unknown[] = [];
    for (const { id } of [owner, helper, member, stranger]) {
      const { result } = await call(double, "getChatMember", { chat_id: group.id, user_id: id });
      statuses.push((result as { readonly status: string }).status);
    }
    expect(statuses).toEqual(["creator", "administrator", "member", "left"]);
    const { result } = await call(double, "getChatAdministrators", { chat_id: group.id });
    expect(result).toHaveLength(2);
  });
});
