import type { UnsecuredCode } from '../../appservice/contract/conversation.ts';
import type { FromWorker } from '../worker-messages.ts';

/** What the frame was last told about the gate, so that it is told once per change. No I/O. */
export interface SecurityState {
  set(state: 'secured' | UnsecuredCode): void;
  /** Nobody is there any more, or somebody else was named: the next state is news. */
  reset(): void;
}

/** Starts with nothing told. */
export function createSecurityState(tell: (message: FromWorker) => void): SecurityState {
  let last: 'secured' | UnsecuredCode | undefined;
  return {
    set(state) {
      if (state === last) return;
      last = state;
      tell(state === 'secured' ? { kind: 'secured' } : { kind: 'unsecured', code: state });
    },
    reset() {
      last = undefined;
    },
  };
}
