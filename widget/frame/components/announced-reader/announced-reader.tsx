import type { JSX } from 'preact';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { fill } from '../../texts/fill.ts';
import { useFocusHeir } from '../use-focus-heir.ts';
import './announced-reader.css';

/** Which colleague will come, and whether the caller may still say no. */
export type AnnouncedReaderProps = {
  readonly organisation: 'CAW' | 'VK';
  readonly purpose: 'reads-along' | 'takes-over';
  readonly mayBeRefused: boolean;
};

/** Where the caller writes on: who has just said no, or was too late to, is not left without the focus. */
const composer = {
  get current() {
    return document.getElementById('composer');
  },
};

/** Who will read along, before they do, with one button to say no; silence goes on (design 6, R25). */
export function AnnouncedReader({ organisation, purpose, mayBeRefused }: AnnouncedReaderProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="announced-reader">
      <p>{fill(texts[`announced.${purpose}`], { organisation })}</p>
      {mayBeRefused && <Refusal />}
    </div>
  );
}

function Refusal(): JSX.Element {
  const { texts, tell } = useFrame();
  const place = useFocusHeir<HTMLDivElement>(composer);
  return (
    <div ref={place}>
      <Button
        look="plain"
        onPress={() => {
          tell({ kind: 'reader-refused' });
        }}
      >
        {texts['announced.refuse']}
      </Button>
    </div>
  );
}
