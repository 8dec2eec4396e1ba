import * as fc from "fast-check";

/** What a hostile or careless article may put into a title, a name or a quotation. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "</blockquote></article><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='x",
  "<!-- ",
  "<![CDATA[",
  "&lt;b&gt; &amp;#60;",
  "[here](javascript:alert(1))",
  "![](https://evil.example/p.png)",
  "<https://evil.example>",
  "https://evil.example/?a=1&b=2",
  "www.evil.example a@evil.example",
  "javascript:alert(1)",
  "`code` ```\nfence\n```",
  "*bold* _thin_ ~~gone~~ ||spoiler||",
  "\n\n# Heading\n\n- item\n1. item\n> quote\n---\n===",
  "| a | b |\n|---|---|",
  "@everyone <@123> $x$ {{y}} \\",
  "\u202eabc\u2066def\u2069\u2069\u200f",
  "\u001b[31mred\u0007\u009b2J\u0000",
  "\ud800",
  "\udc00\ud83d",
  "\u2028\u2029\r\n\t",
  "عراقجي: «لن نقبل» (2026)",
  "گفت\u200cوگو با «آمریکا» ۱۲",
  "Friday 6 February, 10:00",
  "会议",
] as const;

/** Words made of such pieces and of anything else, unpaired surrogates included. */
export const hostileWords = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(" "));
