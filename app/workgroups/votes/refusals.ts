import type { PollRefusal } from '../polls/rules'
import type { HandingRefusal, PresentingRefusal } from '../presenting/rules'
import type { CastingRefusal, OpeningRefusal } from './rules'

/** Why something about a proposal is refused; every language has a sentence for each. */
export type ProposalRefusal =
  | CastingRefusal
  | OpeningRefusal
  | PresentingRefusal
  | HandingRefusal
  | PollRefusal
  | 'noSuchGroup'
  | 'noSuchProposal'
  | 'alreadyProposed'
  | 'changedMeanwhile'
  | 'takenAlong'
  | 'wordedFromDetail'
