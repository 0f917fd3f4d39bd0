import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { useWords } from '~/language/words'

/** What every field says around its control. An `error` stands beside the field and is read with it. */
export type FieldWords = { name: string; label: ReactNode; hint?: ReactNode; error?: string; optional?: boolean }

/** Returns the id of a field's control, so that a summary of errors can point to it. */
export const fieldId = (name: string) => `field-${name.replaceAll(/[^\w-]/g, '-')}`

/** Returns the attributes that tie a control to its hint and its error. */
export function controlAttributes({ name, hint, error }: FieldWords, also?: string) {
  const id = fieldId(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`, also].filter(Boolean).join(' ')
  return { id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** Says in words that a field may stay empty. */
export function OptionalMark() {
  const { t } = useWords()
  return <span className="field-optional"> ({t('shell.field.optional')})</span>
}

/** Shows the hint of a field under its label. */
export const FieldHint = ({ name, hint }: Pick<FieldWords, 'name' | 'hint'>) =>
  hint ? (
    <p className="field-hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null

/** Shows what is wrong with a field, right beside it. */
export function FieldError({ name, error }: Pick<FieldWords, 'name' | 'error'>) {
  const { t } = useWords()
  if (!error) return null
  return (
    <p className="field-error" id={`${fieldId(name)}-error`}>
      <span>
        <span className="only-read-aloud">{t('shell.field.error')} </span>
        {error}
      </span>
    </p>
  )
}

/** Sets label, hint and error around one control. */
export function FieldFrame({ children, ...words }: FieldWords & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId(words.name)}>
        {words.label}
        {words.optional && <OptionalMark />}
      </label>
      <FieldHint {...words} />
      <FieldError {...words} />
      {children}
    </div>
  )
}

type TextFieldProps = FieldWords & Omit<ComponentPropsWithoutRef<'input'>, 'name'> & { width?: 'short' }

/** Asks for one line of text, a number, an address or, with `type="date"`, a day. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { name, label, hint, error, optional, width, ...input } = props
  const words = { name, label, hint, error, optional }
  return (
    <FieldFrame {...words}>
      <input type="text" {...input} {...controlAttributes(words)} ref={ref} className="control" data-width={width} />
    </FieldFrame>
  )
})

/** Asks for a day; the browser shows its own calendar in the reader's language. */
export const DateField = forwardRef<HTMLInputElement, TextFieldProps>(function DateField(props, ref) {
  return <TextField {...props} ref={ref} type="date" />
})

type SelectFieldProps = FieldWords & Omit<ComponentPropsWithoutRef<'select'>, 'name'>

/** Asks for one of many; for up to seven choices `RadioGroup` is kinder. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(props, ref) {
  const { name, label, hint, error, optional, ...select } = props
  const words = { name, label, hint, error, optional }
  return (
    <FieldFrame {...words}>
      <select {...select} {...controlAttributes(words)} ref={ref} className="control" />
    </FieldFrame>
  )
})
