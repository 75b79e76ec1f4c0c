import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const page = fileURLToPath(new URL('../build/client/index.html', import.meta.url))

// `npm test` builds the front ends before it runs anything; a single test file may be run without.
describe.skipIf(!existsSync(page))('the built index.html', () => {
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const tags = (name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []

  it('carries the place for a nonce on every script and every inline style', () => {
    expect(tags('script').length).toBeGreaterThan(2)
    for (const tag of [...tags('script'), ...tags('style')]) expect(tag).toContain('nonce="__CSP_NONCE__"')
  })

  it('carries it on every preload of a script', () => {
    for (const tag of tags('link').filter((link) => link.includes('modulepreload'))) {
      expect(tag).toContain('nonce="__CSP_NONCE__"')
    }
  })

  // The scripts and the page are two builds; an address of which they think differently breaks the first paint.
  it('names only files that were built', () => {
    for (const [, address = ''] of html.matchAll(/(?:src|href)="\/admin\/([^"]+)"/g)) {
      expect(existsSync(new URL(`../build/client/${address}`, import.meta.url)), address).toBe(true)
    }
  })

  it('has no style attribute, no inline handler and nothing from another origin', () => {
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/)
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^\/(?!\/)/)
  })
})
