import type { JSX } from 'preact';
import './text-field.css';

/** One line to fill in. */
export type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Said when something stands in the way; the field is marked. */
  readonly problem?: string;
  /** Said when something is worth knowing; nothing stands in the way. */
  readonly remark?: string;
  readonly value: string;
  readonly isNumeric?: boolean;
  /** Counted as browsers do: a character outside the basic plane takes two. */
  readonly limitCharacters: number;
  readonly onEdit: (text: string) => void;
  /** Told when another field is gone to; a press of a button says by itself what it is for. */
  readonly onLeave?: () => void;
};

/** A labelled line. The browser keeps nothing of what is typed (S7). */
export function TextField(props: TextFieldProps): JSX.Element {
  const {
    id,
    label,
    hint,
    problem,
    remark,
    value,
    isNumeric = false,
    limitCharacters,
    onEdit,
    onLeave,
  } = props;
  const hintId = `${id}-hint`;
  const remarkId = remarkIdOf(id);
  return (
    <div class="text-field">
      <label id={labelIdOf(id)} for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} class="text-field__hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        class={isNumeric ? 'control control--short' : 'control'}
        type="text"
        inputMode={isNumeric ? 'numeric' : 'text'}
        autocomplete="off"
        maxLength={limitCharacters}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${hint === undefined ? '' : hintId} ${remarkId}`.trim()}
        onInput={(event) => {
          onEdit(event.currentTarget.value);
        }}
        onBlur={(event) => {
          if (isField(event.relatedTarget)) onLeave?.();
        }}
      />
      <p
        id={remarkId}
        class={problem === undefined ? 'text-field__remark' : 'text-field__problem'}
        aria-live="polite"
      >
        {problem ?? remark ?? ''}
      </p>
    </div>
  );
}

/** Where the label of a field is found, by what else belongs to its question. */
export function labelIdOf(id: string): string {
  return `${id}-label`;
}

/** Where what is said about a field's answer is found. */
export function remarkIdOf(id: string): string {
  return `${id}-remark`;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
