import type { World } from './world.ts';

/** Moves the service's clock forward; the world's configuration must hold `development` (design 13). */
export async function moveClock(world: World, bySeconds: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${String(world.privatePort)}/development/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.hsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: bySeconds * 1_000 }),
  });
  if (answer.status !== 204) throw new Error(`the clock was not moved: ${String(answer.status)}`);
}

/** Moves the service's clock forward to an instant, however long the test has taken so far. */
export async function moveClockTo(world: World, instant: string): Promise<void> {
  const { headers } = await fetch(`${world.publicUrl}/api/status`);
  const nowMs = Date.parse(headers.get('date') ?? ''); // by the service's own clock
  await moveClock(world, (Date.parse(instant) - nowMs) / 1_000);
}
