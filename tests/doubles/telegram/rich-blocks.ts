/** Text with formatting, as `RichText`. */
export type RichText = string | readonly RichText[] | RichSpan;

/** A formatted run: `type` as in the `RichText…` types, such as `bold`, `url` or `date_time`. */
export type RichSpan = {
  readonly type: string;
  readonly text?: RichText;
  readonly url?: string;
  readonly name?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
  readonly expression?: string;
};

/** A cell of a table. */
export type RichCell = {
  readonly text: RichText;
  readonly is_header?: true;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly align: string;
  readonly valign: string;
};

/** An item of a list under its label. */
export type RichItem = { readonly label: string; readonly blocks: readonly RichBlock[] };

/** A block, as `RichBlock`. */
export type RichBlock =
  | { readonly type: "paragraph" | "footer" | "pre"; readonly text: RichText }
  | { readonly type: "heading"; readonly text: RichText; readonly size: number }
  | { readonly type: "divider" }
  | { readonly type: "mathematical_expression"; readonly expression: string }
  | { readonly type: "anchor"; readonly name: string }
  | { readonly type: "list"; readonly items: readonly RichItem[] }
  | {
      readonly type: "blockquote";
      readonly blocks: readonly RichBlock[];
      readonly credit?: RichText;
    }
  | { readonly type: "pullquote"; readonly text: RichText; readonly credit?: RichText }
  | {
      readonly type: "table";
      readonly cells: readonly (readonly RichCell[])[];
      readonly caption?: RichText;
      readonly is_bordered?: true;
      readonly is_striped?: true;
    }
  | {
      readonly type: "details";
      readonly summary: RichText;
      readonly blocks: readonly RichBlock[];
      readonly is_open?: true;
    }
  | {
      readonly type: "photo" | "video" | "audio" | "map" | "collage" | "slideshow";
      readonly caption?: RichText;
    };

/** A rich message as a chat holds it, as `RichMessage`. */
export type RichMessage = { readonly blocks: readonly RichBlock[]; readonly is_rtl?: true };

/** The words of a text without formatting; moments as written. */
export function plainRichText(text: RichText): string {
  if (typeof text === "string") return text;
  if (!("type" in text)) return text.map(plainRichText).join("");
  return text.expression ?? plainRichText(text.text ?? "");
}
