import { countryAreas } from './country-areas.ts'

const EARTH_KM = 6_371
// An airliner flies at 900; what is left is for those who are not in the middle of their country.
const FASTEST_KMH = 1_000

/** Where somebody was, and when, in milliseconds since the epoch. */
export type Sighting = { readonly country: string; readonly at: number }

/**
 * Whether nobody can have got from one country to the other in that time. Each country is a circle, and the way is
 * the shortest between the two; countries that are not known are never too far.
 */
export function isImpossibleTravel(from: Sighting, to: Sighting): boolean {
  if (from.country === to.country) return false
  const hours = Math.abs(to.at - from.at) / 3_600_000
  return distanceKm(from.country, to.country) > FASTEST_KMH * hours
}

/** Kilometres between the borders of two countries, roughly and rather too few. */
export function distanceKm(from: string, to: string): number {
  const [left, right] = [countryAreas.get(from), countryAreas.get(to)]
  if (left === undefined || right === undefined) return 0
  const [lat1, lat2] = [radians(left.latitude), radians(right.latitude)]
  const half =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin(radians(right.longitude - left.longitude) / 2) ** 2
  const centres = 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
  return Math.max(0, centres - left.radiusKm - right.radiusKm)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
