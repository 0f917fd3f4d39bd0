import type { PromiseStatus } from '~/promises/words'
import type { GroupResult } from '~/pulses/results/group/rules'
import type { Board } from '../board/rules'
import type { GuideSlug, GuideWords } from '../guides/rules'
import type { AgreementOwner } from '../team/rules'
import type { CardReason, SheetAsked } from './rules'

/** What one round says of the group that holds the team, with which round it is. */
export type RoundSaid = GroupResult & { round: { id: string; number: number; closesOn: string } }

/** A promise as a line shows it. */
export type PromiseSaid = { id: string; text: string; dueOn: string; status: PromiseStatus; isOverdue: boolean }

/** An agreement as the sheet tells it: what, which role, by when. */
export type AgreementSaid = { id: string; action: string; owner: AgreementOwner; dueOn: string; isLate: boolean }

/** All that stands on the sheet for one talk. There is no place on it for anything about a person. */
export interface Sheet {
  team: { id: string; name: string }
  madeOn: string
  asked: SheetAsked
  /** The last published result, or the one that was asked for; nothing before there is any. */
  said?: RoundSaid
  /** The last check up to then; the same round when that one asked the check. */
  check?: RoundSaid
  card: { slug: GuideSlug; reason: CardReason; words: GuideWords }
  promises: { rows: PromiseSaid[]; left: number }
  agreements: { rows: AgreementSaid[]; left: number }
  board: { board: Board; left: number }
}
