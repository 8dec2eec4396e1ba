import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import type { CommandCatalog } from "../i18n/commands/en.ts";
import type { Language } from "../lib/language.ts";
import { type Block, type Span, text } from "../messages/message.ts";
import type { CommandForm } from "../platform/command-form.ts";

type Group = "group.now" | "group.back" | "group.subscriptions" | "group.operators";

/** Where help tells of a command; those of no other group are about briefings and settings. */
const GROUPS: Readonly<Record<string, Group>> = {
  status: "group.now",
  digest: "group.now",
  next: "group.now",
  positions: "group.now",
  delegations: "group.now",
  pressure: "group.now",
  why: "group.now",
  talks: "group.now",
  timeline: "group.back",
  quotes: "group.back",
  sources: "group.back",
};

const ORDER: readonly Group[] = [
  "group.now",
  "group.back",
  "group.subscriptions",
  "group.operators",
];

/** What can be asked, by groups, a line each. */
export function helpBlocks(forms: readonly CommandForm[], language: Language): Block[] {
  const phrases: CommandCatalog = commandCatalogOf(language);
  const groups = Map.groupBy(forms, groupOf);
  return ORDER.flatMap((group): Block[] => {
    const items = (groups.get(group) ?? []).map((form) => lineOf(form, language));
    if (items.length === 0) return [];
    return [
      { kind: "heading", text: phrases[group] },
      { kind: "list", items },
    ];
  });
}

const groupOf = ({ name, audience }: CommandForm): Group =>
  audience === "operators" ? "group.operators" : (GROUPS[name] ?? "group.subscriptions");

const lineOf = ({ name, description }: CommandForm, language: Language): Span[] => [
  { kind: "command", name },
  text(` \u2013 ${description[language]}`),
];
