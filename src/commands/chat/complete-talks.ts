import { comparable } from "../arguments/option-value.ts";
import type { Command } from "../command.ts";

/** The talks that are followed, for the option `talks`; nothing for any other. */
export const completeTalks: Command["complete"] = (option, typed, asked, { talks }) => {
  const wanted = comparable(typed);
  const found = talks
    .map(({ names: { dossier } }) => ({ label: dossier.names[asked.language], value: dossier.id }))
    .filter(({ label, value }) => comparable(label).includes(wanted) || value.includes(wanted));
  return Promise.resolve(option === "talks" ? found : []);
};
