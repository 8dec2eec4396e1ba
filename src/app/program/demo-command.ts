import type { Command } from "commander";
import type { Setting } from "./setting.ts";

/** `demo`: what Parley does, without any setting. */
export function addDemo(program: Command, { terminal, end }: Setting): void {
  program
    .command("demo")
    .description("eight days of talks, replayed from the demo corpus")
    .action(async () => {
      const { demoCommand } = await import("../cli/demo.ts");
      end(await demoCommand(terminal));
    });
}
