import { endCommands } from './run-command.mjs';

/**
 * Makes what stops the preparation: it says so, ends what installs, and ends the process by `end`. Asked again, it changes
 * nothing; the next start begins anew what was not done.
 */
export function createStop(end) {
  let isStopping = false;
  return {
    isStopping: () => isStopping,
    stop: async () => {
      if (isStopping) return;
      isStopping = true;
      process.stdout.on('error', () => undefined); // the terminal may be gone
      process.stdout.write('\nStopping …\n');
      await endCommands();
      end();
    },
  };
}
