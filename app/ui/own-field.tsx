import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { controlAttributes, FieldFrame } from './field'

/** A field without a name; `id` is what its words and its errors are tied to. */
export type OwnFieldProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  type?: 'password' | 'file' | 'text'
}

/** A field whose content stays in this browser: without a name no form can send it. */
export function OwnField({ id: name, label, hint, error, type = 'text', ...input }: OwnFieldProps) {
  const words = { name, label, hint, error }
  const { name: _, ...attributes } = controlAttributes(words)
  return (
    <FieldFrame {...words}>
      <input {...input} {...attributes} type={type} className="control" />
    </FieldFrame>
  )
}

/** Asks for a JSON file of this device, which stays in this browser. */
export function OwnFile(props: Omit<OwnFieldProps, 'type'>) {
  return <OwnField {...props} type="file" accept=".json,application/json" />
}
