import type { ShownSettings } from '../state/shown-settings.ts';

/** Settings of no helpline, for the examples: what a component shows when nobody gave it any. */
export const exampleSettings: ShownSettings = {
  mailAddress: 'chat@example.org',
  phone: '1712',
  exitUrl: 'https://www.example.org/',
  privacyUrl: 'https://www.example.org/privacy',
  isDemo: false,
  noticeVersion: '1',
  otherLines: [
    { name: 'Tele-Onthaal', purpose: 'Praten over alles wat je bezighoudt', phone: '106' },
    { name: 'Awel', purpose: 'Voor kinderen en jongeren', phone: '102' },
  ],
  organisation: {
    siteOwner: 'CAW Voorbeeld',
    complaintUrl: 'https://www.example.org/complaint',
    generalAddress: 'info@example.org',
    technicalAddress: 'help@example.org',
    privacyAddress: 'privacy@example.org',
    dossierPrivacyAddress: 'dossier@example.org',
    flemishAuthority: {
      name: 'Vlaamse Toezichtcommissie',
      url: 'https://www.example.org/flemish',
      checkedOn: '2026-11-30',
    },
    belgianAuthority: {
      name: 'Gegevensbeschermingsautoriteit',
      url: 'https://www.example.org/belgian',
      checkedOn: '2026-11-30',
    },
    processors: [],
    teams: ['Antwerpen', 'Limburg', 'Oost-Vlaanderen', 'Vlaams-Brabant en Brussel', 'West-Vlaanderen'],
  },
};
