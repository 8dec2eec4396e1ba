/** Asks for many at once; see {@link createAskTogether}. */
export type AskTogether<Item, Answer> = (item: Item) => Promise<Answer>;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly done: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Collects what is asked during one turn of the event loop, and while an earlier question is under way, and
 * asks it in one. Of items with the same key one goes at a time.
 */
export function createAskTogether<Item, Answer>(
  keyOf: (item: Item) => string,
  ask: (items: readonly Item[]) => Promise<(item: Item) => Answer>,
): AskTogether<Item, Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let asking = false;

  const askAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = new Map<string, Waiting<Item, Answer>>();
      const later: Waiting<Item, Answer>[] = [];
      for (const one of waiting)
        if (batch.has(keyOf(one.item))) later.push(one);
        else batch.set(keyOf(one.item), one);
      waiting = later;
      await settle([...batch.values()], ask);
    }
    asking = false;
  };

  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      if (asking) return;
      asking = true;
      setImmediate(() => void askAll());
    });
}

async function settle<Item, Answer>(
  batch: readonly Waiting<Item, Answer>[],
  ask: (items: readonly Item[]) => Promise<(item: Item) => Answer>,
): Promise<void> {
  try {
    const answerOf = await ask(batch.map(({ item }) => item));
    for (const { item, done } of batch) done(answerOf(item));
  } catch (error) {
    for (const { fail } of batch) fail(error);
  }
}
