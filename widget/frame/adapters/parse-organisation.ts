import type {
  Authority,
  OrganisationSettings,
  Processor,
} from '../../../appservice/contract/widget-settings.ts';
import { webPage } from '../../host-messages.ts';

/** Reads who stands behind the chat; undefined when it is not whole. A link that leads to no web page counts as missing. */
export function parseOrganisation(value: unknown): OrganisationSettings | undefined {
  const fields = recordOf(value);
  const flemishAuthority = parseAuthority(fields['flemishAuthority']);
  const belgianAuthority = parseAuthority(fields['belgianAuthority']);
  const complaintUrl = webPageOf(fields['complaintUrl']);
  const { siteOwner, generalAddress, technicalAddress, privacyAddress, dossierPrivacyAddress } = fields;
  if (typeof siteOwner !== 'string' || complaintUrl === undefined) return undefined;
  if (typeof generalAddress !== 'string' || typeof technicalAddress !== 'string') return undefined;
  if (typeof privacyAddress !== 'string' || typeof dossierPrivacyAddress !== 'string') return undefined;
  if (flemishAuthority === undefined || belgianAuthority === undefined) return undefined;
  return {
    siteOwner,
    complaintUrl,
    generalAddress,
    technicalAddress,
    privacyAddress,
    dossierPrivacyAddress,
    flemishAuthority,
    belgianAuthority,
    processors: listOf(fields['processors']).flatMap(parseProcessor),
    teams: listOf(fields['teams']).filter((each) => typeof each === 'string'),
  };
}

function parseAuthority(value: unknown): Authority | undefined {
  const { name, url, checkedOn } = recordOf(value);
  const page = webPageOf(url);
  if (typeof name !== 'string' || page === undefined || typeof checkedOn !== 'string') return undefined;
  return { name, url: page, checkedOn };
}

function parseProcessor(value: unknown): Processor[] {
  const { name, purpose } = recordOf(value);
  return typeof name === 'string' && typeof purpose === 'string' ? [{ name, purpose }] : [];
}

function webPageOf(value: unknown): string | undefined {
  return typeof value === 'string' && webPage.test(value) ? value : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
