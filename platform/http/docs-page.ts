import type { Contract } from '../contract/define-contract.ts'
import { commonErrors } from '../errors/common-errors.ts'
import type { Route } from './route-table.ts'

const STYLE = `
:root{color-scheme:light dark;--ink:#1c1917;--soft:#57534e;--line:#e7e5e4;--ground:#fff;--tint:#f5f5f4}
@media (prefers-color-scheme:dark){:root{--ink:#f5f5f4;--soft:#a8a29e;--line:#292524;--ground:#131110;--tint:#1c1917}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 6rem;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}h2{margin:3rem 0 .5rem;font-size:1.25rem;text-transform:capitalize}
p{color:var(--soft);margin:.25rem 0}a{color:inherit}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;text-transform:capitalize}
details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer;display:grid;grid-template-columns:4.5rem 1fr;gap:.75rem;align-items:baseline}
code,.m{font:600 .8125rem/1.6 ui-monospace,SFMono-Regular,Menlo,monospace}.m{color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:.875rem;margin:.5rem 0}td,th{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}`

/** The reference page at `/docs`: every operation with who may call it and how it fails. Needs no script. */
export function docsPage(
  title: string,
  contracts: readonly Contract[],
  routes: readonly Route[],
  prefix: string,
  nonce: string,
): string {
  const canonical = routes.filter((route) => route.canonical)
  const sections = contracts
    .filter((contract) => canonical.some((route) => route.contract === contract.name))
    .map((contract) => {
      const own = canonical.filter((route) => route.contract === contract.name)
      return `<section id="${escape(contract.name)}"><h2>${escape(contract.name)}</h2>${own.map((route) => operation(route, prefix)).join('')}</section>`
    })
  const links = contracts
    .filter((contract) => canonical.some((route) => route.contract === contract.name))
    .map((contract) => `<li><a href="#${escape(contract.name)}">${escape(contract.name)}</a></li>`)
  return page(
    `${title} API`,
    `<h1>${escape(title)} API</h1><p>Version 1, below <code>${escape(prefix)}</code>. ` +
      `<a href="${escape(prefix)}/openapi.json">OpenAPI 3.1 document</a> · <a href="/docs/errors">Error codes</a></p>` +
      `<nav aria-label="Contracts"><ul>${links.join('')}</ul></nav>${sections.join('')}`,
    nonce,
  )
}

/** The list of every code that a problem document can carry. */
export function errorsPage(title: string, contracts: readonly Contract[], nonce: string): string {
  const rows = [...errorTable(contracts)].map(
    ([code, { status, message }]) =>
      `<tr id="${escape(code)}"><td><code>${escape(code)}</code></td><td>${String(status)}</td><td>${escape(message)}</td></tr>`,
  )
  return page(
    `${title} error codes`,
    `<h1>Error codes</h1><p>Every failure answers with RFC 9457 problem details that carry one of these codes. <a href="/docs">Back to the API</a></p>` +
      `<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    nonce,
  )
}

/** Every declared failure of every operation, in order of code. */
export function errorTable(contracts: readonly Contract[]): Map<string, { status: number; message: string }> {
  const table = new Map<string, { status: number; message: string }>(Object.entries(commonErrors))
  for (const contract of contracts) {
    for (const declared of Object.values(contract.operations)) {
      for (const [code, definition] of Object.entries(declared.errors ?? {})) table.set(code, definition)
    }
  }
  return new Map([...table].sort(([left], [right]) => (left < right ? -1 : 1)))
}

function operation(route: Route, prefix: string): string {
  const { access, errors, idempotency } = route.operation
  const facts: [string, string][] = [['Who', (access.allow ?? []).join(', ')]]
  if (access.permission !== undefined) facts.push(['Staff need', access.permission])
  if (idempotency === 'required') facts.push(['Idempotency-Key', 'required'])
  for (const [code, { status, message }] of Object.entries(errors ?? {}))
    facts.push([`${String(status)} ${code}`, message])
  const rows = facts.map(
    ([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  )
  return (
    `<details id="${escape(`${route.contract}.${route.name}`)}"><summary><span class="m">${route.method}</span>` +
    `<span><code>${escape(prefix + route.path)}</code><br>${escape(route.operation.summary)}</span></summary>` +
    `<table>${rows.join('')}</table></details>`
  )
}

function page(title: string, body: string, nonce: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escape(title)}</title><style nonce="${escape(nonce)}">${STYLE}</style></head><body><main>${body}</main></body></html>`
  )
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
