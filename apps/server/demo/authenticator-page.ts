type Page = {
  readonly shop: string
  readonly codes: readonly { readonly email: string; readonly code: string }[]
  readonly secondsLeft: number
  readonly period: number
  readonly nonce: string
}

// The shop's colours and measures (ui/kit/tokens.css): this page is served without the front ends being built.
const STYLE = `
:root{color-scheme:light dark;--canvas:light-dark(#fbfaf8,#131210);--surface:light-dark(#fff,#1a1917);--line:light-dark(#e6e2db,#312e2a);
--ink:light-dark(#1b1a17,#f3f0ea);--muted:light-dark(#57524a,#bdb6ab);--accent:light-dark(#1f5a45,#8ccdb0);--soft:light-dark(#e6f0ea,#1c3028);
--warning:light-dark(#764805,#edc37b);--warning-soft:light-dark(#faf0dc,#33270f)}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:2rem clamp(1rem,4vw,2.5rem);background:var(--canvas);color:var(--ink);
font:1rem/1.5 'Hanken Grotesk Variable',system-ui,sans-serif}
main{width:100%;max-width:28rem}
h1{margin:.75rem 0 .25rem;font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
p{margin:0;color:var(--muted)}
.mark{display:inline-block;padding:.125rem .625rem;border-radius:99px;background:var(--warning-soft);color:var(--warning);font-size:.875rem;font-weight:600}
ul{list-style:none;margin:1.5rem 0;padding:0;display:grid;gap:.75rem}
li{padding:1.25rem;border:1px solid var(--line);border-radius:.75rem;background:var(--surface);overflow-wrap:anywhere}
output{display:block;margin-top:.25rem;font-size:2.5rem;font-weight:600;line-height:1.2;letter-spacing:.06em;font-variant-numeric:tabular-nums;user-select:all}
.time{display:grid;gap:.5rem}
progress{appearance:none;width:100%;height:.375rem;border:0;border-radius:99px;overflow:hidden;background:var(--soft)}
progress::-webkit-progress-bar{background:var(--soft)}
progress::-webkit-progress-value{background:var(--accent)}
progress::-moz-progress-bar{background:var(--accent)}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav{margin-top:1.5rem}`

const SCRIPT = `
const left=document.getElementById('left'),bar=document.querySelector('progress')
const end=Date.now()+Number(left.textContent)*1000
setInterval(()=>{const s=Math.max(0,Math.ceil((end-Date.now())/1000));left.textContent=String(s);bar.value=s;if(s===0)location.reload()},250)`

/** The page that shows the current codes of the demo's staff. It loads itself anew when they change. */
export function authenticatorPage({ shop, codes, secondsLeft, period, nonce }: Page): string {
  const items = codes.map(
    ({ email, code }) =>
      `<li>${escape(email)}<output aria-label="Code of ${escape(email)}">${code.slice(0, 3)} ${code.slice(3)}</output></li>`,
  )
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>Demo authenticator · ${escape(shop)}</title>` +
    `<link rel="icon" href="data:,">` +
    `<noscript><meta http-equiv="refresh" content="${String(secondsLeft)}"></noscript>` +
    `<style nonce="${escape(nonce)}">${STYLE}</style></head><body><main>` +
    `<span class="mark">Demo only</span><h1>Authenticator</h1>` +
    `<p>Plays the phone of the staff of this sample shop. A real shop has no such page: each person has an app of their own.</p>` +
    `<ul>${items.join('')}</ul>` +
    `<div class="time"><progress max="${String(period)}" value="${String(secondsLeft)}" aria-label="Time left"></progress>` +
    `<p>New codes in <span id="left">${String(secondsLeft)}</span> seconds. Each code works once.</p></div>` +
    `<nav><a href="/admin/">Go to the back office</a></nav></main>` +
    `<script nonce="${escape(nonce)}">${SCRIPT}</script></body></html>`
  )
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
