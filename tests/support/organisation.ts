import type { OrganisationSettings } from '../../appservice/contract/widget-settings.ts';

/** Who stands behind the helpline of a test. */
export const organisation: OrganisationSettings = {
  siteOwner: 'CAW Example',
  complaintUrl: 'https://www.example.org/complaint',
  generalAddress: 'info@example.org',
  technicalAddress: 'technical@example.org',
  privacyAddress: 'privacy@example.org',
  dossierPrivacyAddress: 'dossier@example.org',
  flemishAuthority: {
    name: 'Flemish authority',
    url: 'https://www.example.org/flemish',
    checkedOn: '2026-11-30',
  },
  belgianAuthority: {
    name: 'Belgian authority',
    url: 'https://www.example.org/belgian',
    checkedOn: '2026-11-03',
  },
  processors: [],
  teams: ['Antwerpen', 'Limburg'],
};
