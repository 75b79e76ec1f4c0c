import { describe, expect, it } from 'vitest'
import { negotiateLocale, regionOf } from '../app/i18n/locale.ts'
import { readLocale, readRegion, readTheme } from '../app/preferences.ts'

function request(headers: Record<string, string>) {
  return new Request('http://shop.test/', { headers })
}

describe('the language of a page', () => {
  it.each([
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr-FR,fr;q=0.9,en;q=0.7,de;q=0.6', 'en'],
    ['en;q=0.2, de;q=0.9', 'de'],
    ['de;q=0', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('for %j is %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })

  it('is what the reader chose, whatever the browser asks for', () => {
    expect(readLocale(request({ cookie: 'a=b; locale=de', 'accept-language': 'en' }))).toBe('de')
  })

  it('ignores a cookie that names no language of ours', () => {
    expect(readLocale(request({ cookie: 'locale=../../etc', 'accept-language': 'de' }))).toBe('de')
  })
})

describe('the country of a browser', () => {
  it.each([
    ['en-GB,en;q=0.9', 'GB'],
    ['de,de-AT;q=0.8,en-US;q=0.5', 'AT'],
    ['de,en-US;q=0.7,en;q=0.3', undefined],
    ['zh-Hant-TW', 'TW'],
    ['es-419', undefined],
    ['*', undefined],
    [null, undefined],
  ])('for %j is %s', (header, region) => {
    expect(regionOf(header)).toBe(region)
  })

  it('is none when the region is no country', () => {
    expect(readRegion(request({ 'accept-language': 'en-XX' }))).toBeUndefined()
    expect(readRegion(request({ 'accept-language': 'en-IE' }))).toBe('IE')
  })
})

it('takes the appearance from its cookie only when it is one of three', () => {
  expect(readTheme(request({ cookie: 'theme=dark' }))).toBe('dark')
  expect(readTheme(request({ cookie: 'theme="><script>' }))).toBe('system')
})
