import { isIP } from 'node:net'
import { type Given, type ParameterValues, type Template, templates } from './templates.ts'

export type Written =
  { readonly text: string; readonly parameters: ParameterValues } | { readonly problem: string }

/** Makes the policy of a template. Whatever is given is checked, and cannot become a condition of its own. */
export function writeTemplate(name: string, parameters: ParameterValues): Written {
  const template = templates.find((candidate) => candidate.name === name)
  if (template === undefined) return { problem: `There is no template ${name}.` }
  const unknown = Object.keys(parameters).find((given) =>
    template.parameters.every((own) => own.name !== given),
  )
  if (unknown !== undefined) return { problem: `The template ${name} has no parameter ${unknown}.` }
  const values = { ...defaultsOf(template), ...parameters }
  try {
    return { text: template.write(reader(values)), parameters: values }
  } catch (error) {
    if (error instanceof BadParameter) return { problem: error.message }
    throw error
  }
}

/** What a template makes when it is told nothing. */
export function exampleOf(template: Template): string {
  return template.write(reader(defaultsOf(template)))
}

class BadParameter extends Error {}

function defaultsOf({ parameters }: Template): ParameterValues {
  return Object.fromEntries(
    parameters.flatMap(({ name, default: value }) => (value === null ? [] : [[name, value]])),
  )
}

const NETWORK = /^([0-9a-f.:]+)\/(\d{1,3})$/i
const PLAIN = /^[\p{L}\p{N} ._:*-]{1,100}$/u

function reader(values: ParameterValues): Given {
  const list = (name: string): readonly string[] => {
    const value = values[name]
    if (!Array.isArray(value) || value.length === 0) throw new BadParameter(`${name}: give at least one.`)
    return value
  }
  return {
    number: (name) => {
      const value = values[name]
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw new BadParameter(`${name}: give a whole number.`)
      return String(value)
    },
    text: (name) => quoted(name, values[name]),
    texts: (name) =>
      `[${list(name)
        .map((text) => quoted(name, text))
        .join(', ')}]`,
    hours: (name) => {
      const [from, to, more] = list(name).map((text) =>
        /^(?:1?\d|2[0-3])$/.test(text) ? Number(text) : null,
      )
      if (from == null || to == null || more !== undefined || from === to)
        throw new BadParameter(`${name}: give two different hours, 0 to 23.`)
      const within = [`context.hour >= ${String(from)}`, `context.hour < ${String(to)}`]
      return from < to ? within.join(' && ') : within.join(' || ')
    },
    inNetworks: (name) =>
      `(${list(name)
        .map((network) => `context.ip.isInRange(ip("${checkedNetwork(name, network)}"))`)
        .join(' || ')})`,
  }
}

/** Without quotes, backslashes and control characters in it, a text ends where it should. */
function quoted(name: string, value: unknown): string {
  if (typeof value !== 'string' || !PLAIN.test(value))
    throw new BadParameter(`${name}: this text cannot be used.`)
  return `"${value}"`
}

function checkedNetwork(name: string, network: string): string {
  const [, address = '', bits = ''] = NETWORK.exec(network) ?? []
  const version = isIP(address)
  if (version === 0 || Number(bits) > (version === 4 ? 32 : 128))
    throw new BadParameter(`${name}: ${network.slice(0, 60)} is not a network such as 203.0.113.0/24.`)
  return `${address}/${bits}`
}
