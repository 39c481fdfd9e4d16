/** The loader's style, for its own shadow tree only; one accent colour, which the host page may set as `--helpline-accent`. */
export const style = `
:host { all: initial; color-scheme: light dark; --accent: var(--helpline-accent, #0f6460); --surface: #fff; --ink: #1d2526;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-size: 16px; line-height: 1.4; }
[hidden] { display: none !important; }
.launch { position: fixed; z-index: 2147483000; inset-inline-end: max(16px, env(safe-area-inset-right)); inset-block-end: max(16px, env(safe-area-inset-bottom));
  display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 10px 20px 10px 16px; border: 2px solid #fff; border-radius: 28px;
  background: var(--accent); color: #fff; font: inherit; font-weight: 600; cursor: pointer; box-shadow: 0 2px 12px rgb(0 0 0 / .28); }
.launch[data-state=busy], .launch[data-state=offline] { background: #46545a; }
.launch:focus-visible, .close:focus-visible, a:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; box-shadow: 0 0 0 2px #1d2526; }
.icon { inline-size: 24px; block-size: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.icon path { display: none; }
.icon .bubble, [data-state=online] .online, [data-state=busy] .busy, [data-state=offline] .offline { display: inline; }
.panel { position: fixed; z-index: 2147483001; inset-inline-end: 16px; inset-block-end: 16px; inline-size: min(420px, calc(100vw - 32px)); block-size: min(720px, calc(100vh - 32px));
  overflow: hidden; border: 1px solid #7c8789; border-radius: 14px; background: var(--surface); color: var(--ink); box-shadow: 0 8px 40px rgb(0 0 0 / .3); overscroll-behavior: contain; }
.frame { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; }
.wait { display: grid; gap: 16px; place-content: center; justify-items: center; block-size: 100%; padding: 24px; box-sizing: border-box; text-align: center; }
.wait p { margin: 0; }
.wait a { color: inherit; min-height: 44px; display: inline-flex; align-items: center; }
.close { min-height: 44px; padding: 0 20px; border: 2px solid currentColor; border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
.cover { position: fixed; z-index: 2147483647; inset: 0; background: #fff; }
.heard { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 540px), (max-height: 480px) {
  .panel { inset: 0; inline-size: 100%; block-size: 100%; border: 0; border-radius: 0; }
}
@media (prefers-color-scheme: dark) { :host { --surface: #14191a; --ink: #e8eceb; } }
@media (forced-colors: active) { .launch, .panel { border-color: CanvasText; } }
@media print { .launch, .panel { display: none; } }
`;
