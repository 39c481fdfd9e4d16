/**
 * Many callers in one process, each with the widget's own engine (`OlmMachine`) through the real gateway. Orders come in
 * and news goes out as lines of JSON (`wire.ts`).
 */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import { type BenchCaller, pressButton } from './bench-caller.ts';
import { tell } from './tell.ts';
import { type CallerOrder, callerOrder, roundKey } from './wire.ts';

const callers: BenchCaller[] = [];
let origin = '';

createInterface({ input: process.stdin })
  .on('line', (line) => void obey(callerOrder.parse(JSON.parse(line))))
  .on('close', () => {
    process.exit(0);
  });

async function obey(order: CallerOrder): Promise<void> {
  switch (order.order) {
    case 'serve':
      origin = order.origin;
      await initAsync(); // a caller's browser has it before the press: it is fetched while the page is read
      tell({ kind: 'serving' });
      return;
    case 'press': {
      const caller = await pressButton(origin, order.caller);
      if (caller !== undefined) callers.push(caller);
      return;
    }
    case 'talk':
      await talk(order.rounds, order.everyMs);
      return;
    case 'end':
      await Promise.all(callers.splice(0).map((caller) => caller.end()));
      tell({ kind: 'ended' });
  }
}

/** Everybody at the same pace, spread evenly over it. */
async function talk(rounds: number, everyMs: number): Promise<void> {
  const speak = async (caller: BenchCaller, place: number): Promise<void> => {
    await pause((everyMs * place) / callers.length);
    for (let round = 0; round < rounds; round += 1) {
      caller.say(roundKey(caller.name, round));
      await pause(everyMs);
    }
  };
  await Promise.all(callers.map(speak));
  tell({ kind: 'talked' });
}
