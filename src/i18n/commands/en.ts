import { plural } from "../locale.ts";

/** What commands say in English, which the other languages must match. */
export const en = {
  command: {
    status: "Where the talks stand now",
    digest: "The full digest, with what changed since a time",
    next: "The next round: when, where, how sure; with a calendar file",
    timeline: "How the phase and the next round changed",
    positions: "What each side says, side by side",
    quotes: "Search what was said, by speaker or words",
    delegations: "Who sits at the table",
    pressure: "What puts pressure on the talks, and how high tension is",
    sources: "The news feeds I read, and how each is doing",
    why: "What the phase rests on: the sentences and their weight",
    ask: "Ask about the talks; answered from the sources alone",
    talks: "The talks I follow; choose which of them commands here are about",
    help: "What you can ask",
  },
  option: {
    form: "Brief or full",
    since: "Changes since: 6h, 2d, or a day such as 2026-02-04",
    period: "How far back: 12h, 7d, at most 45d",
    party: "Whose positions, by name",
    topic: "On what topic, by name",
    speaker: "Who said it, by any name",
    words: "Words to look for",
    question: "Your question",
    page: "Which page",
    talks: "Which talks",
  },
  choice: { brief: "Brief", full: "Full" },

  "group.now": "Where things stand",
  "group.back": "Looking back",
  "group.subscriptions": "Briefings and settings",
  "group.operators": "For operators",

  "button.full": "Full digest",
  "button.why": "Why?",
  "button.next": "Next round",
  "button.timeline": "Timeline",
  "button.subscribe": "Subscribe",
  "button.quotes": "Search quotes",
  "button.status": "Status",
  "button.help": "Help",
  "button.newer": "\u2190 Newer",
  "button.older": "Older \u2192",
  "button.previous": "\u2190 Previous",
  "button.following": "Next \u2192",

  "ask.how": "Write your question after the command: /ask what does Iran say about enrichment?",
  "ask.bounds":
    "A language model answers from the claims and quotes that I hold, and from nothing else; every sentence is checked against them and names its sources. What they do not tell, I say so.",
  "ask.written":
    "Written by a language model from the sources named; each sentence was checked against them.",
  "ask.silent": "I find no answer to this in the sources that I have read.",
  "ask.unborne": "I could write no answer that the sources bear out.",
  "ask.unavailable": "I cannot write an answer just now. Please ask again in a while.",
  "ask.spent": (p: { until: string }) =>
    `Today’s answers are used up. I write answers again from ${p.until} on.`,
  "ask.nearest": "These words come nearest to your question:",
  "ask.nothing": "Nothing that I have read bears on your question.",
  "ask.off":
    "Answers to questions are written by a language model, and none is used here. /quotes searches what was said, and /status tells where the talks stand.",
  "ask.enough": (p: { count: string }) =>
    `I answer a person ${p.count} questions an hour. Please ask again later; /quotes searches what was said, as often as you like.`,

  "next.none": "No recent report names a next round.",
  "next.begins": "Begins",
  "page.of": (p: { page: string; pages: string }) => `Page ${p.page} of ${p.pages}`,

  unknown: (p: { name: string }) => `There is no command ${p.name}.`,
  "unknown.nearest": (p: { name: string }) => `Did you mean ${p.name}?`,
  unreadable: (p: { value: string; option: string }) =>
    `\u201c${p.value}\u201d cannot be read as \u201c${p.option}\u201d.`,
  "unreadable.word": (p: { value: string }) =>
    `\u201c${p.value}\u201d means nothing to this command.`,
  "unreadable.choices": (p: { choices: string }) => `You can say: ${p.choices}.`,
  "unreadable.integer": (p: { min: string; max: string }) =>
    `A whole number from ${p.min} to ${p.max} is needed.`,
  missing: (p: { option: string }) => `Something is missing: ${p.option}.`,
  tooLong: "That is too long to read. Please say it in fewer words.",
  outdated: "This button is out of date.",
  forbidden: {
    administrators: "Only administrators of this chat can do that.",
    operators: "Only the operators of this bot can do that.",
  },
  "forbidden.id": (p: { id: string }) =>
    `If you run this bot, add your id to its setting PARLEY_ADMINS: ${p.id}`,
  flood: (p: { seconds: number }) =>
    plural("en", p.seconds, {
      one: "That was a lot at once. Please wait # second; then I will answer again.",
      other: "That was a lot at once. Please wait # seconds; then I will answer again.",
    }),
  failed: (p: { id: string }) =>
    `Something went wrong on our side. Please try again. (Report number: ${p.id})`,
  busy: "I am busy for a moment. Please try again shortly.",

  "contested.mark": "sources contradict each other",
  "timeline.none": "No change was reported in this period.",
  "timeline.title": "How the talks went",
  "timeline.unknown": "The phase is not known",
  "delegations.none": "No recent report names a delegation.",
  "positions.none": "No statement on this has been read in recent weeks.",
  "positions.glance": "At a glance",
  "positions.topic": "Topic",
  "pressure.none": "No recent report speaks of pressure on the talks.",
  "quotes.title": "What was said",
  "quotes.none": "Nothing found. Try fewer words, or just a speaker’s name.",
  "quotes.found": (p: { count: number }) =>
    plural("en", p.count, {
      one: "# statement found, newest first.",
      other: "# statements found, newest first.",
    }),
  "sources.title": "Feeds I read",
  "sources.none": "I read no feeds for these talks.",
  "sources.name": "Source",
  "sources.tier": "Kind",
  "sources.language": "Language",
  "sources.newest": "Newest",
  "sources.health": "State",
  "sources.never": "\u2013",
  "sources.standing": {
    fresh: "brings news",
    quiet: "quieter than usual",
    failing: "not working",
    unread: "not read yet",
  },
  "why.title": "Why this phase",
  "why.stands": (p: { phase: string; since: string }) => `${p.phase}, since ${p.since}`,
  "why.step": (p: { ground: string }) => `Confirmation: ${p.ground}.`,
  "why.support": (p: { support: string; voices: string }) =>
    `Support: ${p.support} of 100, from ${p.voices}.`,
  "why.voices": (p: { count: number }) =>
    plural("en", p.count, { one: "one voice", other: "# separate voices" }),
  "why.words": "The words it rests on",
  "why.rival": (p: { phase: string }) => `Against it: \u201c${p.phase}\u201d`,
  "why.weight": (p: { weight: string }) => `weight ${p.weight} of 100`,
  "why.by": (p: { who: string }) => `on the word of ${p.who}`,
  "why.byOutlet": (p: { who: string }) => `quoting ${p.who}`,
  "why.byAnonymous": "quoting someone unnamed",
  "why.by.own": "its own report",
  "why.rule": "How it is weighed",
  "why.rule.text":
    "Officials of a party and the mediator count most, then news agencies, then outlets, then pages that repeat others. Ten outlets that quote one official are one voice. Words lose weight with time. The phase changes when the claims for another one, taken together, weigh enough; the further it is from the present one, the more it takes.",
  "talks.title": "Talks I follow",
  "talks.here": "what commands here are about",
  "talks.choose": "Choose talks",
  "talks.chosen": (p: { talks: string }) => `From now on commands here are about: ${p.talks}.`,

  greeting: "Hello! I follow diplomatic talks in the news and tell where they stand, with sources.",
  "greeting.next": "See where the talks stand, or subscribe to briefings and alerts.",
};

/** Every phrase of the commands, as each language must give it. */
export type CommandCatalog = typeof en;
