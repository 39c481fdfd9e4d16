import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';

/** Other lines that help, as the configuration names them (R36). They speak Dutch, and so do the words about them (3.1.2). */
export function OtherLines(): JSX.Element | null {
  const { texts, settings } = useFrame();
  if (settings.otherLines.length === 0) return null;
  return (
    <>
      <h2>{texts['blocked.otherLines']}</h2>
      <ul class="other-doors">
        {settings.otherLines.map(({ name, purpose, phone }) => (
          <li key={name}>
            <Icon name="phone" />
            <div>
              <a href={`tel:${phone.replaceAll(/[^0-9+]/gu, '')}`}>
                {name} {phone}
              </a>
              <p lang="nl">{purpose}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
