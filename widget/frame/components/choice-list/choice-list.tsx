import type { JSX } from 'preact';
import './choice-list.css';

/** One thing to choose. */
export type Choice<Value extends string> = { readonly value: Value; readonly label: string };

/** A few things to choose from, one at most. */
export type ChoiceListProps<Value extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
};

/** Choices side by side, all of equal weight: "rather not" is an answer like the others (R19). */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>): JSX.Element {
  const { name, legend, choices, chosen, onChoose } = props;
  return (
    <fieldset class="choice-list">
      <legend>{legend}</legend>
      <div class="choice-list__choices">
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              autocomplete="off"
              checked={value === chosen}
              onChange={() => {
                onChoose(value);
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
