import { singular } from './words.ts'

const WORDS = `cover case bag sleeve backpack stand mount holder bracket arm lens filter battery lamp pad cable charger
  adapter lock kit drum cartridge toner tray protector dock station skin strap remote bulb headset cleaner spare part
  extension roller fuser film glove hub cooler ribbon label paper module memory warranty license licence software pole
  cap switch splitter converter card receiver hood screw tip connector cord supply`

const accessories = new Set(WORDS.split(/\s+/).map(singular))

/**
 * Whether a word names something that is mostly bought for another thing. Who searches for the other thing wants it
 * and not this, unless the word is in the question.
 */
export function isAccessory(word: string): boolean {
  return accessories.has(word)
}
