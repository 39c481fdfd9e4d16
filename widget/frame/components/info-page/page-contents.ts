import type { InfoPageName } from '../../state/open-page.ts';
import { fill } from '../../texts/fill.ts';
import { cookiesContent } from './cookies-content.ts';
import { lines, mailLine, pageLine, section, type PageContent, type PageSource } from './page-content.ts';
import { privacyContent } from './privacy-content.ts';

/** What stands on each page. */
export const pageContents: Readonly<Record<InfoPageName, (source: PageSource) => PageContent>> = {
  about: aboutContent,
  'leave-quickly': leaveContent,
  traces: tracesContent,
  privacy: privacyContent,
  cookies: cookiesContent,
};

/** What 1712 is, how to complain, and whose site it is (R2, R40, R86). */
function aboutContent({ texts, settings }: PageSource): PageContent {
  const { siteOwner, complaintUrl, generalAddress, technicalAddress } = settings.organisation;
  return {
    heading: texts['about.heading'],
    sections: [
      section(null, texts['start.isFor'], texts['start.isNotFor'], texts['start.freeAndNameless']),
      {
        heading: texts['about.complaintHeading'],
        blocks: [...lines(texts['about.complaint']), pageLine(texts['about.complaintLink'], complaintUrl)],
      },
      {
        heading: texts['about.ownerHeading'],
        blocks: [
          ...lines(fill(texts['about.owner'], { siteOwner })),
          mailLine(texts['about.general'], generalAddress),
          mailLine(texts['about.technical'], technicalAddress),
        ],
      },
    ],
  };
}

/** How to be gone at once (S2, S4). */
function leaveContent({ texts, canHide }: PageSource): PageContent {
  return {
    heading: texts['leave.heading'],
    sections: [
      section(
        texts['leave.buttonHeading'],
        texts['leave.button'],
        texts['leave.buttonDoes'],
        texts['leave.counsellor'],
      ),
      { ...section(texts['leave.keysHeading'], texts['leave.keys']), isForKeyboards: true },
      ...(canHide
        ? [section(texts['leave.hideHeading'], texts['leave.hide'], texts['leave.hideShows'])]
        : []),
      section(texts['leave.staysHeading'], texts['leave.stays']),
    ],
  };
}

/** What a device keeps of a visit, and what to do about it (R33, R34). */
function tracesContent({ texts }: PageSource): PageContent {
  return {
    heading: texts['traces.heading'],
    sections: [
      section(null, texts['traces.lead']),
      section(
        texts['traces.deviceHeading'],
        texts['traces.device'],
        texts['traces.deviceWhich'],
        texts['traces.watched'],
      ),
      section(texts['traces.loginHeading'], texts['traces.login'], texts['traces.loginOut']),
      {
        heading: texts['traces.historyHeading'],
        blocks: [
          {
            kind: 'list',
            items: [
              `${texts['traces.private']} ${texts['traces.privateLimits']}`,
              texts['traces.one'],
              texts['traces.passwords'],
              texts['traces.settings'],
              texts['traces.network'],
            ],
          },
        ],
      },
      section(texts['traces.phoneHeading'], texts['traces.phone']),
      section(texts['traces.keepHeading'], texts['traces.keep'], texts['traces.keepNeeded']),
      section(texts['traces.oursHeading'], texts['traces.ours'], texts['traces.silent']),
    ],
  };
}
