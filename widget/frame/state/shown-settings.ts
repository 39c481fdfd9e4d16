import type { WidgetSettings } from '../../../appservice/contract/widget-settings.ts';

/** What the configuration sets and the screens show. */
export type ShownSettings = Pick<
  WidgetSettings,
  'mailAddress' | 'phone' | 'exitUrl' | 'privacyUrl' | 'isDemo'
>;
