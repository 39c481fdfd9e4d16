import type { JSX } from 'preact';
import { measureDraft, spokenMeasure, type DraftMeasure } from '../../state/composer.ts';
import { measureInWords } from '../../texts/count-in-words.ts';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import './composer.css';

/** What stands in the composer. */
export type ComposerProps = { readonly draft: string };

/** Where the caller writes. It has the focus from the first second and keeps it when something is sent (R11, S14). */
export function Composer({ draft }: ComposerProps): JSX.Element {
  const { texts, tell, write } = useFrame();
  const field = useFirstFocus<HTMLTextAreaElement>();
  const measure = measureDraft(draft);
  const cannotSend = measure.kind === 'empty' || measure.kind === 'too-long';
  const send = (): void => {
    if (!cannotSend) write();
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for="composer" class="unseen">
        {texts['composer.label']}
      </label>
      <textarea
        id="composer"
        ref={field}
        rows={1}
        autocomplete="off"
        enterkeyhint="send"
        placeholder={texts['composer.label']}
        aria-describedby="composer-keys composer-measure"
        value={draft}
        onInput={(event) => {
          tell({ kind: 'draft-edited', text: event.currentTarget.value });
        }}
        onKeyDown={(event) => {
          if (!sendsMessage(event)) return;
          event.preventDefault();
          send();
        }}
      />
      <button
        type="submit"
        class="button button--primary composer__send"
        aria-disabled={cannotSend}
        aria-describedby="composer-measure"
      >
        <Icon name="send" />
        <span class="unseen">{texts['composer.send']}</span>
      </button>
      <p id="composer-keys" class="unseen">
        {texts['composer.keys']}
      </p>
      <Measure measure={measure} />
    </form>
  );
}

/** How much room is left, or how much is too much: exact where it is seen, in round numbers where it is said. */
function Measure({ measure }: { readonly measure: DraftMeasure }): JSX.Element {
  const frame = useFrame();
  return (
    <>
      <p id="composer-measure" class="composer__measure">
        {measureInWords(measure, 'composer.over', frame)}
      </p>
      <p class="unseen" role="status">
        {measureInWords(spokenMeasure(measure), 'composer.over', frame)}
      </p>
    </>
  );
}

/** Enter sends; with Shift it makes a new line, and while an input method is composing it belongs to that. */
function sendsMessage(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing;
}
