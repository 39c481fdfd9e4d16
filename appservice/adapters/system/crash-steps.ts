import { crashPoints, type Steps } from '../../ports/steps.ts';
import { SystemError } from './system-error.ts';

/**
 * Steps that only run; with a crash point named, the process kills itself right after that step, as a power cut would
 * (development only). Throws `unknown-crash-point` for a name that is none.
 */
export function createSteps(crashAt: string | null): Steps {
  if (crashAt === null) return { step: (_name, act) => act() };
  if (!crashPoints.some((each) => each === crashAt)) throw new SystemError('unknown-crash-point');
  return {
    step: async (name, act) => {
      const value = await act();
      if (name === crashAt) process.kill(process.pid, 'SIGKILL');
      return value;
    },
  };
}
