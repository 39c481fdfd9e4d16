import workerUrl from '../../crypto/main.ts?worker&url';

/**
 * The only Trusted Types policy of the frame, made before anything else runs (feasibility Part E 5): it turns the address
 * of the build's own crypto worker into a script address, and nothing else into anything.
 */
type ScriptUrlPolicy = { readonly createScriptURL: (url: string) => string };

/** What a browser with Trusted Types offers; the DOM types do not know it yet. */
type TrustedTypesWindow = {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
  };
};

/** Says that somebody wanted another script than ours; carries no address. */
export class ForeignScriptError extends Error {
  /** Stable code of this error. */
  readonly code = 'foreign-script';

  constructor() {
    super('Only the crypto worker of this build may run.');
    this.name = 'ForeignScriptError';
  }
}

const policy = (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy('helpline-worker', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new ForeignScriptError();
    return url;
  },
});

/** Makes a worker from the build's own crypto script. */
export function createCryptoWorker(): Worker {
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}
