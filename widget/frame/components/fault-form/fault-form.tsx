import type { JSX } from 'preact';
import { faultDescriptionLimit, type FaultForm as FaultFormState } from '../../state/fault-form.ts';
import { clockTime } from '../../state/clock-time.ts';
import { fill } from '../../texts/fill.ts';
import { useFrame } from '../frame-context.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import './fault-form.css';

/** What stands in the form. */
export type FaultFormProps = { readonly form: FaultFormState };

/**
 * Word of a fault (R32): what goes along stands there, it says that it is not end-to-end encrypted, and the browser's name goes only
 * when it is ticked.
 */
export function FaultForm({ form }: FaultFormProps): JSX.Element {
  const { texts, settings, tell } = useFrame();
  const { technicalAddress: address } = settings.organisation;
  const time = clockTime(form.noticedAt);
  return (
    <>
      {form.isSent ? (
        <Thanks />
      ) : (
        <form
          class="fault-form"
          noValidate
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            tell({ kind: 'fault-sent' });
          }}
        >
          <p>{texts['fault.lead']}</p>
          <p>
            <strong>{texts['fault.notEncrypted']}</strong>
          </p>
          <Fields form={form} />
          <p>{fill(texts['fault.goesAlong'], { time, code: form.code })}</p>
          <button type="submit" class="button button--primary">
            {texts['fault.send']}
          </button>
        </form>
      )}
      <p>{texts['fault.noAnswer']}</p>
      <p class="fault-form__mail">
        <a href={`mailto:${address}`}>{fill(texts['fault.mail'], { address })}</a>
      </p>
    </>
  );
}

/** It takes the focus that went with the form, and so it is read out (S14). */
function Thanks(): JSX.Element {
  const { texts } = useFrame();
  const words = useFirstFocus<HTMLParagraphElement>();
  return (
    <p ref={words} tabIndex={-1}>
      {texts['fault.sent']}
    </p>
  );
}

function Fields({ form }: FaultFormProps): JSX.Element {
  const { texts, tell } = useFrame();
  return (
    <>
      <label for="fault-description">{texts['fault.description']}</label>
      <textarea
        id="fault-description"
        class="control"
        rows={4}
        autocomplete="off"
        maxLength={faultDescriptionLimit}
        value={form.description}
        onInput={(event) => {
          tell({ kind: 'fault-edited', change: { description: event.currentTarget.value } });
        }}
      />
      <label class="fault-form__tick">
        <input
          type="checkbox"
          autocomplete="off"
          checked={form.hasBrowser}
          onChange={(event) => {
            tell({ kind: 'fault-edited', change: { hasBrowser: event.currentTarget.checked } });
          }}
        />
        <span>{texts['fault.browser']}</span>
      </label>
    </>
  );
}
