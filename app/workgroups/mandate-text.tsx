import { useWords } from '~/language/words'
import { RuleList } from './rule-text'
import type { MandateSaid } from './rules'

type MandateTextProps = { said: MandateSaid; sites: readonly { id: string; name: string }[] }

/** What a group may decide, with how many, in how much time, and who has to be at the table. */
export function MandateText({ said, sites }: MandateTextProps) {
  return (
    <>
      <p className="register-text">{said.words}</p>
      <Promised seats={said.seats} weeklyMinutes={said.weeklyMinutes} />
      <RuleList rules={said.rules} sites={sites} />
    </>
  )
}

/** How many seats a group has, and how much time each member is promised. */
export function Promised({ seats, weeklyMinutes }: Pick<MandateSaid, 'seats' | 'weeklyMinutes'>) {
  const { t, language } = useWords()
  const hours = new Intl.NumberFormat(language).format(weeklyMinutes / 60)
  return <p>{t('groups.seatsAndHours', { seats, hours })}</p>
}
