import type { JSX } from 'preact';
import { spokenMeasure, type DraftMeasure } from '../../state/composer.ts';
import { measureInWords } from '../../texts/count-in-words.ts';
import { useFrame } from '../frame-context.ts';
import './remark-field.css';

/** A few lines in one's own words. */
export type RemarkFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** How much room is left; what is too long is never cut off. */
  readonly measure: DraftMeasure;
  /** The last press was stopped by it. */
  readonly isProblem: boolean;
  readonly onEdit: (text: string) => void;
};

/** A labelled field of a few lines with a count near its end (S27). The browser keeps nothing of what is typed (S7). */
export function RemarkField(props: RemarkFieldProps): JSX.Element {
  const { id, label, hint, value, measure, isProblem, onEdit } = props;
  const frame = useFrame();
  return (
    <div class="remark-field">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="remark-field__hint">
        {hint}
      </p>
      <textarea
        id={id}
        class="control"
        rows={3}
        autocomplete="off"
        value={value}
        aria-invalid={isProblem}
        aria-describedby={`${id}-hint ${id}-measure`}
        onInput={(event) => {
          onEdit(event.currentTarget.value);
        }}
      />
      <p id={`${id}-measure`} class="remark-field__measure">
        {measureInWords(measure, 'feedback.over', frame)}
      </p>
      <p class="unseen" role="status">
        {measureInWords(spokenMeasure(measure), 'feedback.over', frame)}
      </p>
    </div>
  );
}
