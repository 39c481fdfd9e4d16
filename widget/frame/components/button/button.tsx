import type { ComponentChildren, JSX } from 'preact';
import './button.css';

/** What a button is. */
export type ButtonProps = {
  /** `primary` for the one thing to do, `plain` for its equal, `quiet` for what is always there. */
  readonly look: 'primary' | 'plain' | 'quiet';
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  /** Refused for now, and said so beside it; it keeps its place in the tab order. */
  readonly isRefused?: boolean;
};

/**
 * A button of at least 44 by 44, because hands shake and screens are small. A press gives it the focus, which Safari does
 * not do by itself, so that whoever is asked something comes back to it (S14).
 */
export function Button({ look, children, onPress, isRefused = false }: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button button--${look}`}
      aria-disabled={isRefused}
      onClick={(event) => {
        event.currentTarget.focus();
        if (!isRefused) onPress();
      }}
    >
      {children}
    </button>
  );
}
