import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import './status-line.css';

/** What the status line shows; `unknown` until the first answer. */
export type StatusLineProps = { readonly state: 'unknown' | 'online' | 'busy' | 'offline' };

/** Whether the chat is open, in words and a sign, never by colour alone (R10). */
export function StatusLine({ state }: StatusLineProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class={`status-line status-line--${state}`}>
      <span class="status-line__sign">
        <Icon name={state} />
      </span>
      {texts[`status.${state}`]}
    </p>
  );
}
