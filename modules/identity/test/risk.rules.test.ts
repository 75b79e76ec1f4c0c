import { describe, expect, test } from 'vitest'
import { agentKind } from '../domain/agents.ts'
import { countryAreas } from '../domain/country-areas.ts'
import { attemptRisk, type AttemptSignals, isHigh, signInRisk, type SignInSignals } from '../domain/risk.ts'
import { distanceKm, isImpossibleTravel } from '../domain/travel.ts'

const quiet: AttemptSignals = {
  identifierFailures: 0,
  networkFailures: 0,
  agent: 'ordinary',
  knownDevice: true,
}
const nothingNew: SignInSignals = { newDevice: false, newCountry: false, impossibleTravel: false }

describe('before the password is judged', () => {
  test.each<[string, Partial<AttemptSignals>, number, boolean]>([
    ['a known device', {}, 0, false],
    ['a new browser', { knownDevice: false }, 10, false],
    ['a program that says no name', { knownDevice: false, agent: 'none' }, 40, false],
    ['a right try after the first wait', { knownDevice: false, identifierFailures: 5 }, 30, false],
    [
      'the same, from a nameless program in a busy office',
      { knownDevice: false, agent: 'none', identifierFailures: 5, networkFailures: 24 },
      80,
      false,
    ],
    ['nine failures', { knownDevice: false, identifierFailures: 9 }, 30, false],
    ['ten failures', { identifierFailures: 10 }, 100, true],
    ['24 failures of a network', { networkFailures: 24 }, 20, false],
    ['25 failures of a network', { networkFailures: 25 }, 100, true],
    ['a scanner', { agent: 'scanner' }, 100, true],
  ])('%s', (_name, given, score, high) => {
    const risk = attemptRisk({ ...quiet, ...given })
    expect(risk.score).toBe(score)
    expect(isHigh(risk)).toBe(high)
    expect(Object.values(risk.signals).every((weight) => weight > 0)).toBe(true)
  })
})

describe('after a right password', () => {
  const newBrowser = attemptRisk({ ...quiet, knownDevice: false })
  const afterOneWait = attemptRisk({ ...quiet, knownDevice: false, agent: 'none', identifierFailures: 5 })
  test.each<[string, typeof newBrowser, Partial<SignInSignals>, boolean]>([
    ['nothing unusual', attemptRisk(quiet), {}, false],
    ['a new device at home', newBrowser, { newDevice: true }, false],
    ['the same after one wait', afterOneWait, { newDevice: true }, false],
    ['a known device abroad', attemptRisk(quiet), { newCountry: true }, false],
    ['a new device abroad', newBrowser, { newDevice: true, newCountry: true }, true],
    ['a known device that comes and goes', attemptRisk(quiet), { impossibleTravel: true }, false],
    ['a new device too far away', newBrowser, { newDevice: true, impossibleTravel: true }, true],
    [
      'a known device, new country, too far',
      attemptRisk(quiet),
      { newCountry: true, impossibleTravel: true },
      true,
    ],
  ])('%s', (_name, before, given, high) => {
    expect(isHigh(signInRisk(before, { ...nothingNew, ...given }))).toBe(high)
  })
})

test.each<[string | null, string]>([
  [null, 'none'],
  ['', 'none'],
  ['  ', 'none'],
  ['sqlmap/1.8#stable (https://sqlmap.org)', 'scanner'],
  ['Mozilla/5.00 (Nikto/2.5.0) (Evasions:None)', 'scanner'],
  ['Mozilla/4.0 (Hydra)', 'scanner'],
  ['curl/8.9.1', 'ordinary'],
  ['python-requests/2.32', 'ordinary'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36', 'ordinary'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'ordinary'],
])('the agent %s is %s', (agent, kind) => {
  expect(agentKind(agent)).toBe(kind)
})

describe('travel', () => {
  const hour = 3_600_000
  test.each<[string, string, number, boolean]>([
    ['DE', 'AU', 2, true],
    ['DE', 'AU', 24, false],
    ['DE', 'FR', 0, false],
    ['DE', 'GB', 1, false],
    ['US', 'CA', 0, false],
    ['US', 'JP', 1, true],
    ['BR', 'ZA', 1, true],
    ['DE', 'DE', 0, false],
    ['DE', 'ZZ', 0, false],
  ])('%s to %s in %d h: impossible %s', (from, to, hours, impossible) => {
    const seen = { country: from, at: 0 }
    expect(isImpossibleTravel(seen, { country: to, at: hours * hour })).toBe(impossible)
  })

  test('every country has a place on the map', () => {
    expect(countryAreas.size).toBe(250)
    for (const [code, { latitude, longitude, radiusKm }] of countryAreas) {
      expect(code).toMatch(/^[A-Z]{2}$/)
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
      expect(radiusKm).toBeGreaterThan(0)
    }
    expect(distanceKm('DE', 'AU')).toBeGreaterThan(10_000)
  })
})
