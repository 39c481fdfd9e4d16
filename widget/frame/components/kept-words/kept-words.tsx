import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import './kept-words.css';

/** What was typed and not sent. */
export type KeptWordsProps = { readonly words: string };

/** Words that were typed before the chat turned out not to be possible: kept, to be copied into a mail (3.3.7). */
export function KeptWords({ words }: KeptWordsProps): JSX.Element | null {
  const { texts } = useFrame();
  if (words.trim() === '') return null;
  return (
    <div class="kept-words">
      <label for="kept-words">{texts['doors.keptWords']}</label>
      <p id="kept-words-hint">{texts['doors.keptWordsHint']}</p>
      <textarea
        id="kept-words"
        lang=""
        aria-describedby="kept-words-hint"
        rows={4}
        readOnly
        autocomplete="off"
        value={words}
      />
    </div>
  );
}
