/**
 * Looks of the frame around the page's own content, until the view takes its place: the page's colours and text, a hairline, a bar. And what a
 * page may set for both: `--layer-scope-font`, `--layer-scope-mono`, `--layer-scope-radius`, `--layer-scope-height`.
 */
export const looks = `
:host{display:block;position:relative;min-width:0;margin-block:1em}
:host([hidden]),[hidden]{display:none!important}
.ls-still{box-sizing:border-box;display:flex;flex-direction:column;min-height:var(--layer-scope-height,0);border:1px solid color-mix(in srgb,currentColor 24%,transparent);border-radius:var(--layer-scope-radius,6px);overflow:hidden}
.ls-own{flex:1;min-height:0;overflow:auto;padding:12px 16px}
.ls-own:focus-visible{outline:2px solid currentColor;outline-offset:-4px}
::slotted(*){max-width:100%!important;box-sizing:border-box!important}
::slotted(img),::slotted(svg){display:block;height:auto}
::slotted(:first-child){margin-top:0!important}
::slotted(:last-child){margin-bottom:0!important}
.ls-bar{display:flex;flex-wrap:wrap;align-items:center;gap:8px 10px;min-height:44px;box-sizing:border-box;padding:6px 8px 6px 14px;border-top:1px solid color-mix(in srgb,currentColor 14%,transparent);font:400 13px/20px var(--layer-scope-font,system-ui,sans-serif);letter-spacing:normal;text-align:start;text-transform:none}
.ls-empty{min-height:var(--layer-scope-height,400px);justify-content:center}
.ls-own[hidden]+.ls-bar{border-top:0}
.ls-bar svg{flex:none;width:16px;height:16px}
.ls-says{flex:1 1 12em;min-width:0}
.ls-bar button{flex:none;min-height:30px;padding:3px 14px;border:1px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:4px;background:none;color:inherit;font:inherit;font-weight:550;cursor:default}
.ls-bar button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
.ls-bar button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.ls-bar button[aria-disabled=true]{border-color:transparent;background:none;font-weight:400}
@media (pointer:coarse){.ls-bar button{min-height:44px}}
.ls-pending{position:absolute;inset:0 0 auto;height:0;overflow:hidden;visibility:hidden}
.ls-live>.ls-embed>.frame{min-height:max(var(--ls-kept,0px),var(--layer-scope-height,0px));border-radius:var(--layer-scope-radius,6px)}
.ls-live>.ls-embed>.frame>.halves{flex:1}
`;
