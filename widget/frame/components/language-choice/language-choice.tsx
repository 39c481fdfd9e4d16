import type { JSX } from 'preact';
import { languages } from '../../state/language.ts';
import { languageNames } from '../../texts/language-names.ts';
import { useFrame } from '../frame-context.ts';
import './language-choice.css';

/**
 * All languages side by side, each in its own words, so that whoever cannot read this one finds theirs (R7). The one that is
 * read now is marked; one whose words did not come is not.
 */
export function LanguageChoice(): JSX.Element {
  const { texts, language, tell } = useFrame();
  return (
    <div class="language-choice" role="group" aria-label={texts['frame.languages']}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          class="language-choice__one"
          lang={each}
          aria-pressed={each === language}
          onClick={({ currentTarget }) => {
            currentTarget.focus(); // Safari does not by itself
            if (each !== language) tell({ kind: 'language-chosen', language: each });
          }}
        >
          <span>{each.toUpperCase()}</span>
          <span class="unseen"> {languageNames[each]}</span>
        </button>
      ))}
    </div>
  );
}
