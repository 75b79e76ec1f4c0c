// PostgreSQL allows 100 connections unless told otherwise; commands, migrations and a person with psql want some too.
const TOGETHER = 80
const MOST = 20
const LEAST = 6
const BESIDE = 20

/** Database connections that one of so many serving processes may hold: together no more than PostgreSQL allows. */
export function poolSize(processes: number): number {
  return Math.max(LEAST, Math.min(MOST, Math.floor(TOGETHER / processes)))
}

/** Connections that a PostgreSQL of our own must allow, for so many serving processes and what runs beside them. */
export function maxConnections(processes: number): number {
  return Math.max(100, processes * poolSize(processes) + BESIDE)
}
