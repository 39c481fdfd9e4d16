import type { JSX } from 'preact';
import './icon.css';

/** The strokes of each sign, drawn in a square of 24. */
const strokes = {
  leave: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
  hide: 'M6 9l6 6 6-6',
  online: 'M5 12.5l4.5 4.5L19 7.5',
  busy: 'M6 12h.01M12 12h.01M18 12h.01',
  offline: 'M7 7l10 10M17 7L7 17',
  unknown: 'M12 6v6l4 2',
  send: 'M5 12h13M12 6l6 6-6 6',
  phone: 'M6 4h4l1.5 4.5L9 10a11 11 0 0 0 5 5l1.5-2.5L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  info: 'M12 11v6M12 7.5h.01M12 3a9 9 0 1 0 .01 0z',
  held: 'M12 7v5l3 2M12 3a9 9 0 1 0 .01 0z',
  sent: 'M5 12.5l4.5 4.5L19 7.5',
  delivered: 'M2 12.5l4.5 4.5L15 8M11 16l1 1 9.5-9.5',
  read: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 10a2 2 0 1 0 .01 0z',
} as const;

/** The name of a sign. */
export type IconName = keyof typeof strokes;

/** What an icon shows. */
export type IconProps = { readonly name: IconName };

/** A sign beside words; it never stands for them, so people who hear the screen are spared it. */
export function Icon({ name }: IconProps): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
