import { defaultPortBase } from '../stack/layout.ts';
import type { StartOptions } from './start-options.ts';

/**
 * The command that starts the same helpline again with one more option. `--fresh` is not repeated: it would forget what
 * was kept since.
 */
export function startAgainWith(option: string, options: StartOptions): string {
  const { hours, now, portBase, elementFolder } = options;
  const given = [
    ...(hours === 'always' ? [] : [`--hours ${hours}`]),
    ...(now === null ? [] : [`--now ${now}`]),
    ...(portBase === defaultPortBase ? [] : [`--ports ${String(portBase)}`]),
    ...(elementFolder === null ? [] : [`--element '${elementFolder.replaceAll("'", String.raw`'\''`)}'`]),
  ];
  return ['npm start --', ...given, option].join(' ');
}
