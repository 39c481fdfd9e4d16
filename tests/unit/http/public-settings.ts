import type { WidgetSettings } from '../../../appservice/contract/widget-settings.ts';
import type { OpeningHours } from '../../../appservice/domain/opening-hours.ts';
import { organisation } from '../../support/organisation.ts';

/** A website that may show the chat. */
export const hostOrigin = 'https://www.example.org';

/** What the public app is set to, with a way out that would break a careless page. */
export const settings: WidgetSettings = {
  mailAddress: 'chat@example.org',
  phone: '1712',
  exitUrl: 'https://www.example.org/"><script>alert(1)</script>&',
  privacyUrl: 'https://www.example.org/privacy',
  noticeVersion: '1',
  organisation,
  hostOrigins: [hostOrigin],
  isDemo: false,
  accent: null,
  brusselsProvince: null,
  otherLines: [{ name: 'Tele-Onthaal', purpose: 'Praten', phone: '106' }],
  texts: {},
};

/** Open on Tuesdays from five to seven, by the clock in Brussels. */
export const openingHours: OpeningHours = {
  versions: [{ validFrom: '2020-01-01', week: { 2: [{ startMinute: 1_020, endMinute: 1_140 }] } }],
  exceptions: [],
  isClosedOnPublicHolidays: true,
};
