import { holdsTo } from "./told-or-not.ts";

holdsTo("en", [
  {
    at: "02-07T06",
    claims: ["dispute/agenda", "dispute/venue", "dispute/format"],
    honest:
      "The parties disagree over the agenda, while the disputes over the place and over the format have reportedly been settled.",
    lies: [
      "The parties disagree over the agenda, while the disputes over the place and over the format have been settled.",
      "The disputes over the place and over the agenda have reportedly been settled.",
      "The parties disagree over the agenda and over the place.",
    ],
  },
  {
    at: "02-07T06",
    claims: ["dispute/agenda", "dispute/venue", "dispute/format"],
    honest:
      "The dispute over the place and that over the format have reportedly been settled, but the parties disagree over the agenda.",
    lies: [
      "The dispute over the place and the dispute over the agenda have reportedly been settled.",
      "The dispute over the place and that over the format persist.",
    ],
  },
  {
    at: "02-07T06",
    claims: ["event/SANCTION", "event/REJECT", "change/Cooper"],
    honest:
      "The United States imposed sanctions on Iran on 6 February, and its delegation now includes Brad Cooper.",
    lies: [
      "Iran rebuffed the United States over the talks, and its delegation now includes Brad Cooper.",
      "Its delegation now includes Brad Cooper.",
      "Brad Cooper has joined its delegation.",
    ],
  },
  {
    at: "02-07T06",
    claims: [
      "statement/White House/seeks-agreement",
      "statement/Leavitt/seeks-agreement",
      "statement/Trump/threatens",
    ],
    honest: "The White House and Karoline Leavitt spoke in favour of an agreement on the talks.",
    lies: [
      "The White House and Donald Trump spoke in favour of an agreement on the talks.",
      "Karoline Leavitt and Donald Trump issued a threat on war and attack.",
      "Donald Trump issued a threat, and so did the White House.",
    ],
  },
  {
    at: "02-07T06",
    claims: ["delegation/IRN", "delegation/USA"],
    honest: "Araghchi leads Iran's delegation and Witkoff that of the United States.",
    lies: [
      "Witkoff leads Iran's delegation and Araghchi that of the United States.",
      "Araghchi leads Iran's delegation and Kushner that of the United States.",
    ],
  },
  {
    at: "02-05T12",
    claims: ["change/Kushner", "delegation/IRN"],
    honest: "Jared Kushner has joined the US delegation led by Steve Witkoff.",
    lies: [
      "Steve Witkoff has joined the US delegation led by Jared Kushner.",
      "Jared Kushner has joined the US delegation led by Abbas Araghchi.",
    ],
  },
  {
    at: "02-05T12",
    claims: ["dispute/versions"],
    honest:
      "Sources differ on the date of the talks, with some saying 5 February and others 6 February.",
    lies: [
      "Sources differ on the date of the talks, with some saying 5 February and others 7 February.",
      "The parties differ on the date of the talks, with some saying 5 February and others 6 February.",
    ],
  },
  {
    at: "02-05T12",
    claims: ["next-round"],
    honest:
      "The next round, with Oman mediating, is planned for 6 February in Muscat, according to both parties.",
    lies: [
      "The next round, with Qatar mediating, is planned for 6 February in Muscat, according to both parties.",
      "The next round, without Oman mediating, is planned for 6 February in Muscat.",
    ],
  },
  {
    at: "02-16T18",
    claims: ["statement/Takht-Ravanchi"],
    honest: "Deputy foreign minister Majid Takht-Ravanchi issued a threat on sanctions.",
    lies: [
      "Foreign minister Majid Takht-Ravanchi issued a threat on sanctions.",
      "Deputy foreign minister Abbas Araghchi issued a threat on sanctions.",
      "Deputy foreign minister for legal affairs Majid Takht-Ravanchi issued a threat on sanctions.",
      "The deputy foreign minister issued a threat on sanctions.",
    ],
  },
  {
    at: "02-28T22",
    claims: ["event/ASSAULT/USA", "event/ASSAULT/ISR"],
    honest: "The United States and Israel used force against Iran on 28 February.",
    lies: [
      "The United States and Iran used force against Israel on 28 February.",
      "The United States and Oman used force against Iran on 28 February.",
      "The United States and Israel threatened Iran on 28 February.",
    ],
  },
  {
    at: "02-28T15",
    claims: ["change/ASSAULT/USA", "change/ASSAULT/ISR"],
    honest: "Newly reported: Israel and the United States used force against Iran on 28 February.",
    lies: [
      "Newly reported: Israel and Iran used force against the United States on 28 February.",
      "Newly reported: Israel and the United States used force against Iran on 27 February.",
    ],
  },
  {
    at: "02-20T12",
    claims: ["change/Badr Albusaidi"],
    honest: "Omani foreign minister Albusaidi spoke on the talks in a new statement.",
    lies: [
      "Omani foreign minister Albusaidi spoke on sanctions in a new statement.",
      "Iranian foreign minister Albusaidi spoke on the talks in a new statement.",
    ],
  },
  {
    at: "02-20T12",
    claims: ["statement/Zero enrichment is", "statement/Once sanctions are"],
    honest:
      "Majid Takht-Ravanchi said on enrichment: “Zero enrichment is a closed chapter for us”, and on sanctions: “Once sanctions are on the table, this and much else about our programme can be too”.",
    lies: [
      "Majid Takht-Ravanchi said on sanctions: “Zero enrichment is a closed chapter for us”, and on enrichment: “Once sanctions are on the table, this and much else about our programme can be too”.",
      "Abbas Araghchi said on enrichment: “Zero enrichment is a closed chapter for us”, and on sanctions: “Once sanctions are on the table, this and much else about our programme can be too”.",
      "On sanctions: “Once sanctions are on the table, this and much else about our programme can be too”.",
    ],
  },
]);
