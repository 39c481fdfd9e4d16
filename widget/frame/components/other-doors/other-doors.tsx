import type { JSX } from 'preact';
import { fill } from '../../texts/fill.ts';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import './other-doors.css';

/** How much the doors say. */
export type OtherDoorsProps = {
  /** Only the two links, for a place in the log. */
  readonly isBrief: boolean;
};

/** Telephone and mail, always in this order (3.2.6), with what one should know before using them (R14, R24, R43, R45). */
export function OtherDoors({ isBrief }: OtherDoorsProps): JSX.Element {
  const { texts, settings } = useFrame();
  const { phone, mailAddress } = settings;
  const phoneLink = <a href={`tel:${phone}`}>{fill(texts['doors.phone'], { phone })}</a>;
  const mailLink = <a href={`mailto:${mailAddress}`}>{fill(texts['doors.mail'], { mailAddress })}</a>;
  return (
    <ul class="other-doors">
      <li>
        <Icon name="phone" />
        <div>
          {phoneLink}
          {!isBrief && <p>{texts['doors.phoneFree']}</p>}
        </div>
      </li>
      <li>
        <Icon name="mail" />
        <div>
          {mailLink}
          {!isBrief && <p>{texts['doors.mailAnswer']}</p>}
          {!isBrief && <p>{texts['doors.mailReader']}</p>}
        </div>
      </li>
    </ul>
  );
}
