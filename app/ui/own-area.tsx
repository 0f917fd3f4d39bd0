import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { controlAttributes, FieldFrame } from './field'
import { CharactersLeft } from './text-area'

type OwnAreaProps = Omit<ComponentPropsWithoutRef<'textarea'>, 'name'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  /** Characters that fit; more can be typed or pasted, and is told. */
  most: number
}

/** Asks for more than one line that stays in this browser: without a name no form can send it. */
export function OwnArea({ id: name, label, hint, error, most, ...area }: OwnAreaProps) {
  const words = { name, label, hint, error }
  const { name: _, id, ...attributes } = controlAttributes(words, `field-${name}-count`)
  return (
    <FieldFrame {...words}>
      <textarea {...area} {...attributes} id={id} className="control" />
      <CharactersLeft areaId={id} most={most} />
    </FieldFrame>
  )
}
