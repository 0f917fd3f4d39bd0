import { type ComponentPropsWithoutRef, forwardRef, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { controlAttributes, FieldFrame, type FieldWords, fieldId } from './field'

type TextAreaProps = FieldWords & Omit<ComponentPropsWithoutRef<'textarea'>, 'name'>

/** Asks for more than one line, and says how many characters are left when there is a `maxLength`. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { name, label, hint, error, optional, onInput, ...area } = props
  const words = { name, label, hint, error, optional }
  const countId = area.maxLength ? `${fieldId(name)}-count` : undefined
  const [typed, setTyped] = useState(String(area.value ?? area.defaultValue ?? '').length)
  return (
    <FieldFrame {...words}>
      <textarea
        {...area}
        {...controlAttributes(words, countId)}
        ref={ref}
        className="control"
        onInput={event => {
          setTyped(event.currentTarget.value.length)
          onInput?.(event)
        }}
      />
      {countId && <CharactersLeft id={countId} most={area.maxLength ?? 0} typed={typed} />}
    </FieldFrame>
  )
})

type CharactersLeftProps = { id: string; most: number; typed: number }

/** Without JavaScript it names the most there may be; with it, what is left. Read aloud only when it gets tight. */
function CharactersLeft({ id, most, typed }: CharactersLeftProps) {
  const { t } = useWords()
  const [counts, setCounts] = useState(false)
  useEffect(() => setCounts(true), [])
  const left = most - typed
  const sentence = counts ? t('shell.field.charactersLeft', { count: left }) : t('shell.field.most', { count: most })
  return (
    <p className="field-count">
      <span id={id}>{sentence}</span>
      <span className="only-read-aloud" role="status">
        {counts && left <= most / 10 && left % 10 === 0 ? sentence : ''}
      </span>
    </p>
  )
}
