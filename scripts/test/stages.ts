import { join } from 'node:path';
import { jestArguments } from '../check/tools.ts';
import { checkout } from '../stack/checkout.ts';
import { campaignFactor } from './campaign.ts';

/** One stage of `npm test`. */
export type Stage = {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** After this long a stage is ended and counts as failed: it hangs then, also on a busy machine, which takes twice as long. */
  readonly limitMinutes: number;
  /** Whether it shows the widget to a browser, or serves it. */
  readonly needsWidget: boolean;
};

function jestStage(name: string, limitMinutes: number): Stage {
  const needsWidget = name === 'integration' || name === 'e2e';
  return { name, args: jestArguments(name), limitMinutes: limitMinutes * campaignFactor, needsWidget };
}

/** The stages of `npm test`, cheapest first. */
export const stages: readonly Stage[] = [
  {
    name: 'check',
    args: [join(checkout, 'scripts/check.ts'), '--without-architecture'],
    limitMinutes: 10,
    needsWidget: false,
  },
  jestStage('unit', 10),
  jestStage('architecture', 5),
  jestStage('ports', 10),
  jestStage('integration', 15),
  jestStage('e2e', 45),
];
