import type { JSX } from 'preact';
import './dots.css';

/** Three dots that move for less than five seconds, or not at all for who asked for stillness (2.2.2, 2.3.3). */
export function Dots(): JSX.Element {
  return (
    <span class="dots" aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}
