/** One item of a test's RSS feed. */
export type NewsItem = {
  readonly link: string;
  readonly title: string;
  readonly text?: string;
  /** As `pubDate` writes it. */
  readonly date?: string;
};

/** A document of RSS 2.0. */
export const rss = (items: readonly NewsItem[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>${items
    .map(
      ({ link, title, text = "", date = "Thu, 05 Feb 2026 12:00:00 GMT" }) =>
        `<item><link>${link}</link><title>${title}</title><description>${text}</description><pubDate>${date}</pubDate></item>`,
    )
    .join("")}</channel></rss>`;

/** Says when and where the parties meet. */
export const ANNOUNCEMENT: NewsItem = {
  link: "https://news.example/talks-set",
  title: "Iran and US to hold nuclear talks in Muscat on Friday",
  text: "Iranian Foreign Minister Abbas Araghchi said on Thursday that Iran and the United States will hold nuclear talks in Muscat, Oman, on Friday 6 February.",
};

/** About something else. */
export const FOOTBALL: NewsItem = {
  link: "https://news.example/football",
  title: "League leaders drop two points at home",
  text: "The league leaders were held to a draw at home on Thursday evening after a late equaliser.",
};
