import Bowser from 'bowser'

/** How a person would name a device: `Firefox on Linux`. Made of a closed set of names, never of the sender's text. */
export function deviceName(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'Unknown device'
  const { browser, os } = Bowser.parse(userAgent)
  if (browser.name === undefined || browser.name === '') return 'Unknown device'
  return os.name === undefined || os.name === '' ? browser.name : `${browser.name} on ${os.name}`
}
