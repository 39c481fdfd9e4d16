import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives an element the focus when its screen appears, so that nobody has to look for where they are (S14). */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
