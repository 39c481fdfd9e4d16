import type { WidgetSettings } from '../../../appservice/contract/widget-settings.ts';

/** What the operator set and the screens show. */
export type ShownSettings = Pick<
  WidgetSettings,
  'mailAddress' | 'phone' | 'exitUrl' | 'privacyUrl' | 'isDemo'
>;
