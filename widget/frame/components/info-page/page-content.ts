import type { ShownSettings } from '../../state/shown-settings.ts';
import type { Texts } from '../../texts/keys.ts';

/** A sentence, of which the part that leads somewhere is a link. */
export type LinkLine = {
  readonly kind: 'link';
  readonly text: string;
  readonly href: string;
};

/** A piece of a page. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** One thing with its properties, as `Naam: x`; a table that fits a narrow screen. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | LinkLine;

/** A part of a page under a heading of its own. */
export type Section = {
  /** Null only for what comes first. */
  readonly heading: string | null;
  /** Helps only where there are keys (S4). */
  readonly isForKeyboards?: boolean;
  readonly blocks: readonly Block[];
};

/** A whole page of information. */
export type PageContent = { readonly heading: string; readonly sections: readonly Section[] };

/** What a page is made from. */
export type PageSource = {
  readonly texts: Texts;
  readonly settings: ShownSettings;
  /** The panel can be hidden: a host page holds the frame. */
  readonly canHide: boolean;
};

/** Sentences, one below the other. */
export function lines(...sentences: readonly string[]): readonly Block[] {
  return sentences.map((text) => ({ kind: 'text', text }));
}

/** A section of sentences. */
export function section(heading: string | null, ...sentences: readonly string[]): Section {
  return { heading, blocks: lines(...sentences) };
}

/** A sentence that is a link to a page. */
export function pageLine(text: string, href: string): LinkLine {
  return { kind: 'link', text, href };
}

/** A sentence that is a link to a mail address, which fills its `{address}`. */
export function mailLine(sentence: string, address: string): LinkLine {
  return { kind: 'link', text: sentence.replace('{address}', () => address), href: `mailto:${address}` };
}
