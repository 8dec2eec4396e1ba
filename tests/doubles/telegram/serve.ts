import { createTelegramDouble } from "./double.ts";

// A double in a process of its own, so that what it costs is not counted against what is measured.
// Usage: node serve.ts <token> [factor of the limits]. A parent gets the root, and the counters when
// it sends a message; the double ends when the parent goes.
const [token, factor] = process.argv.slice(2);
if (token === undefined) throw new Error("usage: node serve.ts <token> [factor]");
const double = await createTelegramDouble({
  token,
  keepMessages: false,
  limits: factor === undefined ? null : { factor: Number(factor) },
});
if (process.send === undefined) process.stdout.write(`${double.root}\n`);
else process.send({ root: double.root });
process.on("message", () => {
  const violations = double.violations.slice(0, 10);
  process.send?.({ counters: { ...double.counters }, violations });
});
process.on("disconnect", () => void double.close());
