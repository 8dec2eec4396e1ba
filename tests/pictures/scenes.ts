import { corpusArticles, type CorpusSite, corpusSite } from "../support/corpus-site.ts";
import { serveWeb } from "../support/web.ts";
import { type ChatReader, eveningChats, type SeenChat } from "./evening-chats.ts";
import type { Sitting } from "./studio.ts";

/** The eve of the round in Muscat, at 22:00 there. */
export const EVE = new Date("2026-02-05T18:00:00Z");

/** Who looks, and at how much of the page. */
type PictureReader = ChatReader & { readonly screen: Pick<Sitting, "width" | "scale" | "until"> };

/** One reads at a desk, by day; the other on a phone, by night. */
const READERS: readonly PictureReader[] = [
  {
    language: "en",
    locale: "en-GB",
    isDark: false,
    channel: "iran-desk",
    screen: { width: 900, scale: 1.5, until: "#positions" },
  },
  {
    language: "ar",
    locale: "ar",
    isDark: true,
    channel: "المحادثات",
    screen: { width: 424, scale: 2, until: "#changes" },
  },
];

/** All that one reader is shown. */
export type Scene = {
  readonly reader: PictureReader;
  /** Where the talks' page is served to them. */
  readonly url: string;
  readonly chats: readonly SeenChat[];
};

/** What is in the README's pictures, served and sent from the demonstration articles while `use` looks at it. */
export async function withScenes<T>(
  use: (scenes: readonly Scene[], corpus: CorpusSite) => Promise<T>,
): Promise<T> {
  const corpus = corpusSite({ now: () => EVE }, corpusArticles());
  const web = await serveWeb({ site: corpus.site, now: () => EVE });
  try {
    const chats = await eveningChats({ ...corpus, at: EVE }, READERS);
    const scenes = READERS.map((reader, index) => ({
      reader,
      url: `${web.origin}/iran-us/${reader.language}`,
      chats: chats[index] ?? [],
    }));
    return await use(scenes, corpus);
  } finally {
    await web.close();
    corpus.close();
  }
}
