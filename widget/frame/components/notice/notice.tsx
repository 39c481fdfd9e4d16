import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icon/icon.tsx';
import './notice.css';

/** What a notice says. */
export type NoticeProps = {
  readonly icon: 'warning' | 'lock' | 'info';
  readonly children: ComponentChildren;
};

/** A sentence that stands out, calmly, by an edge and a sign and not by colour alone (S15). */
export function Notice({ icon, children }: NoticeProps): JSX.Element {
  return (
    <div class="notice">
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
