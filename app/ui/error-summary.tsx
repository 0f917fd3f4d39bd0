import { useEffect, useRef } from 'react'
import { useWords } from '~/language/words'
import { fieldId } from './field'

/** One thing to mend; without `name` it concerns the whole form. `label` names the field where several say the same. */
export type FormError = { name?: string; label?: string; message: string }

/**
 * Lists what is to be mended, each with the way to its field, and moves the focus to the first of them.
 * The page must render it above the form whenever an answer was not accepted.
 */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { t } = useWords()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = errors[0]?.name
    const field = first ? document.getElementById(fieldId(first)) : null
    const target = field ?? summary.current
    if (errors.length > 0) target?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{t('shell.field.errorsTitle', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ name, label, message }) => (
          <li key={`${name} ${message}`}>
            {name ? <a href={`#${fieldId(name)}`}>{label ? `${label}: ${message}` : message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}
