import { spawn } from 'node:child_process';
import { checkout } from '../stack/checkout.ts';
import type { Tool } from './tools.ts';

/** How one tool ended. */
export type ToolResult = {
  readonly tool: Tool;
  readonly hasPassed: boolean;
  /** What it printed; shown only when it failed. */
  readonly output: string;
  readonly seconds: number;
};

/** Runs one tool under the Node that runs this, and keeps what it prints. */
export function runTool(tool: Tool): Promise<ToolResult> {
  const beganAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, tool.args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      resolve({ tool, hasPassed: false, output: error.message, seconds: 0 });
    });
    child.once('close', (code) => {
      resolve({ tool, hasPassed: code === 0, output, seconds: (performance.now() - beganAt) / 1000 });
    });
  });
}
