import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FrameEvent } from '../state/frame-event.ts';
import type { Language } from '../state/language.ts';
import type { ShownSettings } from '../state/shown-settings.ts';
import type { Texts } from '../texts/keys.ts';

/** What every component may use besides its own props. */
export type FrameSurroundings = {
  readonly language: Language;
  readonly texts: Texts;
  readonly settings: ShownSettings;
  readonly tell: (event: FrameEvent) => void;
  /** Leaves for the neutral page at once (S3). */
  readonly leave: () => void;
  /** Hides the panel; null when no host page holds the frame. */
  readonly hide: (() => void) | null;
  /** Ends the questions, with what was filled in or without (R19). */
  readonly finishIntake: (hasSkipped: boolean) => void;
  /** Sends what stands in the composer. */
  readonly write: () => void;
};

const FrameContext = createContext<FrameSurroundings | undefined>(undefined);

/** Gives the components below it their surroundings; `main.tsx` and the catalogue use it. */
export const FrameProvider = FrameContext.Provider;

/** The surroundings of a component. A component outside of the frame is a mistake of ours. */
export function useFrame(): FrameSurroundings {
  const surroundings = useContext(FrameContext);
  if (surroundings === undefined) throw new TypeError('a component stands outside of the frame');
  return surroundings;
}
