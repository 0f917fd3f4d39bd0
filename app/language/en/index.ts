import attacks from './attacks.json'
import ballot from './ballot.json'
import checks from './checks.json'
import comments from './comments.json'
import councilKey from './council-key.json'
import erasure from './erasure.json'
import evidence from './evidence.json'
import forms from './forms.json'
import guides from './guides.json'
import ledger from './ledger.json'
import people from './people.json'
import promises from './promises.json'
import pulses from './pulses.json'
import readiness from './readiness.json'
import results from './results.json'
import shell from './shell.json'
import slips from './slips.json'
import verdict from './verdict.json'
import witness from './witness.json'

export const catalogue = {
  attacks,
  ballot,
  checks,
  comments,
  councilKey,
  erasure,
  evidence,
  forms,
  guides,
  ledger,
  people,
  promises,
  pulses,
  readiness,
  results,
  shell,
  slips,
  verdict,
  witness,
}
