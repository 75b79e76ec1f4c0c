type Territory = { readonly country: string; readonly name: string; readonly postcode: RegExp }

/** Parts of member states with a rate of their own, by their postcodes; written as the published rates write them. */
export const TERRITORIES: readonly Territory[] = [
  { country: 'AT', name: 'Jungholz', postcode: /^(?:6691)$/ },
  { country: 'AT', name: 'Mittelberg', postcode: /^(?:699[123])$/ },
  { country: 'DE', name: 'Büsingen am Hochrhein', postcode: /^(?:78266)$/ },
  { country: 'DE', name: 'Heligoland', postcode: /^(?:27498)$/ },
  { country: 'ES', name: 'Canary Islands', postcode: /^(?:(35\d{3}|38\d{3}))$/ },
  { country: 'ES', name: 'Ceuta', postcode: /^(?:(5100[1-5]|5107[0-1]|51081))$/ },
  { country: 'ES', name: 'Melilla', postcode: /^(?:(5200[0-6]|5207[0-1]|52081))$/ },
  { country: 'FR', name: 'Guadeloupe', postcode: /^(?:971\d{2,})$/ },
  { country: 'FR', name: 'Martinique', postcode: /^(?:972\d{2,})$/ },
  { country: 'FR', name: 'Guyane', postcode: /^(?:973\d{2,})$/ },
  { country: 'FR', name: 'Reunion', postcode: /^(?:974\d{2,})$/ },
  { country: 'FR', name: 'Mayotte', postcode: /^(?:976\d{2,})$/ },
  { country: 'GR', name: 'Mount Athos', postcode: /^(?:63086)$/ },
  { country: 'IT', name: "Campione d'Italia", postcode: /^(?:22061)$/ },
  { country: 'IT', name: 'Livigno', postcode: /^(?:23041)$/ },
  { country: 'PT', name: 'Madeira', postcode: /^(?:9[0-4]\d{2,})$/ },
  { country: 'PT', name: 'Azores', postcode: /^(?:9[5-9]\d{2,})$/ },
]

/** The territory that an address is in, null for the rest of its country. Spaces and hyphens in the postcode do not count. */
export function territoryOf(country: string, postalCode: string | null): string | null {
  if (postalCode === null) return null
  const plain = postalCode.replace(/[^0-9A-Za-z]/g, '')
  return TERRITORIES.find((one) => one.country === country && one.postcode.test(plain))?.name ?? null
}
