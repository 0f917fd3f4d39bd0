import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { SelectField } from '~/ui/field'
import { Section } from '~/ui/page'
import { guides } from '../guides/rules'
import type { Sheet } from './sheet'

export type ChoicesProps = {
  sheet: Sheet
  choices: { teams: { id: string; name: string }[]; rounds: { id: string; number: number; closesOn: string }[] }
}

/** Another team, result or card for the sheet; a plain form that only asks for another address. */
export function Choices({ sheet, choices: { teams, rounds } }: ChoicesProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const ofRounds = rounds.map(({ id, number, closesOn }) => ({
    value: id,
    label: t('preparation.choose.roundOption', { number, date: inWords(closesOn, 'short') }),
  }))
  const ofGuides = guides.map(({ slug }) => ({ value: slug, label: t(`guides.name.${slug}`) }))
  return (
    <div className="no-print">
      <Section title={t('preparation.choose.title')} id="choose">
        <form method="get" action="/app/team-talks/prepare">
          {teams.length > 1 && (
            <Choice
              name="team"
              label={t('preparation.choose.team')}
              of={teams.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={sheet.team.id}
            />
          )}
          {rounds.length > 1 && (
            <Choice name="round" label={t('preparation.choose.round')} of={ofRounds} chosen={sheet.said?.round.id} />
          )}
          <Choice name="guide" label={t('preparation.choose.guide')} of={ofGuides} chosen={sheet.card.slug} />
          <ButtonRow>
            <Button kind="quiet">{t('preparation.choose.submit')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </div>
  )
}

type ChoiceProps = { name: string; label: string; of: { value: string; label: string }[]; chosen?: string }

const Choice = ({ name, label, of, chosen }: ChoiceProps) => (
  <SelectField key={chosen} name={name} label={label} defaultValue={chosen}>
    {of.map(({ value, label: words }) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </SelectField>
)
