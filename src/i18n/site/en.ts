/** What the page says in English beside what it tells, which the other languages must match. */
export const en = {
  "site.name": "Parley",
  skip: "Skip to the content",
  languages: "Languages",
  contents: "On this page",
  forms: "In other forms",
  "form.rss": "RSS",
  "form.json": "JSON Feed",
  "form.calendar": "Calendar",
  "form.digest": "Data (JSON)",
  "form.opml": "Feeds read (OPML)",
  all: "All talks",
  talks: "Diplomatic talks",
  about:
    "Written by a program from news in Arabic, English and Persian. Every claim links to its sources; nothing here is an official statement.",
  updated: (p: { when: string; age: string | null }) =>
    `Newest report about these talks: ${p.when}${p.age === null ? "" : ` (${p.age})`}`,
  hours: (p: { zone: string }) => `Hours are in ${p.zone}.`,
  yours: "{0} on your clock",
  refreshed: "The page was updated.",
  "changes.today": (p: { day: string }) => `Today, ${p.day}`,
  "changes.none": "No change was reported in the last seven days.",
  "disputes.none": "Sources contradict each other on nothing that is told here.",
  "timeline.earlier": "Earlier",
  "chart.label": "Tension over time",
  "feed.title": (p: { talks: string }) => `Where they stand: ${p.talks}`,
  "feed.day": (p: { day: string }) => `Digest of ${p.day}`,
  "badge.unknown": "not known",
  "notFound.title": "There is no such page",
  "notFound.text": "The address may be misspelt, or the talks are not followed any more.",
  "notAllowed.title": "This page can only be read",
  "notAllowed.text": "Nothing can be sent here.",
  "tooLong.title": "The address is too long",
  "tooLong.text": "No page here has such a long address.",
  "tooMany.title": "Too many requests",
  "tooMany.text": "Please wait a minute before you ask again.",
  "unwell.title": "The page cannot be shown at the moment",
  "unwell.text": "Something went wrong on our side. Please try again shortly.",
};

/** Every phrase of the page, as each language must give it. */
export type SiteCatalog = typeof en;
