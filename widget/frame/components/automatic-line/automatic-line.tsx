import type { JSX } from 'preact';
import type { AutomaticLine as Line } from '../../state/log.ts';
import { useFrame } from '../frame-context.ts';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import './automatic-line.css';

/** Which line it is. */
export type AutomaticLineProps = { readonly line: Line };

/** A line that no person wrote, and that says so to eye and ear alike (R1). */
export function AutomaticLine({ line }: AutomaticLineProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="automatic-line">
      <p class="automatic-line__label">{texts['speaker.automatic']}</p>
      <p>{texts[`line.${line}`]}</p>
      {line === 'takes-long' && <OtherDoors isBrief />}
    </div>
  );
}
