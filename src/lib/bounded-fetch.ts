/** An answer was longer than it may be. */
export class AnswerTooLong extends Error {
  constructor(mostBytes: number) {
    super(`more than ${mostBytes} bytes`);
    this.name = "AnswerTooLong";
  }
}

/**
 * `fetch` for a server that need not be trusted: its answer ends with {@link AnswerTooLong} as soon as more
 * than `mostBytes` of it have come, and it cannot send what it was told on to another address.
 */
export const boundedFetch =
  (mostBytes: number): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" });
    const { status, statusText, headers, body } = response;
    if (body === null) return response;
    return new Response(body.pipeThrough(cutAfter(mostBytes)), { status, statusText, headers });
  };

function cutAfter(mostBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new AnswerTooLong(mostBytes);
      controller.enqueue(chunk);
    },
  });
}
