/** A page of information that can be opened over any screen. */
export type InfoPageName = 'about' | 'leave-quickly' | 'traces' | 'privacy' | 'cookies';

/** How the screen stood when a page was opened over it, so that what happens beneath meanwhile is told. */
export type Standing = {
  readonly screen: string;
  readonly isAttended: boolean;
  /** How many messages the counsellor had written. */
  readonly messages: number;
};

/**
 * A page that lies over the screen. The screen stays as it is beneath, a conversation goes on, and neither the history nor any
 * address names the page (R33).
 */
export type OpenPage = { readonly name: InfoPageName; readonly standing: Standing };

/** What happened beneath the page since it was opened. */
export type PageNews = 'message' | 'counsellor' | 'screen';
