import type { MessageFile, Picture } from "../../src/messages/message.ts";

/** What one message to Discord holds, as its API writes it. */
export type DiscordBody = {
  readonly flags: number;
  readonly components?: readonly Component[];
  readonly embeds?: readonly { readonly description: string; readonly color: number }[];
};

/** One message to Discord, less where it goes. */
export type DiscordPart = {
  readonly body: DiscordBody;
  readonly files: readonly MessageFile[];
  /** Shown in the body, drawn when it is sent, and uploaded before the files. */
  readonly picture?: Picture;
};

/** A component of a message. https://docs.discord.com/developers/components/reference */
export type Component = Container | ContainerChild;

export type ContainerChild = TextDisplay | MediaGallery | Separator | ActionRow | FileComponent;

export type Container = {
  readonly type: 17;
  readonly accent_color: number;
  readonly components: readonly ContainerChild[];
};

export type TextDisplay = { readonly type: 10; readonly content: string };

export type MediaGallery = {
  readonly type: 12;
  readonly items: readonly [
    { readonly media: { readonly url: string }; readonly description?: string },
  ];
};

export type Separator = { readonly type: 14; readonly divider: boolean; readonly spacing: 1 | 2 };

export type FileComponent = { readonly type: 13; readonly file: { readonly url: string } };

export type ActionRow = {
  readonly type: 1;
  readonly components: readonly Button[] | readonly [StringSelect];
};

export type Button =
  | {
      readonly type: 2;
      /** 1 primary, 2 secondary, 4 danger. */
      readonly style: 1 | 2 | 4;
      readonly label: string;
      readonly custom_id: string;
    }
  | { readonly type: 2; readonly style: 5; readonly label: string; readonly url: string };

export type StringSelect = {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly min_values: 1;
  readonly max_values: 1;
  readonly options: readonly SelectOption[];
};

export type SelectOption = {
  readonly label: string;
  readonly value: string;
  readonly default: boolean;
};
