/** The address part that a name suggests: 'Größe & Co' → 'groesse-co'. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 200)
}

/** An SKU that a product and its choice suggest: 'Harbour crew tee', ['S'] → 'HARBOUR-CREW-TEE-S'. */
export function skuOf(name: string, choice: readonly string[]): string {
  return [name, ...choice].map(slugOf).filter(Boolean).join('-').toUpperCase().slice(0, 80).replace(/-+$/, '')
}
