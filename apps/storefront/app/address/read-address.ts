import { filled } from '../forms/form-values.ts'

/** The address in a form, as the API takes it. What is required is sent even when empty, so that it is refused by name. */
export function readAddress(values: Record<string, string>) {
  const of = (name: string) => values[name] ?? ''
  return {
    full_name: of('full_name'),
    street: of('street'),
    postal_code: of('postal_code'),
    city: of('city'),
    country: of('country'),
    ...filled({ company: of('company'), street2: of('street2'), state: of('state'), phone: of('phone') }),
  }
}
