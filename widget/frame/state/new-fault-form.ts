import type { FaultForm, FaultWishes } from './fault-form.ts';
import type { FrameState } from './frame-state.ts';

/** The form as it is opened: the time, and the code of what stands in the way right now. */
export function newFaultForm(state: Pick<FrameState, 'screen' | 'status' | 'nowMs'>): FaultForm {
  const { nowMs } = state;
  return { noticedAt: nowMs, code: faultCodeOf(state), description: '', hasBrowser: false, isSent: false };
}

/** What a form has to say. */
export function faultWishes({ noticedAt, code, description, hasBrowser }: FaultForm): FaultWishes {
  return { noticedAt, code, description, hasBrowser };
}

function faultCodeOf({ screen, status }: Pick<FrameState, 'screen' | 'status'>): string {
  switch (screen.name) {
    case 'start':
      if (screen.problem !== null) return `start-${screen.problem}`;
      return status?.reason === 'fault' ? 'status-fault' : 'none';
    case 'conversation':
      if (!screen.isServiceReachable) return 'service-unreachable';
      if (!screen.isGatewayReachable) return 'gateway-unreachable';
      return screen.phase === 'preparing' ? 'preparing' : 'none';
    case 'ended':
      return `ended-${screen.by ?? 'unknown'}`;
    case 'failed':
      return screen.failure;
    case 'elsewhere':
      return 'elsewhere';
    case 'blocked':
    case 'intake':
    case 'left':
      return 'none';
  }
}
