import { currencyDigits } from '@rampart/platform/money/money.ts'

/** The methods that a new shop starts with, in its own currency. */
export function defaultMethods(currency: string) {
  const hundredths = scaled(currency)
  return [
    {
      code: 'standard',
      name: 'Standard delivery',
      description: 'By parcel post, with tracking.',
      price_minor: hundredths(490),
      free_over_minor: hundredths(7_500),
      min_days: 2,
      max_days: 4,
      position: 0,
    },
    {
      code: 'express',
      name: 'Express delivery',
      description: 'Handed over first thing, by courier.',
      price_minor: hundredths(1_290),
      free_over_minor: null,
      min_days: 1,
      max_days: 2,
      position: 1,
    },
  ] as const
}

// A currency without minor units is worth about a hundredth per unit: 490 yen is as sensible as 4.90 dollars.
function scaled(currency: string): (hundredths: number) => number {
  const factor = 10 ** Math.max(0, currencyDigits(currency) - 2)
  return (hundredths) => hundredths * factor
}
