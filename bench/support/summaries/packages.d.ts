declare module "textrank" {
  type Settings = {
    tokens: string[];
    split: string[][];
    extractAmount: number;
    summaryType: "array";
  };
  const textrank: {
    TextRank: new (
      text: string,
      settings: Settings,
    ) => { readonly graph: { readonly V: Record<string, { id: number; score: number }> } };
  };
  export default textrank;
}
declare module "lexrank.js" {
  export default function lexrank(
    text: string,
  ): { text: string; weight: number; index: number }[][];
}
