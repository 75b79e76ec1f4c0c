import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1]!,
    { light: found[2]!, dark: found[3]! },
  ]),
)

/** Relative luminance of a colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const surfaces = ['canvas', 'surface', 'raised', 'well', 'hover']
const texts = ['ink', 'ink-muted', 'ink-subtle', 'accent-text', 'info', 'success', 'warning', 'danger']
const states = ['info', 'success', 'warning', 'danger']
const pairs: [string, string, number][] = [
  ...texts.flatMap((text) => surfaces.map((under): [string, string, number] => [text, under, 4.5])),
  ...states.map((state): [string, string, number] => [state, `${state}-soft`, 4.5]),
  ...['ink', 'ink-muted', 'accent-text'].map((text): [string, string, number] => [text, 'accent-soft', 4.5]),
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-hover', 4.5],
  ['danger-ink', 'danger-fill', 4.5],
  ['danger-ink', 'danger-fill-hover', 4.5],
  ...surfaces.map((under): [string, string, number] => ['line-strong', under, 3]),
  ...surfaces.map((under): [string, string, number] => ['accent', under, 3]),
]

describe.each(['light', 'dark'] as const)('in %s mode', (mode) => {
  it.each(pairs)('%s on %s is at least %d : 1', (front, back, least) => {
    expect(contrast(tokens.get(front)![mode], tokens.get(back)![mode])).toBeGreaterThanOrEqual(least)
  })
})
