import { type ComponentPropsWithoutRef, forwardRef, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { controlAttributes, FieldFrame, type FieldWords, fieldId } from './field'

type TextAreaProps = FieldWords & Omit<ComponentPropsWithoutRef<'textarea'>, 'name'>

/** Asks for more than one line, and says how many characters are left when there is a `maxLength`. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { name, label, hint, error, optional, ...area } = props
  const words = { name, label, hint, error, optional }
  const countId = area.maxLength ? `${fieldId(name)}-count` : undefined
  return (
    <FieldFrame {...words}>
      <textarea {...area} {...controlAttributes(words, countId)} ref={ref} className="control" />
      {area.maxLength && <CharactersLeft areaId={fieldId(name)} most={area.maxLength} />}
    </FieldFrame>
  )
})

/** Without JavaScript it names the most there may be; with it, what is left. Read aloud only when it gets tight. */
export function CharactersLeft({ areaId, most }: { areaId: string; most: number }) {
  const { t } = useWords()
  const typed = useTyped(areaId)
  const left = Math.max(0, most - (typed ?? 0))
  const sentence =
    typed === undefined ? t('shell.field.most', { count: most }) : t('shell.field.charactersLeft', { count: left })
  return (
    <p className="field-count">
      <span id={`${areaId}-count`}>{sentence}</span>
      <span className="only-read-aloud" role="status">
        {typed !== undefined && left <= most / 10 && left % 10 === 0 ? sentence : ''}
      </span>
    </p>
  )
}

/** Returns how many characters stand in an area, also when a form library or the browser put them there. */
function useTyped(areaId: string): number | undefined {
  const [typed, setTyped] = useState<number>()
  useEffect(() => {
    const area = document.getElementById(areaId) as HTMLTextAreaElement | null
    const count = () => setTyped(area?.value.length ?? 0)
    count()
    area?.addEventListener('input', count)
    return () => area?.removeEventListener('input', count)
  }, [areaId])
  return typed
}
