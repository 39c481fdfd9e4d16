import type { ShownAuthority } from '../../state/shown-settings.ts';
import { fill } from '../../texts/fill.ts';
import type { Texts } from '../../texts/keys.ts';
import {
  lines,
  mailLine,
  pageLine,
  section,
  type Block,
  type PageContent,
  type PageSource,
  type Section,
} from './page-content.ts';

/** The privacy notice of the version that the start sends along (R8). */
export function privacyContent({ texts, settings }: PageSource): PageContent {
  return {
    heading: texts['privacy.heading'],
    sections: [
      section(null, fill(texts['privacy.version'], { version: settings.noticeVersion })),
      section(
        texts['privacy.readHeading'],
        texts['privacy.read'],
        texts['privacy.readHow'],
        texts['privacy.readIntake'],
      ),
      keptSection(texts),
      {
        heading: texts['privacy.termHeading'],
        blocks: [...lines(texts['privacy.term']), pageLine(texts['privacy.termLink'], settings.privacyUrl)],
      },
      ...responsibleSections({ texts, settings }),
      ...rightsSections({ texts, settings }),
      section(texts['privacy.useHeading'], texts['start.properUse']),
    ],
  };
}

function keptSection(texts: Texts): Section {
  const kept = ['conversation', 'nickname', 'address', 'province', 'times', 'feedback', 'version'] as const;
  return {
    heading: texts['privacy.keptHeading'],
    blocks: [
      { kind: 'list', items: kept.map((what) => texts[`privacy.kept.${what}`]) },
      ...lines(texts['privacy.nameless']),
    ],
  };
}

/** Who answers for the data (R80), and who handles it for them (R82). */
function responsibleSections({
  texts,
  settings,
}: Pick<PageSource, 'texts' | 'settings'>): readonly Section[] {
  const { teams, processors } = settings.organisation;
  const named = processors.map(({ name, purpose }) => fill(texts['privacy.processor'], { name, purpose }));
  return [
    {
      heading: texts['privacy.controllerHeading'],
      blocks: [...lines(texts['privacy.controller']), { kind: 'list', items: teams }],
    },
    {
      heading: texts['privacy.processorsHeading'],
      blocks:
        named.length === 0
          ? lines(texts['privacy.processorsNone'])
          : [...lines(texts['privacy.processors']), { kind: 'list', items: named }],
    },
  ];
}

/** What people may ask for, and the three ways to complain (R41). */
function rightsSections({ texts, settings }: Pick<PageSource, 'texts' | 'settings'>): readonly Section[] {
  const { privacyAddress, dossierPrivacyAddress, flemishAuthority, belgianAuthority } = settings.organisation;
  return [
    {
      heading: texts['privacy.rightsHeading'],
      blocks: [
        ...lines(texts['privacy.rights'], texts['privacy.rightsLimits']),
        mailLine(texts['privacy.rightsAddress'], privacyAddress),
        mailLine(texts['privacy.rightsDossier'], dossierPrivacyAddress),
      ],
    },
    {
      heading: texts['privacy.complaintHeading'],
      blocks: [
        ...lines(texts['privacy.complaint']),
        mailLine(texts['privacy.complaintUs'], privacyAddress),
        ...authorityBlocks(texts['privacy.complaintFlemish'], flemishAuthority, texts),
        ...authorityBlocks(texts['privacy.complaintBelgian'], belgianAuthority, texts),
      ],
    },
  ];
}

function authorityBlocks(
  sentence: string,
  { name, url, checkedOn }: ShownAuthority,
  texts: Texts,
): readonly Block[] {
  const [year = '', month = '', day = ''] = checkedOn.split('-');
  const words = { day: Number(day), month: monthName(Number(month), texts), year };
  return [pageLine(fill(sentence, { name }), url), ...lines(fill(texts['privacy.checkedOn'], words))];
}

function monthName(month: number, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts;
  return names[`month.${month}`] ?? '';
}
