import {
  faultDescriptionLimitCharacters,
  type FaultReportRequest,
} from '../../../appservice/contract/fault-report.ts';

/** Longest description, counted as browsers do. */
export const faultDescriptionLimit = faultDescriptionLimitCharacters;

/** What stands in the form for faults (R32). Nothing of a conversation ever comes into it. */
export type FaultForm = {
  /** Milliseconds since 1970, by the device's clock. */
  readonly noticedAt: number;
  readonly code: string;
  readonly description: string;
  /** The browser's name goes along. */
  readonly hasBrowser: boolean;
  readonly isSent: boolean;
};

/** What the state knows of a report; the browser's name is the browser's. */
export type FaultWishes = Omit<FaultReportRequest, 'browser'> & { readonly hasBrowser: boolean };
