import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives an element the focus while it is there, and gives it back to whoever had it when it goes (S14). */
export function useBorrowedFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    const lender = document.activeElement;
    element.current?.focus();
    return () => {
      if (lender instanceof HTMLElement) lender.focus();
    };
  }, []);
  return element;
}
