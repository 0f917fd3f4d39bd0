import { useWords } from '~/language/words'
import { TextField } from '~/ui/field'
import type { FormProblem } from '~/ui/form-problems'
import { TextArea } from '~/ui/text-area'
import { longestMandate, mostHours, mostSeats } from './form'
import { type RuleField, ruleFieldsFor } from './rule-fields'
import { useTraitWords } from './rule-text'
import { seatTraits } from './seats/rules'

type Site = { id: string; name: string }
type FieldOf = (name: 'words' | 'seats' | 'weeklyHours') => { name: string; error?: string; defaultValue?: string }

/** Asks for what a group may decide, and with how many it does so in how much time. */
export function MandateFields({ field }: { field: FieldOf }) {
  const { t } = useWords()
  const words = (name: 'words' | 'seats' | 'weeklyHours') => ({
    ...field(name),
    label: t(`groups.form.${name}`),
    hint: t(`groups.form.${name}Hint`),
  })
  return (
    <>
      <TextArea {...words('words')} maxLength={longestMandate} rows={8} required />
      <TextField {...words('seats')} type="number" min={3} max={mostSeats} width="short" required />
      <TextField {...words('weeklyHours')} type="number" min={0.5} max={mostHours} step={0.5} width="short" required />
    </>
  )
}

type RuleFieldsProps = {
  sites: readonly Site[]
  filled: Record<string, string | string[]>
  problems?: Record<string, FormProblem>
}

/** Asks who has to be at the table: for each site, shift and contract how many at least. */
export function RuleFields({ sites, filled, problems = {} }: RuleFieldsProps) {
  const { t } = useWords()
  const fields = ruleFieldsFor(sites.map(({ id }) => id))
  return (
    <>
      <h2>{t('groups.form.rules')}</h2>
      <p>{t('groups.form.rulesHint')}</p>
      <div className="columns">
        {seatTraits.map(trait => (
          <fieldset className="field" key={trait}>
            <legend className="field-label">{t(`groups.trait.${trait}`)}</legend>
            {fields
              .filter(one => one.trait === trait)
              .map(one => (
                <AtLeast key={one.name} {...one} sites={sites} filled={filled} problem={problems[one.name]} />
              ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}

type AtLeastProps = RuleField & Pick<RuleFieldsProps, 'sites' | 'filled'> & { problem?: FormProblem }

function AtLeast({ name, trait, value, sites, filled, problem }: AtLeastProps) {
  const { t } = useWords()
  const inWords = useTraitWords()
  const what = sites.find(({ id }) => id === value)?.name ?? value
  return (
    <TextField
      name={name}
      label={inWords({ trait, value: what })}
      type="number"
      min={0}
      max={mostSeats}
      width="short"
      defaultValue={String(filled[name] ?? '0')}
      error={problem && t(`forms.${problem}`)}
    />
  )
}
