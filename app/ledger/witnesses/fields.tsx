import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { controlAttributes, FieldFrame } from '~/ui/field'

type SecretFieldProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  type?: 'password' | 'file' | 'text'
}

/** A field whose content stays in this browser: without a name no form can send it. */
export function OwnField({ id: name, label, hint, error, type = 'text', ...input }: SecretFieldProps) {
  const words = { name, label, hint, error }
  const { name: _, ...attributes } = controlAttributes(words)
  return (
    <FieldFrame {...words}>
      <input {...input} {...attributes} type={type} className="control" />
    </FieldFrame>
  )
}

/** Returns a way to save a text as a file of this device. */
export function saveAs(fileName: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
