import { useWords } from '~/language/words'
import type { SeatRule } from './seats/draw'
import { contracts, shifts } from './seats/rules'

/** Returns a writer of what a rule asks of somebody: a site by its name, a shift or a contract in words. */
export function useTraitWords() {
  const { t } = useWords()
  return ({ trait, value }: Pick<SeatRule, 'trait' | 'value'>): string => {
    const [shift, contract] = [shifts.find(one => one === value), contracts.find(one => one === value)]
    if (trait === 'shift' && shift) return t(`groups.shift.${shift}`)
    if (trait === 'contract' && contract) return t(`groups.contract.${contract}`)
    return value
  }
}

type RuleListProps = { rules: readonly SeatRule[]; sites?: readonly { id: string; name: string }[] }

/** Who has to be at the table, one rule a line. */
export function RuleList({ rules, sites = [] }: RuleListProps) {
  const { t } = useWords()
  const inWords = useTraitWords()
  const named = (value: string) => sites.find(site => site.id === value)?.name ?? value
  if (rules.length === 0) return <p>{t('groups.rules.none')}</p>
  return (
    <ul>
      {rules.map(({ trait, value, atLeast }) => (
        <li key={trait + value}>
          {t('groups.rules.line', { count: atLeast, what: inWords({ trait, value: named(value) }) })}
        </li>
      ))}
    </ul>
  )
}
