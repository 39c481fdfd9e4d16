import type { FaultForm } from './fault-form.ts';

/** A page of information that can be opened over any screen. */
export type InfoPageName = 'about' | 'leave-quickly' | 'traces' | 'privacy' | 'cookies';

/** How the screen stood when a page was opened over it, so that what happens beneath meanwhile is told. */
export type Standing = {
  readonly screen: string;
  readonly isAttended: boolean;
  /** How many messages the counsellor had written. */
  readonly messages: number;
};

/** What is shown of a page; the form for faults is one, too (R32). */
export type ShownPage =
  { readonly name: InfoPageName } | { readonly name: 'fault'; readonly form: FaultForm };

/**
 * A page that lies over the screen. The screen stays as it is beneath, a conversation goes on, and neither the history nor any
 * address names the page (R33).
 */
export type OpenPage = ShownPage & { readonly standing: Standing };

/** The name of any page. */
export type PageName = OpenPage['name'];

/** What happened beneath the page since it was opened. */
export type PageNews = 'message' | 'counsellor' | 'screen';
