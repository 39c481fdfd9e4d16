import type { JSX } from 'preact';
import { openingMoment } from '../../state/opening-moment.ts';
import type { ShownStatus } from '../../state/shown-status.ts';
import { openingInWords } from '../../texts/opening-in-words.ts';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import { PageLink } from '../page-link/page-link.tsx';

/** Why there is no chat now. */
export type UnavailableProps = {
  readonly status: ShownStatus;
  readonly nowMs: number;
  /** What the caller typed before the chat turned out not to be possible. */
  readonly keptWords: string;
};

/** Busy or offline: why, when again, and the other doors (R12, R13, R14). The heading is the screen's. */
export function Unavailable({ status, nowMs, keptWords }: UnavailableProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <>
      {reasonLines(status, nowMs, texts).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {status.state === 'offline' && (status.reason ?? 'fault') === 'fault' && (
        <p>
          <PageLink page="fault">{texts['fault.link']}</PageLink>
        </p>
      )}
      <h2>{texts['doors.heading']}</h2>
      <OtherDoors isBrief={false} />
      <KeptWords words={keptWords} />
    </>
  );
}

type FrameTexts = ReturnType<typeof useFrame>['texts'];

/** The heading of the screen for a status other than online. */
export function unavailableHeading(status: ShownStatus, texts: FrameTexts): string {
  if (status.state === 'busy') return texts['busy.heading'];
  return texts[`offline.${status.reason ?? 'fault'}Heading`];
}

function reasonLines(status: ShownStatus, nowMs: number, texts: FrameTexts): string[] {
  if (status.state === 'busy') return [texts['busy.later'], texts['busy.stay']];
  const reason = status.reason ?? 'fault';
  const moment = status.nextOpening === null ? undefined : openingMoment(status.nextOpening, nowMs);
  const opening = moment === undefined ? [] : [openingInWords(moment, texts)];
  return reason === 'closed' ? opening : [texts[`offline.${reason}`], ...opening];
}
