import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ConfigError } from '../../../config/config-error.ts';
import { loadConfig, type LoadedConfig } from '../../../config/load.ts';

type Settings = Record<string, unknown>;

/** The sections of a configuration, to be changed before it is written. */
export type Sections = Record<string, Settings>;

/** A folder with a configuration that works and its secrets; each test changes one thing. */
export type ConfigWorld = {
  readonly folder: string;
  readonly minimal: string;
  readonly writeSecret: (name: string, text: string) => void;
  readonly load: (text: string) => LoadedConfig;
  readonly problemsOf: (text: string) => readonly string[];
  readonly changed: (change: (sections: Sections) => void) => string;
  readonly reset: () => void;
  readonly remove: () => void;
};

/** A key as its file holds it. */
export const keyText = (fill: number) => Buffer.alloc(32, fill).toString('base64');

const minimal = `
homeserver:
  url: http://127.0.0.1:8008
  serverName: example.org
  asTokenFile: as-token
  hsTokenFile: hs-token
  operatorTokenFile: operator-token
listeners:
  publicOrigin: https://chat.example.org
  hostOrigins: [https://www.example.org]
database:
  url: postgres://helpline@127.0.0.1/helpline
secrets: { masterKeyFile: master, deskStoreKeyFile: desk, recognitionKeyFolder: recognition }
roster:
  teams: [{ id: limburg, name: Limburg, province: limburg }]
contact:
  mailAddress: chat@example.org
  privacyUrl: https://www.example.org/privacy
  siteOwner: CAW Example
  complaintUrl: https://www.example.org/complaint
  generalAddress: info@example.org
  technicalAddress: technical@example.org
  privacyAddress: privacy@example.org
  dossierPrivacyAddress: dossier@example.org
  flemishAuthority: { name: Flemish, url: 'https://www.example.org/flemish', checkedOn: '2026-11-30' }
  belgianAuthority: { name: Belgian, url: 'https://www.example.org/belgian', checkedOn: '2026-11-30' }
`;

/** A section to change; empty when the configuration has none of that name. */
export function section(sections: Sections, name: string): Settings {
  return sections[name] ?? {};
}

/** Makes the folder. */
export function configWorld(): ConfigWorld {
  const folder = mkdtempSync(join(tmpdir(), 'config-test-'));
  const file = join(folder, 'helpline.yaml');
  const writeSecret = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o600);
  };
  const load = (text: string) => {
    writeFileSync(file, text);
    return loadConfig(file);
  };
  return {
    folder,
    minimal,
    writeSecret,
    load,
    problemsOf: (text) => problemsIn(() => load(text)),
    changed: (change) => {
      const sections = parse(minimal) as Sections;
      change(sections);
      return stringify(sections);
    },
    reset: () => {
      writeSecret('as-token', 'as-token-as-token-as-token');
      writeSecret('hs-token', 'hs-token-hs-token-hs-token');
      writeSecret('operator-token', 'operator-token-operator');
      writeSecret('master', keyText(1));
      writeSecret('desk', keyText(2));
      mkdirSync(join(folder, 'recognition'), { recursive: true, mode: 0o700 });
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** What is wrong, as the administrator reads it; none when all is well. */
export function problemsIn(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
