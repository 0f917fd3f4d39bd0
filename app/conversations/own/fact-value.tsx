import { type Day, isDay } from '~/calendar'
import { useWords } from '~/language/words'
import type { Fact, Told } from '~/people/own/holdings'
import { type Role, roles } from '~/people/rules'
import { DayText } from '~/ui/day'
import { contracts, offices, shifts } from '~/workgroups/seats/rules'
import { choices } from '~/workgroups/votes/rules'
import { type ClockTime, clockIn } from '../clock'
import { type ConversationState, conversationStates, parties } from '../one-to-ones/rules'
import { planSights } from '../plan/rules'
import { recordDeeds } from '../record/rules'

type Value = Told[Fact]

/** Says one fact of what is held, in words of the reader; what has no words of its own stands as it is stored. */
export function FactValue({ fact, value, timeZone }: { fact: Fact; value: Value; timeZone: string }) {
  const say = useFactWords()
  if (typeof value === 'string' && isDay(value)) return <DayText day={value} />
  if (typeof value === 'string' && anInstant.test(value)) return <InstantText {...clockIn(timeZone, new Date(value))} />
  return <>{say(fact, value)}</>
}

/** As instants stand in the file that somebody takes along: ISO 8601, UTC. */
const anInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const InstantText = ({ day, time }: { day: Day; time: ClockTime }) => (
  <>
    <DayText day={day} /> {time}
  </>
)

function useFactWords() {
  const { t } = useWords()
  return (fact: Fact, value: Value): string => {
    if (typeof value === 'boolean') return t(value ? 'own.yes' : 'own.no')
    const text = String(value)
    switch (fact) {
      case 'publicKey':
        return `${text.slice(0, 24)}…`
      case 'role':
        return roles.includes(text as Role) ? t(`people.role.${text as Role}`) : text
      case 'as':
      case 'invitedBy':
        return knownIn(parties, text, word => t(`own.party.${word}`))
      case 'state':
        return knownIn(conversationStates, text, (word: ConversationState) => t(`own.state.${word}`))
      case 'deed':
        return knownIn(recordDeeds, text, word => t(`own.deed.${word}`))
      case 'sight':
        return knownIn(planSights, text, word => t(`plan.sight.${word}`))
      case 'office':
        return knownIn(offices, text, word => t(`groups.office.${word}`))
      case 'shift':
        return knownIn(shifts, text, word => t(`groups.shift.${word}`))
      case 'contract':
        return knownIn(contracts, text, word => t(`groups.contract.${word}`))
      case 'choice':
        return knownIn(choices, text, word => t(`own.choice.${word}`))
      case 'thing':
        return knownIn(['record', 'plan', 'ofAnother'] as const, text, word => t(`own.thing.${word}`))
      default:
        return text
    }
  }
}

function knownIn<Word extends string>(words: readonly Word[], text: string, say: (word: Word) => string): string {
  const known = words.find(word => word === text)
  return known ? say(known) : text
}
