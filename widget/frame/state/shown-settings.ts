import type { Authority, WidgetSettings } from '../../../appservice/contract/widget-settings.ts';

/** What the configuration sets and the screens show. */
export type ShownSettings = Pick<
  WidgetSettings,
  | 'mailAddress'
  | 'phone'
  | 'exitUrl'
  | 'privacyUrl'
  | 'isDemo'
  | 'noticeVersion'
  | 'organisation'
  | 'otherLines'
>;

/** Where people complain about what was done with their data (R41). */
export type ShownAuthority = Authority;
