import type { ChildProcess } from "node:child_process";

/** What a process says next. */
export function told<T>(process: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("a process ended without a word"));
    process.once("exit", onExit);
    process.once("message", (message) => {
      process.off("exit", onExit);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each says one thing at a time
      resolve(message as T);
    });
  });
}
