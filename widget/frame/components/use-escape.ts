import { useLayoutEffect } from 'preact/hooks';

/** Calls when Escape is pressed, wherever the focus is; within an input method it belongs to that. */
export function useEscape(pressed: () => void): void {
  useLayoutEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) pressed();
    };
    document.addEventListener('keydown', follow);
    return () => {
      document.removeEventListener('keydown', follow);
    };
  });
}
