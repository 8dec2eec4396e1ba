/** How commands and their options are offered, in English; the other languages must match it. */
export const en = {
  command: {
    start: "What this is, and a daily briefing with one press",
    subscribe: "Have briefings and alerts sent here",
    settings: "See and change what is sent here",
    unsubscribe: "Stop what is sent here",
    pause: "Pause briefings and alerts for a while",
    export: "Get a file of all that is stored about this chat",
    forget: "Erase all that is stored about this chat",
    feeds: "How the feeds are doing",
    stats: "How the program is doing",
    broadcast: "Write to all chats that follow the talks",
  },
  option: {
    payload: "What a link carries",
    language: "Language",
    talks: "Which talks",
    at: "Time of day, such as 08:00",
    days: "daily, workdays, a day of the week, or a cron expression",
    city: "City or time zone",
    form: "Brief or full",
    picture: "Whether a picture comes with briefings",
    alerts: "What is told at once: phase, round, delegation, event, or none",
    moments: "Briefings around a round: day-before, hour-before, start, end, or none",
    set: "Which setting",
    to: "Its new value",
    until: "How long: 1d, 1w, a date, open, or resume",
    id: "Which subscription of this chat",
    sure: "Whether you are sure",
    more: "Whether to add one beside another of the same talks",
    send: "Which draft to send",
    en: "The words in English",
    ar: "The words in Arabic",
    fa: "The words in Persian",
  },
};

/** These phrases, as each language must give them. */
export type FormPhrases = typeof en;
