import { describe, expect, it } from "vitest";
import { QUOTED, REPORTED, type Told, told } from "./told.ts";

const SENTENCES: readonly Told[] = [
  [
    '"We want peace," Araghchi said. "But we are ready for war."',
    [
      ["Abbas Araghchi", "IRN", QUOTED, "We want peace"],
      ["Abbas Araghchi", "IRN", QUOTED, "But we are ready for war"],
    ],
  ],
  [
    "“We want peace,” Iran's foreign minister, Abbas Araghchi, said on Tuesday. “But we are ready.”",
    [
      ["Abbas Araghchi", "IRN", QUOTED, "We want peace"],
      ["Abbas Araghchi", "IRN", QUOTED, "But we are ready"],
    ],
  ],
  [
    '"Talks were useful," said Egyptian Foreign Minister Badr Abdelatty after the meeting.',
    [["Badr Abdelatty", "EGY", QUOTED, "Talks were useful"]],
  ],
  [
    "Iranian Foreign Ministry spokesman Esmail Baghaei said that Tehran would never give up enrichment.",
    [["Esmail Baghaei", "IRN", REPORTED, "Tehran would never give up enrichment"]],
  ],
  [
    "The ministry's spokesman, Esmail Baghaei, said the talks would resume next week.",
    [["Esmail Baghaei", "IRN", REPORTED, "the talks would resume next week"]],
  ],
  [
    "Araghchi: We will respond to any attack",
    [["Abbas Araghchi", "IRN", REPORTED, "We will respond to any attack"]],
  ],
  [
    "Iran ready for a fair deal, says Araghchi",
    [["Abbas Araghchi", "IRN", REPORTED, "Iran ready for a fair deal"]],
  ],
  [
    "A senior Iranian official told Reuters that no date had been set.",
    [[null, "IRN", REPORTED, "no date had been set"]],
  ],
  [
    "Asked about Trump's threats, Araghchi said Iran would respond firmly.",
    [["Abbas Araghchi", "IRN", REPORTED, "Iran would respond firmly"]],
  ],
  [
    "In a call with Witkoff, Fidan said Turkey was ready to host another round.",
    [["Hakan Fidan", "TUR", REPORTED, "Turkey was ready to host another round"]],
  ],
  [
    "According to Baghaei, the talks will focus on sanctions relief.",
    [["Esmail Baghaei", "IRN", REPORTED, "the talks will focus on sanctions relief"]],
  ],
  [
    "The talks will focus on sanctions relief, according to Baghaei.",
    [["Esmail Baghaei", "IRN", REPORTED, "The talks will focus on sanctions relief"]],
  ],
  [
    'Trump told Fox News that Iran wants a deal. He added that "all options are on the table".',
    [
      ["Donald Trump", "USA", REPORTED, "Iran wants a deal"],
      ["Donald Trump", "USA", QUOTED, "all options are on the table"],
    ],
  ],
  [
    "Leavitt said the president prefers diplomacy. She added that Witkoff would brief him.",
    [
      ["Karoline Leavitt", "USA", REPORTED, "the president prefers diplomacy"],
      ["Karoline Leavitt", "USA", REPORTED, "Witkoff would brief him"],
    ],
  ],
  [
    '"The United States must stop its threats," Larijani wrote on X, adding that Iran would never negotiate under pressure.',
    [
      ["Ali Larijani", "IRN", QUOTED, "The United States must stop its threats"],
      ["Ali Larijani", "IRN", REPORTED, "Iran would never negotiate under pressure"],
    ],
  ],
  [
    'Ukrainian negotiator Rustem Umerov said the talks in Abu Dhabi were "substantive and productive".',
    [
      [
        "Rustem Umerov",
        "UKR",
        REPORTED,
        'the talks in Abu Dhabi were "substantive and productive"',
      ],
    ],
  ],
  [
    'Pakistani Foreign Minister Ishaq Dar said Islamabad stood ready to help. "We support dialogue," Dar added.',
    [
      ["Ishaq Dar", "PAK", REPORTED, "Islamabad stood ready to help"],
      ["Ishaq Dar", "PAK", QUOTED, "We support dialogue"],
    ],
  ],
  [
    '"We have no trust in them," a European diplomat said.',
    [[null, null, QUOTED, "We have no trust in them"]],
  ],
  [
    "The State Department said in a statement that sanctions would remain in place.",
    [["State Department", "USA", REPORTED, "sanctions would remain in place"]],
  ],
  ["Iran has denied that it asked for a delay.", [[null, "IRN", REPORTED, "it asked for a delay"]]],
  ["Witkoff and Kushner said the talks were positive.", []],
  [
    "Ali Vaez, an analyst at the International Crisis Group, said the two sides were far apart.",
    [["Ali Vaez", null, REPORTED, "the two sides were far apart"]],
  ],
  [
    '"This is the last chance," Vance said, "and they know it."',
    [
      ["J.D. Vance", "USA", QUOTED, "This is the last chance"],
      ["J.D. Vance", "USA", QUOTED, "and they know it"],
    ],
  ],
  [
    'Iran\'s top diplomat said: "We came with full authority.\n\n"We will not leave without an answer."',
    [
      ["Abbas Araghchi", "IRN", QUOTED, "We came with full authority"],
      ["Abbas Araghchi", "IRN", QUOTED, "We will not leave without an answer"],
    ],
  ],
  [
    "Netanyahu, speaking in Jerusalem, warned that Iran must not be allowed to keep its missiles.",
    [["Benjamin Netanyahu", "ISR", REPORTED, "Iran must not be allowed to keep its missiles"]],
  ],
  [
    "Trump's envoy, Steve Witkoff, said progress had been made.",
    [["Steve Witkoff", "USA", REPORTED, "progress had been made"]],
  ],
  [
    "Trump's envoy said progress had been made.",
    [["Steve Witkoff", "USA", REPORTED, "progress had been made"]],
  ],
  [
    "Former Iranian foreign minister Mohammad Javad Zarif said the offer was serious.",
    [["Mohammad Javad Zarif", "IRN", REPORTED, "the offer was serious"]],
  ],
  [
    'The talks, which Araghchi described as "a good start", will resume next week.',
    [["Abbas Araghchi", "IRN", QUOTED, "a good start"]],
  ],
  [
    "'A deal is close,' says Iran's deputy foreign minister Majid Takht-Ravanchi",
    [["Majid Takht-Ravanchi", "IRN", QUOTED, "A deal is close"]],
  ],
  [
    "Albusaidi posted on X: “Significant progress has been made in the negotiations.”",
    [["Badr Albusaidi", "OMN", QUOTED, "Significant progress has been made in the negotiations"]],
  ],
  [
    "Iran's “red lines” are clear, said Baghaei.",
    [["Esmail Baghaei", "IRN", REPORTED, "Iran's “red lines” are clear"]],
  ],
  [
    "Araghchi said Witkoff told him that Washington would lift sanctions.",
    [["Abbas Araghchi", "IRN", REPORTED, "Witkoff told him that Washington would lift sanctions"]],
  ],
  [
    "Rubio said on Wednesday the talks must cover missiles.",
    [["Marco Rubio", "USA", REPORTED, "the talks must cover missiles"]],
  ],
  [
    '"If they attack us, we will hit back hard," Gen. Abdolrahim Mousavi, the armed forces chief of staff, told state television.',
    [["Abdolrahim Mousavi", "IRN", QUOTED, "If they attack us, we will hit back hard"]],
  ],
  [
    "Speaking in Doha, Qatar's prime minister said mediation was continuing.",
    [["Mohammed bin Abdulrahman Al Thani", "QAT", REPORTED, "mediation was continuing"]],
  ],
  [
    'The White House said: "Diplomacy is the president\'s first option."',
    [["White House", "USA", QUOTED, "Diplomacy is the president's first option"]],
  ],
  [
    'Foreign Ministry spokesman Baghaei said Iran hopes the other side "will show seriousness and realism" at the talks.',
    [
      [
        "Esmail Baghaei",
        "IRN",
        REPORTED,
        'Iran hopes the other side "will show seriousness and realism" at the talks',
      ],
    ],
  ],
  [
    "“The ball is in America's court,” Mr. Araghchi told CNN in Muscat.",
    [["Abbas Araghchi", "IRN", QUOTED, "The ball is in America's court"]],
  ],
  [
    '"Nobody asked us for zero enrichment," Mr Araghchi said in an interview with MSNBC.',
    [["Abbas Araghchi", "IRN", QUOTED, "Nobody asked us for zero enrichment"]],
  ],
  [
    "Russian President Vladimir Putin's spokesman, Dmitry Peskov, said Moscow had not been asked to mediate.",
    [["Dmitry Peskov", "RUS", REPORTED, "Moscow had not been asked to mediate"]],
  ],
  [
    'Mr. Trump said: "They want a deal." Mr. Araghchi replied: "We want respect."',
    [
      ["Donald Trump", "USA", QUOTED, "They want a deal"],
      ["Abbas Araghchi", "IRN", QUOTED, "We want respect"],
    ],
  ],
  [
    "Kazakh President Kassym-Jomart Tokayev said Astana could host the talks.",
    [["Kassym-Jomart Tokayev", "KAZ", REPORTED, "Astana could host the talks"]],
  ],
  [
    '"There is no trust," said Hossein Mousavian, a former Iranian diplomat now at Princeton University.',
    [["Hossein Mousavian", null, QUOTED, "There is no trust"]],
  ],
  [
    "10:42 GMT – Araghchi: Talks were “very intense”\n\nThe minister said the two sides had exchanged papers.",
    [
      ["Abbas Araghchi", "IRN", REPORTED, "Talks were “very intense”"],
      ["Abbas Araghchi", "IRN", REPORTED, "the two sides had exchanged papers"],
    ],
  ],
  [
    "Iran says it will respond to any attack",
    [[null, "IRN", REPORTED, "it will respond to any attack"]],
  ],
  [
    "Iran's Pezeshkian: We seek peace but will not surrender",
    [["Masoud Pezeshkian", "IRN", REPORTED, "We seek peace but will not surrender"]],
  ],
  [
    "US official: 'We expect Iran to come with a proposal'",
    [[null, "USA", QUOTED, "We expect Iran to come with a proposal"]],
  ],
  [
    "Trump says he is considering limited strike on Iran",
    [["Donald Trump", "USA", REPORTED, "he is considering limited strike on Iran"]],
  ],
  [
    "Vance: Iran refuses to acknowledge red lines",
    [["J.D. Vance", "USA", REPORTED, "Iran refuses to acknowledge red lines"]],
  ],
  [
    "The Iranian leader, Ayatollah Ali Khamenei, has said that missiles are not up for discussion.",
    [["Ali Khamenei", "IRN", REPORTED, "missiles are not up for discussion"]],
  ],
  [
    'Asked whether he trusted Iran, Trump replied, "We\'ll see."',
    [["Donald Trump", "USA", QUOTED, "We'll see"]],
  ],
  [
    '"We\'ll see," Trump said when asked whether he trusted Iran.',
    [["Donald Trump", "USA", QUOTED, "We'll see"]],
  ],
  [
    "Baghaei told a weekly news conference in Tehran that Iran had prepared its proposals and that “the ball is not in our court”.",
    [
      [
        "Esmail Baghaei",
        "IRN",
        REPORTED,
        "Iran had prepared its proposals and that “the ball is not in our court”",
      ],
    ],
  ],
  [
    "Armenian Prime Minister Nikol Pashinyan said Yerevan and Baku had agreed the text.",
    [["Nikol Pashinyan", "ARM", REPORTED, "Yerevan and Baku had agreed the text"]],
  ],
  [
    'Hakan Fidan, Turkey\'s foreign minister, warned that a war would "burn the region".',
    [["Hakan Fidan", "TUR", REPORTED, 'a war would "burn the region"']],
  ],
  [
    'Trump, for his part, called the talks "very good" and said they would continue.',
    [
      ["Donald Trump", "USA", QUOTED, "very good"],
      ["Donald Trump", "USA", REPORTED, "they would continue"],
    ],
  ],
  [
    "Grossi said inspectors were ready to return “within days” if Iran agreed.",
    [
      [
        "Rafael Grossi",
        "IAEA",
        REPORTED,
        "inspectors were ready to return “within days” if Iran agreed",
      ],
    ],
  ],
  [
    "Trump met Netanyahu on Wednesday. He said negotiations would continue.",
    [["Donald Trump", "USA", REPORTED, "negotiations would continue"]],
  ],
  ["The semi-official Tasnim news agency said the talks were over.", []],
  [
    "Tasnim quoted Baghaei as saying that the talks were over.",
    [["Esmail Baghaei", "IRN", REPORTED, "the talks were over"]],
  ],
  [
    "Baghaei was quoted by Tasnim as saying the talks were over.",
    [["Esmail Baghaei", "IRN", REPORTED, "the talks were over"]],
  ],
  [
    'Araghchi arrived in Muscat. "We are here in good faith," the minister said on arrival.',
    [["Abbas Araghchi", "IRN", QUOTED, "We are here in good faith"]],
  ],
  [
    '"Diplomacy is always the first option," White House press secretary Karoline Leavitt said. She added: "But he has other options."',
    [
      ["Karoline Leavitt", "USA", QUOTED, "Diplomacy is always the first option"],
      ["Karoline Leavitt", "USA", QUOTED, "But he has other options"],
    ],
  ],
  [
    'Witkoff said Araghchi was "serious". Araghchi said Witkoff was "constructive".',
    [
      ["Steve Witkoff", "USA", REPORTED, 'Araghchi was "serious"'],
      ["Abbas Araghchi", "IRN", REPORTED, 'Witkoff was "constructive"'],
    ],
  ],
  ["«We are ready,» Araghchi said.", [["Abbas Araghchi", "IRN", QUOTED, "We are ready"]]],
  ["„We are ready,“ Araghchi said.", [["Abbas Araghchi", "IRN", QUOTED, "We are ready"]]],
  [
    "‘We are ready for talks,’ Araghchi said.",
    [["Abbas Araghchi", "IRN", QUOTED, "We are ready for talks"]],
  ],
  [
    "&ldquo;We are ready for talks,&rdquo; <b>Araghchi</b> said.",
    [["Abbas Araghchi", "IRN", QUOTED, "We are ready for talks"]],
  ],
  [
    "\"We told them: 'No deal without sanctions relief,'\" Baghaei said.",
    [["Esmail Baghaei", "IRN", QUOTED, "We told them: 'No deal without sanctions relief,'"]],
  ],
  ['"We are ready for talks, Araghchi said in Muscat.', []],
  ['Trump said "no".', []],
  ['The so-called "snapback" mechanism was discussed by Araghchi.', []],
  [
    "Araghchi, who met Witkoff in Muscat, said the atmosphere was good.",
    [["Abbas Araghchi", "IRN", REPORTED, "the atmosphere was good"]],
  ],
  ["Araghchi's deputy said the talks were hard.", [[null, "IRN", REPORTED, "the talks were hard"]]],
  ["An aide to Trump said a deal was close.", [[null, "USA", REPORTED, "a deal was close"]]],
  [
    "A spokesman for the Iranian Foreign Ministry said a reply was being prepared.",
    [["Esmail Baghaei", "IRN", REPORTED, "a reply was being prepared"]],
  ],
  [
    "Trump told Netanyahu that talks would go on.",
    [["Donald Trump", "USA", REPORTED, "talks would go on"]],
  ],
  [
    'Witkoff told Araghchi "there is no more time".',
    [["Steve Witkoff", "USA", QUOTED, "there is no more time"]],
  ],
  ['"It is time," Trump told Witkoff.', [["Donald Trump", "USA", QUOTED, "It is time"]]],
  [
    '"Trump said he wants a deal," Araghchi said.',
    [["Abbas Araghchi", "IRN", QUOTED, "Trump said he wants a deal"]],
  ],
  [
    'Araghchi said on Friday the date "will be announced by Oman".',
    [["Abbas Araghchi", "IRN", REPORTED, 'the date "will be announced by Oman"']],
  ],
  ["Both sides said progress had been made.", []],
  ["Iran and the United States said progress had been made.", []],
  ["People in Tehran said they feared war.", []],
  [
    "Araghchi denied that a date had been set.",
    [["Abbas Araghchi", "IRN", REPORTED, "a date had been set"]],
  ],
  [
    "Hegseth warned: “If Iran does not make a deal, we will act.”",
    [["Pete Hegseth", "USA", QUOTED, "If Iran does not make a deal, we will act"]],
  ],
  ["Reuters reported that the talks would resume.", []],
  ["Analysts say the gap is wide.", [[null, null, REPORTED, "the gap is wide"]]],
  [
    "Vice President JD Vance said Thursday that Washington was confident.",
    [["J.D. Vance", "USA", REPORTED, "Washington was confident"]],
  ],
  [
    'The Omani minister, Badr Albusaidi, wrote: "Significant progress".',
    [["Badr Albusaidi", "OMN", QUOTED, "Significant progress"]],
  ],
  [
    "Trump has repeatedly said that Iran cannot have a nuclear weapon.",
    [["Donald Trump", "USA", REPORTED, "Iran cannot have a nuclear weapon"]],
  ],
  [
    "A day earlier, Trump had said that time was running out.",
    [["Donald Trump", "USA", REPORTED, "time was running out"]],
  ],
  [
    "Vance, who joined the talks in Islamabad, told NBC News the U.S. had “made its final offer.”",
    [["J.D. Vance", "USA", REPORTED, "the U.S. had “made its final offer.”"]],
  ],
  [
    "Pakistan's army chief, Field Marshal Asim Munir, said both sides had shown flexibility.",
    [["Asim Munir", "PAK", REPORTED, "both sides had shown flexibility"]],
  ],
  [
    '"I don\'t want to bomb them," Trump said in a phone call with Axios on Thursday. "But I will if I have to."',
    [
      ["Donald Trump", "USA", QUOTED, "I don't want to bomb them"],
      ["Donald Trump", "USA", QUOTED, "But I will if I have to"],
    ],
  ],
  [
    'Iranian state TV quoted Deputy Foreign Minister Kazem Gharibabadi as saying the draft was "80% complete".',
    [["Kazem Gharibabadi", "IRN", REPORTED, 'the draft was "80% complete"']],
  ],
  [
    '"It\'s a red line," said one Iranian official, who spoke on condition of anonymity. "We will not cross it."',
    [
      [null, "IRN", QUOTED, "It's a red line"],
      [null, "IRN", QUOTED, "We will not cross it"],
    ],
  ],
  [
    "Senate Majority Leader John Thune said lawmakers would review any deal.",
    [["John Thune", null, REPORTED, "lawmakers would review any deal"]],
  ],
  [
    'Sen. Lindsey Graham warned on X that Iran was "playing for time".',
    [["Lindsey Graham", "USA", REPORTED, 'Iran was "playing for time"']],
  ],
  [
    "Guterres's spokesman Stéphane Dujarric said: “We are encouraged.”",
    [["Stéphane Dujarric", "UN", QUOTED, "We are encouraged"]],
  ],
  [
    "British Prime Minister Keir Starmer and French President Emmanuel Macron said in a joint statement that Iran must cooperate with inspectors.",
    [],
  ],
  ["Asked about a deadline, the White House press secretary declined to comment.", []],
  [
    "“That is a lie,” Baghaei said of reports that Iran had agreed to ship out its uranium.",
    [["Esmail Baghaei", "IRN", QUOTED, "That is a lie"]],
  ],
  [
    'Ghalibaf said: "The era of threats is over", and added that Iran\'s hand was on the trigger.',
    [
      ["Mohammad Bagher Ghalibaf", "IRN", QUOTED, "The era of threats is over"],
      ["Mohammad Bagher Ghalibaf", "IRN", REPORTED, "Iran's hand was on the trigger"],
    ],
  ],
  [
    'In Tehran, meanwhile, Khamenei told a gathering of clerics that the U.S. "cannot be trusted".',
    [["Ali Khamenei", "IRN", REPORTED, 'the U.S. "cannot be trusted"']],
  ],
  [
    'Araghchi called the talks "intense", adding: "We now wait for their answer."',
    [["Abbas Araghchi", "IRN", QUOTED, "We now wait for their answer"]],
  ],
  [
    'Witkoff: "We gave them a proposal" – Araghchi: "We will study it"',
    [
      ["Steve Witkoff", "USA", QUOTED, "We gave them a proposal"],
      ["Abbas Araghchi", "IRN", QUOTED, "We will study it"],
    ],
  ],
  [
    "A source familiar with the talks told CNN that the gaps were narrowing.",
    [[null, null, REPORTED, "the gaps were narrowing"]],
  ],
  [
    "Saudi Crown Prince Mohammed bin Salman told Pezeshkian by phone that Riyadh would not let its airspace be used.",
    [["Mohammed bin Salman", "SAU", REPORTED, "Riyadh would not let its airspace be used"]],
  ],
];

describe("who says what in English", () => {
  it.each(SENTENCES)("%s", (body, expected) => {
    expect(told({ lang: "en", body })).toEqual(expected);
  });
});
