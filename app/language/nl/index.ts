import afterTalk from './after-talk.json'
import attacks from './attacks.json'
import ballot from './ballot.json'
import board from './board.json'
import budget from './budget.json'
import checks from './checks.json'
import comments from './comments.json'
import councilKey from './council-key.json'
import cycle from './cycle.json'
import erasure from './erasure.json'
import evidence from './evidence.json'
import forms from './forms.json'
import gates from './gates.json'
import groupHours from './group-hours.json'
import groups from './groups.json'
import guides from './guides.json'
import ledger from './ledger.json'
import own from './own.json'
import people from './people.json'
import phases from './phases.json'
import plan from './plan.json'
import preparation from './preparation.json'
import promises from './promises.json'
import pulses from './pulses.json'
import readiness from './readiness.json'
import record from './record.json'
import recordKey from './record-key.json'
import results from './results.json'
import shell from './shell.json'
import slips from './slips.json'
import talkFigures from './talk-figures.json'
import talks from './talks.json'
import teamTalks from './team-talks.json'
import verdict from './verdict.json'
import vetoes from './vetoes.json'
import votes from './votes.json'
import witness from './witness.json'

export const catalogue = {
  afterTalk,
  attacks,
  ballot,
  board,
  budget,
  checks,
  comments,
  councilKey,
  cycle,
  erasure,
  evidence,
  forms,
  gates,
  groupHours,
  groups,
  guides,
  ledger,
  own,
  people,
  phases,
  plan,
  preparation,
  promises,
  pulses,
  readiness,
  record,
  recordKey,
  results,
  shell,
  slips,
  talkFigures,
  talks,
  teamTalks,
  verdict,
  vetoes,
  votes,
  witness,
}
