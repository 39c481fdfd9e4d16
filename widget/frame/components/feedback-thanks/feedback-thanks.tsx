import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import { useBorrowedFocus } from '../use-borrowed-focus.ts';

/** Stands where the questions were. Whoever sent them was at a button that is gone now, and is led here (S14). */
export function FeedbackThanks(): JSX.Element {
  const { texts } = useFrame();
  const heading = useBorrowedFocus<HTMLHeadingElement>();
  return (
    <section aria-labelledby="feedback-thanks">
      <h2 id="feedback-thanks" ref={heading} tabIndex={-1}>
        {texts['feedback.thanksHeading']}
      </h2>
      <p>{texts['feedback.thanks']}</p>
    </section>
  );
}
