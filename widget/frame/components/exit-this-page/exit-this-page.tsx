import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import './exit-this-page.css';

/** What the exit shows. */
export type ExitThisPageProps = {
  /** Bare presses of Shift so far, 0 to 2 (S2). */
  readonly presses: number;
};

/**
 * The way out, in reach on every screen: first in the tab order, fixed, with a colour of its own (S1). A plain link, so
 * that it works even when our script has died.
 */
export function ExitThisPage({ presses }: ExitThisPageProps): JSX.Element {
  const { texts, settings, leave } = useFrame();
  return (
    <a
      class="exit-this-page"
      href={settings.exitUrl}
      target="_top"
      rel="nofollow noreferrer"
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <Icon name="leave" />
      <span>{texts['exit.button']}</span>
      {presses > 0 && (
        <span class="exit-this-page__lights" aria-hidden="true">
          {[1, 2, 3].map((light) => (
            <span key={light} class={light <= presses ? 'is-on' : ''} />
          ))}
        </span>
      )}
    </a>
  );
}
