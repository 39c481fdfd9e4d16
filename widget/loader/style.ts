/** Where the panel fills the screen; in em, so that it does so earlier for people with large letters. */
export const fullScreenQuery = '(max-width: 33.75em), (max-height: 30em)';

/**
 * The loader's style, for its own shadow tree only; one accent colour, which the host page may set as `--helpline-accent`.
 * Letters have the size that the browser's owner chose (`medium`), not the host page's `rem`; all else grows with them.
 * Written without spaces, because every page of the host site loads it.
 */
export const style = `
:host{all:initial;position:absolute;color-scheme:light dark;font:medium/1.4 system-ui,sans-serif}
[hidden]{display:none !important}
p{margin:0}
a,button{background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
a:focus-visible,button:focus-visible{outline:3px solid #ffbf47;outline-offset:2px;box-shadow:0 0 0 2px #1d2526}
.launch,.panel,.cover,.heard{position:fixed;z-index:2147483647;box-shadow:0 2px 40px #0004}
.launch,.wait>:not(p){display:flex;align-items:center;min-height:2.75em;padding:0 1em;border:2px solid;border-radius:2em;text-decoration:none}
.launch{right:max(16px,env(safe-area-inset-right));bottom:max(16px,env(safe-area-inset-bottom));gap:.6em;max-width:min(22em,100vw - 32px);max-height:calc(100vh - 32px);overflow:auto;padding:.8em 1em;background:var(--helpline-accent,#0f6460);color:#fff;text-align:start}
[data-state=offline]{background:#46545a}
svg{flex:none;width:1.5em;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.panel{right:16px;bottom:16px;width:min(26.25em,100vw - 32px);height:min(45em,100vh - 32px);overflow:hidden;border:1px solid #7c8789;border-radius:1em;background:Canvas;color:CanvasText;overscroll-behavior:contain;outline:0}
.frame{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}
.wait[hidden]~.frame{visibility:visible}
.wait{display:flex;flex-wrap:wrap;align-content:start;justify-content:center;gap:.75em;box-sizing:border-box;height:100%;padding:.75em;overflow:auto}
.wait p{width:100%;text-align:center}
.exit,.close{order:-1}
.exit{margin-right:auto;background:#a3211c;color:#fff}
p a{padding:.5em}
.cover{inset:0;background:#fff}
.heard{clip-path:inset(50%)}
@media ${fullScreenQuery}{.panel{inset:0;width:100%;height:100%;border:0;border-radius:0}}
@media print{:host{display:none}}
`;
