import { Form, type FormProps } from 'react-router'
import { CsrfField } from './csrf-field.tsx'

/** A form that changes something: POST, with its token. */
export function ShopForm({ children, ...rest }: Omit<FormProps, 'method'>) {
  return (
    <Form {...rest} method="post">
      <CsrfField />
      {children}
    </Form>
  )
}
