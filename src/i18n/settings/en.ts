import { plural } from "../locale.ts";
import { en as forms } from "./forms/en.ts";
import { en as operators } from "./operators/en.ts";

/** What is said around subscribing, in English; the other languages must match it. */
export const en = {
  ...forms,
  ...operators,

  "language.name": { en: "English", ar: "العربية", fa: "فارسی" },
  "language.told": { en: "in English", ar: "in Arabic", fa: "in Persian" },

  "start.title": "Parley",
  "start.hello": (p: { talks: string }) =>
    `I read Arabic, English and Persian news about the ${p.talks} and tell you where they stand, with the sources of every claim.`,
  "start.group": (p: { talks: string }) =>
    `I read Arabic, English and Persian news about the ${p.talks} and tell where they stand, with the sources of every claim. Anyone here may ask /status. Administrators may have a briefing sent here with /subscribe.`,
  "start.contested": "Sources contradict each other on this.",
  "start.oneTap":
    "Press once below and a briefing comes every day. You can change everything later.",
  "start.subscribed": (p: { what: string }) => `You get: ${p.what}.`,
  "start.subscribe": (p: { when: string }) => `Every day at ${p.when}`,
  "start.otherCity": "I live in another city",
  "start.status": "Where the talks stand",
  "city.question": "Which city’s time? Type its name.",
  "clock.in": (p: { clock: string; zone: string }) => `${p.clock} (${p.zone})`,

  "subscribed.title": "Subscribed",
  "subscribed.already": "Subscribed already",
  "subscribed.line": (p: { what: string }) => `This chat now gets: ${p.what}.`,
  "subscribed.next": "Next briefing: ",
  "subscribed.noBriefings": "No scheduled briefings; alerts come as things change.",
  "subscribed.resumed": "Welcome back. Your subscription is active again.",
  "subscribed.exists": (p: { what: string }) => `This chat already gets: ${p.what}.`,
  "subscribed.existsAdvice": "Change that one, or add another beside it.",
  "subscribed.full": (p: { count: number }) =>
    plural("en", p.count, {
      one: "A chat can have # subscription. Change it in /settings, or end it with /unsubscribe first.",
      other:
        "A chat can have # subscriptions. Change one in /settings, or end one with /unsubscribe first.",
    }),
  "subscribed.sample": "Show me one now",
  "subscribed.change": "Change",
  "subscribed.undo": "Undo",
  "subscribed.another": "Add another",
  what: (p: { talks: string; schedule: string; form: string; language: string }) =>
    `${p.talks}, ${p.schedule}, ${p.form}, ${p.language}`,

  "schedule.daily": (p: { when: string }) => `every day at ${p.when}`,
  "schedule.workdays": (p: { when: string }) => `on working days at ${p.when}`,
  "schedule.weekly": (p: { day: string; when: string }) => `every ${p.day} at ${p.when}`,
  "schedule.cron": (p: { expression: string; zone: string }) =>
    `by the cron expression ${p.expression} (${p.zone})`,
  "schedule.none": "no scheduled briefings",
  "days.daily": "Every day",
  "days.workdays": "Working days",
  "days.none": "Alerts only",
  "form.told": { brief: "in brief", full: "in full" },
  "form.label": { brief: "Brief", full: "Full" },
  "picture.label": { on: "On", off: "Off" },
  "alert.label": {
    phase: "Phase of the talks",
    round: "Next round",
    delegation: "Delegations",
    event: "Serious events",
  },
  "moment.label": {
    "day-before": "24 hours before",
    "hour-before": "1 hour before",
    start: "When it starts",
    end: "When it ends",
  },
  "events.label": {
    "-5": "Military build-up or worse",
    "-7": "Use of force or worse",
    "-9": "Attacks only",
  },
  "events.from": (p: { intensity: string }) => `intensity ${p.intensity} or worse`,
  "quiet.span": (p: { from: string; until: string }) => `${p.from} to ${p.until}`,
  "quiet.none": "None: alerts come at any hour",
  "confidence.label": {
    "0": "Any report, even a lone one",
    "0.57": "More than one outlet’s word alone",
    "0.8": "High only",
  },
  "confidence.from": (p: { share: string }) => `from ${p.share} of 1 up`,
  none: "none",
  yes: "Yes",

  "field.label": {
    language: "Language",
    city: "City and time zone",
    at: "Time of day",
    days: "Days",
    form: "Form",
    picture: "Picture",
    alerts: "Alerts",
    events: "Events that alert",
    quiet: "Quiet hours",
    confidence: "Confidence an alert needs",
    moments: "Briefings around a round",
  },
  "field.help": {
    language: "The language of briefings and alerts.",
    city: "Search for your city, or a larger one nearby. Times follow its clock, summer time included.",
    at: "Choose a time, or write one: /settings at 08:30",
    days: "Choose the days, or write a cron expression of five fields: /settings days “30 7 * * 1-5”",
    form: "Brief tells the essentials on one screen; full adds quotations, pressure and all sources.",
    picture: "A picture of where the talks stand, above briefings and above the answer to /status.",
    alerts: "What is told at once, as soon as it is known.",
    events: "How serious an event between the parties must be to be told at once.",
    quiet:
      "Alerts in these hours wait, and come together when they end. To write your own: /settings quiet 22:30-06:30",
    confidence:
      "News less certain than this does not alert; briefings still carry it, and say how sure it is.",
    moments: "Tied to the round itself: when it moves, they move.",
  },
  "time.unreadable": (p: { value: string }) =>
    `${p.value} is not a time of day. Write hours and minutes, such as 08:30.`,
  "days.unreadable": (p: { value: string }) =>
    `I cannot read ${p.value} as days. Say daily, workdays, a day of the week such as Monday, none, or a cron expression of five fields in quotation marks, such as “30 7 * * 1-5”.`,
  "days.cronRefused": (p: { value: string; reason: string }) =>
    `The cron expression ${p.value} cannot be used: ${p.reason}. It has five fields: minute, hour, day of the month, month, day of the week; such as “30 7 * * 1-5” for half past seven from Monday to Friday.`,
  "days.cronFault": {
    fields: "it does not have five fields",
    invalid: "one of its fields cannot be read",
    "too-often": "it comes twice within half an hour",
    "too-rare": "there are years in which it never comes",
  },
  "city.unreadable": (p: { value: string }) =>
    `I know no city or time zone ${p.value}. Try a larger city nearby, a zone such as Europe/Berlin, or a distance from Greenwich such as UTC+3:30.`,
  "choice.unreadable": (p: { value: string; choices: string }) =>
    `I cannot read ${p.value} here. You can say: ${p.choices}.`,
  "quiet.unreadable": (p: { value: string }) =>
    `I cannot read ${p.value} as quiet hours. Write two times, such as 23:00-07:00, or none.`,

  "settings.title": "Settings",
  "settings.chatLanguage": "Language of this chat: ",
  "settings.chatLanguageOpen": "that of whoever asks",
  "settings.nothing": "This chat has no subscription yet.",
  "settings.several": "Which subscription?",
  "settings.changed": (p: { field: string; value: string }) => `Changed. ${p.field}: ${p.value}`,
  "settings.gone": "That subscription no longer exists. These are this chat’s settings now.",
  "settings.back": "Back",
  "settings.status": "Status",
  "status.active": "active",
  "status.pausedOpen": "paused until you resume it",
  "status.paused": "paused until ",
  "status.ended": "ended, because messages could not be delivered; /subscribe resumes it",

  "pause.title": "Pause",
  "pause.question": (p: { count: number }) =>
    plural("en", p.count, {
      one: "Pause the subscription for how long?",
      other: "Pause all # subscriptions for how long?",
    }),
  "pause.day": "1 day",
  "pause.week": "1 week",
  "pause.open": "Until I resume",
  "pause.resume": "Resume",
  "pause.done": "Paused until ",
  "pause.doneOpen": "Paused until you resume it.",
  "pause.resumed": "Resumed.",
  "pause.unreadable": (p: { value: string }) =>
    `I cannot read ${p.value} as a length of time. Say 1d, 1w, a date such as 2026-02-15, open, or resume.`,
  "pause.past": (p: { value: string }) =>
    `${p.value} is over already. Say 1d, 1w, a coming date, or open.`,
  "pause.far": "That is more than a year off. Say open, and resume when you like.",

  "unsubscribe.title": "Unsubscribe",
  "unsubscribe.question": (p: { what: string }) => `End this subscription? ${p.what}.`,
  "unsubscribe.questionAll": (p: { count: number }) =>
    plural("en", p.count, {
      one: "End the # subscription of this chat?",
      other: "End all # subscriptions of this chat?",
    }),
  "unsubscribe.which": "Which subscription do you want to end?",
  "unsubscribe.confirm": "End it",
  "unsubscribe.all": "All of them",
  "unsubscribe.keep": "Keep it",
  "unsubscribe.done": (p: { count: number }) =>
    plural("en", p.count, {
      one: "Ended. Nothing more will be sent here for it.",
      other: "Ended # subscriptions. Nothing more will be sent here for them.",
    }),
  "unsubscribe.nothing": "This chat has no subscription, so there is nothing to end.",
  "unsubscribe.again": "Subscribe again",

  "export.title": "What is stored about this chat",
  "export.line": (p: { count: number }) =>
    plural("en", p.count, {
      one: "The file holds this chat’s settings and # subscription, as they are stored.",
      other: "The file holds this chat’s settings and # subscriptions, as they are stored.",
    }),
  "export.advice": "/forget erases all of it.",

  "forget.title": "Forget this chat",
  "forget.question": (p: { count: number }) =>
    plural("en", p.count, {
      one: "This erases the chat’s settings, its subscription and everything that was or is to be sent here. It cannot be undone; /export keeps a copy for you.",
      other:
        "This erases the chat’s settings, its # subscriptions and everything that was or is to be sent here. It cannot be undone; /export keeps a copy for you.",
    }),
  "forget.confirm": "Erase everything",
  "forget.done": (p: { count: number }) =>
    plural("en", p.count, {
      one: "Erased: the chat’s settings, its subscription, and all messages kept for this chat. Whatever you write from now on starts anew.",
      other:
        "Erased: the chat’s settings, # subscriptions, and all messages kept for this chat. Whatever you write from now on starts anew.",
    }),
  "forget.nothing": "Nothing is stored about this chat.",
};

/** Every phrase, as each language must give it. */
export type SettingsCatalog = typeof en;
