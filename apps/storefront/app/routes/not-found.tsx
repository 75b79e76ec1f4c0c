import { notFound } from '../page-errors.ts'

export function loader() {
  throw notFound()
}

export default function NotFoundPage() {
  return null
}
