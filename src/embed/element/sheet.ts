/**
 * Looks of the frame around the page's own content, until the view takes its place: the page's colours and text, a hairline, a bar. And what a
 * page may set for both: `--layer-scope-font`, `--layer-scope-mono`, `--layer-scope-radius`, `--layer-scope-height`.
 */
export const looks = `
:host{display:block;position:relative;min-width:0}
:host([hidden]){display:none}
[hidden]{display:none!important}
.still{box-sizing:border-box;display:flex;flex-direction:column;min-height:var(--layer-scope-height,0);border:1px solid color-mix(in srgb,currentColor 24%,transparent);border-radius:var(--layer-scope-radius,6px);overflow:hidden}
.own{flex:1;min-height:0;overflow:auto;padding:12px 16px}
.own:focus-visible{outline:2px solid currentColor;outline-offset:-4px}
::slotted(*){max-width:100%!important;box-sizing:border-box!important}
::slotted(img),::slotted(svg){display:block;height:auto}
::slotted(:first-child){margin-top:0!important}
::slotted(:last-child){margin-bottom:0!important}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:8px 10px;min-height:44px;box-sizing:border-box;padding:6px 8px 6px 14px;border-top:1px solid color-mix(in srgb,currentColor 14%,transparent);font:400 13px/20px var(--layer-scope-font,system-ui,sans-serif);letter-spacing:normal;text-align:start;text-transform:none}
.bar svg{flex:none;width:16px;height:16px}
.own[hidden]+.bar{border-top:0}
.says{flex:1 1 12em;min-width:0}
button{flex:none;min-height:30px;padding:3px 14px;border:1px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:4px;background:none;color:inherit;font:inherit;font-weight:550;cursor:default}
button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
button[aria-disabled=true]{border-style:dashed}
@media (pointer:coarse){button{min-height:44px}}
.pending{position:absolute;inset:0 0 auto;height:0;overflow:hidden;visibility:hidden}
.live .frame{min-height:max(var(--kept,0px),var(--layer-scope-height,0px));border-radius:var(--layer-scope-radius,6px)}
.live .halves{flex:1}
`;
