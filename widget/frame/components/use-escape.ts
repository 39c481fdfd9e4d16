import { useLayoutEffect } from 'preact/hooks';

/** Calls when Escape is pressed, wherever the focus is; not within an input method, nor when it was meant for a page above. */
export function useEscape(pressed: () => void): void {
  useLayoutEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) pressed();
    };
    document.addEventListener('keydown', follow);
    return () => {
      document.removeEventListener('keydown', follow);
    };
  });
}
