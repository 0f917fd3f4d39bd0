type Known<Value> = { number: number; value: Promise<Value> }
type Named = { id: string; number: number; resultsSha256: string | null }

/**
 * Reads what is published of a round once: it never changes, and the hash of its figures says that it is the same. A
 * read that failed is tried again. Of more rounds than fit the latest stay, so a look at all of them reads only the rest.
 * @param most rounds kept in memory
 */
export function readOnce<Round extends Named, Value>(
  read: (round: Round) => Promise<Value>,
  most: number,
): (round: Round) => Promise<Value> {
  const known = new Map<string, Known<Value>>()
  const keep = (name: string, one: Known<Value>) => {
    known.set(name, one)
    one.value.catch(() => known.get(name) === one && known.delete(name))
    if (known.size > most) known.delete(earliestIn(known))
  }
  return round => {
    const name = `${round.id} ${round.resultsSha256}`
    const value = known.get(name)?.value ?? read(round)
    if (!known.has(name)) keep(name, { number: round.number, value })
    return value
  }
}

const earliestIn = (known: ReadonlyMap<string, { number: number }>) =>
  [...known].reduce((earliest, one) => (one[1].number < earliest[1].number ? one : earliest))[0]
