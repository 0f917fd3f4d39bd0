import ballot from './ballot.json'
import people from './people.json'
import pulses from './pulses.json'
import results from './results.json'
import shell from './shell.json'

export const catalogue = { ballot, people, pulses, results, shell }
