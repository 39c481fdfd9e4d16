import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import './emergency-strip.css';

/** Both emergency numbers with their meaning, on every screen, right after the exit in the tab order (R17). */
export function EmergencyStrip(): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="emergency-strip">
      <strong>{texts['emergency.lead']}</strong>{' '}
      <a href="tel:101">
        <span class="emergency-strip__number">101</span>{' '}
        <span class="emergency-strip__whom">{texts['emergency.police']}</span>
      </a>{' '}
      <a href="tel:112">
        <span class="emergency-strip__number">112</span>{' '}
        <span class="emergency-strip__whom">{texts['emergency.medical']}</span>
      </a>
    </p>
  );
}
