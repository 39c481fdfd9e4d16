import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import './emergency-strip.css';

/** Both emergency numbers with their meaning, on every screen, right after the exit in the tab order (R17). */
export function EmergencyStrip(): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="emergency-strip">
      <strong>{texts['emergency.lead']}</strong>{' '}
      <span class="emergency-strip__door">
        <a href="tel:101">101</a> <span class="emergency-strip__whom">{texts['emergency.police']}</span>
      </span>{' '}
      <span class="emergency-strip__door">
        <a href="tel:112">112</a> <span class="emergency-strip__whom">{texts['emergency.medical']}</span>
      </span>
    </p>
  );
}
