import type { JSX } from 'preact';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../icon/icon.tsx';
import './new-message.css';

/** What leads to the newest message. */
export type NewMessageProps = { readonly onPress: () => void };

/**
 * Over the lower edge of the log, for whoever reads further up while the counsellor says something. It stands outside of the
 * log, which has announced the message itself (S13).
 */
export function NewMessage({ onPress }: NewMessageProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="new-message">
      <Button look="primary" onPress={onPress}>
        <Icon name="hide" />
        {texts['conversation.newMessage']}
      </Button>
    </div>
  );
}
