/**
 * `npm run components [-- --port 18200]`: every component in every state, in each language, light, dark and with forced colours, on
 * one page of this machine. Nothing of it is in the widget that is shipped.
 */
import { parseArgs } from 'node:util';
import { serveCatalogue } from './components/serve-catalogue.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const site = await serveCatalogue(Number(values.port));
process.stdout.write(`Every component in every state: ${site.url}\nCtrl+C stops.\n`);

const stop = (): void => {
  void site.stop();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
