import { join } from 'node:path';

/** Where everything of one stack lies. */
export type Layout = {
  readonly dataFolder: string;
  readonly secretsFolder: string;
  readonly logsFolder: string;
  /** Pid files of what runs. */
  readonly runFolder: string;
  readonly synapseFolder: string;
  readonly appserviceFolder: string;
  /** Elsewhere than the rest when only root may enter the checkout. */
  readonly postgresFolder: string;
};

/** The places below a data folder. */
export function layoutOf(dataFolder: string, postgresFolder = join(dataFolder, 'postgres')): Layout {
  return {
    dataFolder,
    secretsFolder: join(dataFolder, 'secrets'),
    logsFolder: join(dataFolder, 'logs'),
    runFolder: join(dataFolder, 'run'),
    synapseFolder: join(dataFolder, 'synapse'),
    appserviceFolder: join(dataFolder, 'appservice'),
    postgresFolder,
  };
}

/** The ports of one stack; all on loopback. */
export type StackPorts = {
  readonly demoPage: number;
  /** The appservice's public listener: widget, API, gateway. */
  readonly public: number;
  readonly homeserver: number;
  /** The appservice's private listener: transactions, health, metrics. */
  readonly private: number;
  readonly database: number;
  readonly element: number;
};

/** The first of the ten ports of `npm start`, so that addresses stay the same. */
export const defaultPortBase = 17_120;

/** The ports that follow a base. */
export function portsFrom(base: number): StackPorts {
  return {
    demoPage: base,
    public: base + 1,
    homeserver: base + 2,
    private: base + 3,
    database: base + 4,
    element: base + 5,
  };
}
