import { expect, test } from "vitest";
import { datesOf } from "./support.ts";

type Case = readonly [text: string, ...dates: string[]];

const CALENDAR: readonly Case[] = [
  ["The talks open in Muscat on 6 February 2026.", "6 February 2026 = 2026-02-06"],
  ["The round is set for Feb. 6 in Oman.", "Feb. 6 = 2026-02-06"],
  ["Envoys arrive on February 6th, an official said.", "February 6th = 2026-02-06"],
  ["They will sit down on the 6th of February.", "6th of February = 2026-02-06"],
  ["A note dated 2026-02-06 names the hall.", "2026-02-06 = 2026-02-06"],
  ["A form filed on 16/02/2026 lists them.", "16/02/2026 = 2026-02-16"],
  ["A US form filed on 02/16/2026 lists them.", "02/16/2026 = 2026-02-16"],
  ["The deal was signed on July 14, 2015, in Vienna.", "July 14, 2015 = 2015-07-14"],
  ["The protests began on December 28 in Tehran.", "December 28 = 2025-12-28"],
  ["Strikes hit the sites on 22 June 2025.", "22 June 2025 = 2025-06-22"],
  ["Israel attacked on Sunday, June 22, officials recalled.", "Sunday, June 22 = 2025-06-22"],
  ["They meet on Friday, 6 February 2026.", "Friday, 6 February 2026 = 2026-02-06"],
  ["They meet Friday (6 February) in Muscat.", "Friday (6 February) = 2026-02-06"],
  ["MUSCAT, Feb 6 (Agency) - The two sides sat down.", "Feb 6 = 2026-02-06"],
  ["State television gave the date as 17 Bahman.", "17 Bahman = 2026-02-06"],
  ["The decree is dated 18 Sha'ban 1447.", "18 Sha'ban 1447 = 2026-02-06"],
  ["On the 6th of this month the delegations gather.", "6th of this month = 2026-02-06"],
  ["On 31 February nothing happens."],
  ["The bond falls due on 1 March 9999."],
  [
    "The pair met on January 6 and will meet again on the 27th in Geneva.",
    "January 6 = 2026-01-06",
    "27th = 2026-01-27",
  ],
  [
    "They spoke on January 12. On the 22nd of the same month they met.",
    "January 12 = 2026-01-12",
    "22nd of the same month = 2026-01-22",
  ],
  ["A sixth round had been scheduled for 15 June in Muscat.", "15 June = 2025-06-15"],
  ["Delegations stay between May 24 and 26.", "May 24 and 26 = 2026-05-24..2026-05-26"],
];

const WEEKDAYS: readonly Case[] = [
  ["Sources close to the delegation late on Tuesday confirm it.", "Tuesday = 2026-02-03"],
  ["Thousands gathered on Friday.", "Friday = 2026-01-30"],
  ["Iran delivered its answer on Thursday.", "Thursday = 2026-01-29"],
  ["He will arrive late on Thursday.", "Thursday = 2026-02-05"],
  ["Araghchi will travel to Oman on Friday.", "Friday = 2026-02-06"],
  ["Araghchi told reporters on Tuesday that he was hopeful.", "Tuesday = 2026-02-03"],
  [
    "Baghaei said on Monday that the talks will be held on Friday.",
    "Monday = 2026-02-02",
    "Friday = 2026-02-06",
  ],
  ["On Friday, the two sides will meet in Muscat.", "Friday = 2026-02-06"],
  ["Iran, US to hold talks in Oman on Friday", "Friday = 2026-02-06"],
  ["The ministers held a call on Saturday.", "Saturday = 2026-01-31"],
  ["The sides met last Monday in Geneva.", "last Monday = 2026-02-02"],
  ["The board meets next Tuesday in Vienna.", "next Tuesday = 2026-02-10"],
  ["The round is due this Friday.", "this Friday = 2026-02-06"],
  ["The envoy said Wednesday he would stay.", "Wednesday = 2026-02-04"],
  ["Friday's meeting will be indirect.", "Friday = 2026-02-06"],
  ["He is expected in Doha on Thursday evening.", "Thursday evening = 2026-02-05"],
  ["They will resume on Monday morning.", "Monday morning = 2026-02-09"],
  ["The council convenes on Tuesday next week.", "Tuesday next week = 2026-02-10"],
  ["The two sides are to meet on Monday of next week.", "Monday of next week = 2026-02-09"],
  ["The talks will run from Monday to Wednesday.", "Monday to Wednesday = 2026-02-09..2026-02-11"],
  ["The round was moved from Friday to Sunday.", "Friday = 2026-02-06", "Sunday = 2026-02-08"],
  [
    "Witkoff arrived on Monday night and will leave on Thursday.",
    "Monday night = 2026-02-02",
    "Thursday = 2026-02-05",
  ],
  ["Friday's talks have been canceled, a channel reports.", "Friday = 2026-02-06"],
  [
    "The ministers gather next Monday and Tuesday.",
    "next Monday = 2026-02-09",
    "Tuesday = 2026-02-10",
  ],
  ["Israel struck the port over the weekend.", "weekend = 2026-01-31..2026-02-01"],
  [
    "They reconvene next week on Tuesday.",
    "next week = 2026-02-09..2026-02-15",
    "Tuesday = 2026-02-10",
  ],
];

const RELATIVE: readonly Case[] = [
  ["The president speaks today.", "today = 2026-02-04"],
  ["He will address the nation tonight.", "tonight = 2026-02-04"],
  ["Delegations land tomorrow morning.", "tomorrow morning = 2026-02-05"],
  ["A drone was shot down yesterday.", "yesterday = 2026-02-03"],
  ["Talks start the day after tomorrow.", "the day after tomorrow = 2026-02-06"],
  ["Sirens sounded last night in the capital.", "last night = 2026-02-03"],
  ["The envoys will meet in three days.", "in three days = 2026-02-07"],
  ["An answer is due within 48 hours.", "within 48 hours = 2026-02-04..2026-02-06"],
  ["The sides last spoke two weeks ago.", "two weeks ago = 2026-01-21"],
  ["He visited Doha ten days ago.", "ten days ago = 2026-01-25"],
  ["Inspectors return in the next two weeks.", "in the next two weeks = 2026-02-04..2026-02-18"],
  ["Prices rose over the past three days.", "over the past three days = 2026-02-01..2026-02-04"],
  ["A second round is planned for next week.", "next week = 2026-02-09..2026-02-15"],
  ["They agreed last month to go on.", "last month = 2026-01-01..2026-01-31"],
  ["Elections are held later this year.", "this year = 2026-01-01..2026-12-31"],
  ["Tomorrow's session will be short.", "Tomorrow = 2026-02-05"],
];

const PERIODS: readonly Case[] = [
  ["Talks took place in Doha on April 9 and 10.", "April 9 and 10 = 2026-04-09..2026-04-10"],
  ["Rounds on February 12 and 26 are set.", "February 12 = 2026-02-12", "26 = 2026-02-26"],
  ["Rounds on 12 and 26 February are set.", "12 = 2026-02-12", "26 February = 2026-02-26"],
  ["In February the two sides agreed.", "February = 2026-02-01..2026-02-28"],
  ["In March two teams arrived.", "March = 2026-03-01..2026-03-31"],
  ["In June 12 scientists were killed.", "June = 2025-06-01..2025-06-30"],
  ["On June 12 inspectors left.", "June 12 = 2025-06-12"],
  ["A deal is due by the end of the week.", "week = 2026-02-02..2026-02-08"],
  ["Envoys return early next week.", "next week = 2026-02-09..2026-02-15"],
  ["A round may come in the coming days."],
  ["The war broke out in June.", "June = 2025-06-01..2025-06-30"],
  ["The sanctions returned last September.", "last September = 2025-09-01..2025-09-30"],
  ["A summit will be held in March.", "March = 2026-03-01..2026-03-31"],
  [
    "Five rounds took place in April and May 2025.",
    "April = 2025-04-01..2025-04-30",
    "May 2025 = 2025-05-01..2025-05-31",
  ],
  ["Talks are planned for 6–7 February.", "6–7 February = 2026-02-06..2026-02-07"],
  ["Talks run February 6-7, 2026, in Oman.", "February 6-7, 2026 = 2026-02-06..2026-02-07"],
  ["The drill will last from 3 to 5 March.", "3 to 5 March = 2026-03-03..2026-03-05"],
  ["It falls between 3 and 5 March.", "3 and 5 March = 2026-03-03..2026-03-05"],
  [
    "The visit runs from 28 February to 3 March.",
    "28 February to 3 March = 2026-02-28..2026-03-03",
  ],
  ["Washington left the accord in 2018.", "2018 = 2018-01-01..2018-12-31"],
  [
    "Rounds were held in 2025. A sixth, planned for June 15, was called off.",
    "2025 = 2025-01-01..2025-12-31",
    "June 15 = 2025-06-15",
  ],
];

const TIMES: readonly Case[] = [
  ["They begin at about 10 on Friday morning.", "10 on Friday morning = 2026-02-06 10:00"],
  ["They begin at 9.30 on Friday morning.", "9.30 on Friday morning = 2026-02-06 09:30"],
  ["It opens on Friday morning at 10.", "Friday morning at 10 = 2026-02-06 10:00"],
  ["The ultimatum expires at midnight on Friday.", "midnight on Friday = 2026-02-06"],
  ["A truce takes effect at midnight on Friday.", "midnight on Friday = 2026-02-06 00:00"],
  ["10:42 GMT \u2013 The envoy lands on Friday.", "Friday = 2026-02-06"],
  ["[14:05] The delegations arrive on Friday.", "Friday = 2026-02-06"],
  ["**10.40am** They may meet on Friday.", "Friday = 2026-02-06"],
  ["About 10 protesters gathered on Friday night.", "Friday night = 2026-01-30"],
  ["Talks open Friday at 10 a.m. local time.", "Friday at 10 a.m. local time = 2026-02-06 10:00"],
  ["Talks open at 10:00 on Friday.", "10:00 on Friday = 2026-02-06 10:00"],
  ["They will meet at noon on Friday.", "noon on Friday = 2026-02-06 12:00"],
  [
    "He will speak at 8:30 p.m. Tehran time tomorrow.",
    "8:30 p.m. Tehran time tomorrow = 2026-02-05 20:30",
  ],
  ["The vote is on 6 February at 1500 GMT.", "6 February at 1500 GMT = 2026-02-06 15:00"],
  [
    "The session on Friday will begin at 10 a.m.",
    "Friday = 2026-02-06",
    "10 a.m. = 2026-02-06 10:00",
  ],
  [
    "Doors open on February 6, 2026, at 09:15 (UTC+4).",
    "February 6, 2026, at 09:15 (UTC+4) = 2026-02-06 09:15",
  ],
  [
    "The hearing is at 2 p.m. EST (1900 GMT) on Thursday.",
    "2 p.m. EST (1900 GMT) on Thursday = 2026-02-05 14:00",
  ],
];

const NO_DATES: readonly Case[] = [
  ["The minister may march in the sun for a second."],
  ["Black Friday sales rose 7.5 percent."],
  ["UN resolution 2231 and the F-35 were raised."],
  ["The 12-day war cost 24 hours of power."],
  ["The Group of 7 voted 20:1."],
  ["The Sunday Times and USA Today reported it."],
  ["Call 555 0123 4567 or see page 12."],
  ["Oil fell to $6.02 a barrel, and 1,404 homes lost power."],
  ["Theresa May and April Glaspie wrote it."],
  ["Every Friday the crowd gathers."],
  ["He led Friday prayers in Tehran."],
  ["The talks ended after three days of meetings."],
  ["They met two days after the attack."],
  ["Some 2,000 people and 15 officers were held."],
  ["Article 10/2 and version 1.2.3 apply."],
  ["The pact lasts ten years."],
  ["The army said it had fired 12 rockets in 24 hours."],
  ["They took the lift to the 14th floor."],
];

const CASES = [...CALENDAR, ...WEEKDAYS, ...RELATIVE, ...PERIODS, ...TIMES, ...NO_DATES];

test.each(CASES.map(([text, ...dates]) => ({ text, dates })))(
  "reads the dates of “$text”",
  ({ text, dates }) => {
    expect(datesOf(text, "en")).toEqual(dates);
  },
);
