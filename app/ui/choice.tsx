import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, type Ref } from 'react'
import { controlAttributes, FieldError, FieldHint, type FieldWords, fieldId, OptionalMark } from './field'

type InputProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'>

/** Asks for a yes by ticking. */
export const Checkbox = forwardRef<HTMLInputElement, FieldWords & InputProps>(function Checkbox(props, ref) {
  const { name, label, hint, error, optional, ...input } = props
  const words = { name, label, hint, error, optional }
  return (
    <div className="field">
      <FieldError {...words} />
      <label className="choice">
        <input {...input} {...controlAttributes(words)} ref={ref} type="checkbox" />
        <span className="choice-label">{label}</span>
        {hint && (
          <span className="choice-hint field-hint" id={`${fieldId(name)}-hint`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  )
})

/** One of a few answers to choose from. */
export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type ChoiceGroupProps = FieldWords & InputProps & { choices: readonly Choice[]; chosen?: readonly string[] }

/** Asks for one of a few, all in sight. With react-hook-form: `{...register(name)}`; `chosen` is what a plain form keeps. */
export const RadioGroup = forwardRef<HTMLInputElement, ChoiceGroupProps>(function RadioGroup(props, ref) {
  return <ChoiceGroup {...props} type="radio" inputRef={ref} />
})

/** Asks for any number of a few, all in sight. */
export const CheckboxGroup = forwardRef<HTMLInputElement, ChoiceGroupProps>(function CheckboxGroup(props, ref) {
  return <ChoiceGroup {...props} type="checkbox" inputRef={ref} />
})

type ChoiceGroupInnerProps = ChoiceGroupProps & { type: 'radio' | 'checkbox'; inputRef: Ref<HTMLInputElement> }

function ChoiceGroup({ choices, chosen, type, inputRef, ...props }: ChoiceGroupInnerProps) {
  const { name, label, hint, error, optional, ...input } = props
  const words = { name, label, hint, error, optional }
  const { id, ...attributes } = controlAttributes(words)
  return (
    <fieldset className="field" aria-describedby={attributes['aria-describedby']}>
      <legend className="field-label">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldHint {...words} />
      <FieldError {...words} />
      <div className="choices">
        {choices.map((choice, place) => (
          <label className="choice" key={choice.value}>
            <input
              {...input}
              name={name}
              aria-invalid={attributes['aria-invalid']}
              ref={inputRef}
              id={place === 0 ? id : `${id}-${place}`}
              type={type}
              value={choice.value}
              defaultChecked={chosen?.includes(choice.value)}
            />
            <span className="choice-label">{choice.label}</span>
            {choice.hint && <span className="choice-hint field-hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
