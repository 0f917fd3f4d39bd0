/**
 * An attacker who knows the rules, sees all that is published, and has some colleagues' own answers. It lists every
 * world (who could have answered what) that fits, and calls it a leak when all of them agree about the rest of a group:
 * then it is certain that everybody else in it gave the same answer.
 */
export type World = readonly [favourable: number, middle: number, unfavourable: number]

export interface Attack {
  views: number
  leaks: number
  example?: string
}

/** Lists every way in which `people` answers fall into three classes. */
export function worldsOf(people: number): World[] {
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, i) => i)
  return upTo(people).flatMap(f => upTo(people - f).map((u): World => [f, people - f - u, u]))
}

/** Lists every coalition of at most `insiders` people over groups of these sizes: what its members answered, per group. */
function coalitionsOf(sizes: readonly number[], insiders: number): World[][] {
  const [size, ...others] = sizes
  if (size === undefined) return [[]]
  const here = Array.from({ length: Math.min(insiders, size) + 1 }, (_, members) => members)
  return here.flatMap(members =>
    worldsOf(members).flatMap(known => coalitionsOf(others, insiders - members).map(rest => [known, ...rest])),
  )
}

/** Lists every combination of worlds of groups of these sizes. */
export function allWorlds(sizes: readonly number[]): World[][] {
  return sizes.reduce<World[][]>((made, size) => made.flatMap(some => worldsOf(size).map(one => [...some, one])), [[]])
}

/** Attacks what is published about groups of these sizes, in every world and with every coalition. */
export function attackGroups(
  publish: (worlds: readonly World[]) => unknown,
  sizes: readonly number[],
  insiders: number,
): Attack {
  const seen = new Map<string, World[][]>()
  for (const worlds of allWorlds(sizes)) {
    const published = JSON.stringify(publish(worlds))
    seen.set(published, [...(seen.get(published) ?? []), worlds])
  }
  const attack: Attack = { views: 0, leaks: 0 }
  for (const [published, fitting] of seen) {
    for (const known of coalitionsOf(sizes, insiders)) {
      const others = fitting.map(worlds => worlds.map((world, group) => minus(world, known[group]))).filter(arePossible)
      if (others.length === 0) continue
      attack.views += 1
      if (!sizes.some((_, group) => allAgree(others, group))) continue
      attack.leaks += 1
      attack.example ??= `sizes ${sizes}, insiders ${JSON.stringify(known)}, published ${published}`
    }
  }
  return attack
}

/** Attacks one figure over a range of group sizes. */
export function attackFigure(
  publish: (n: number, favourable: number, unfavourable: number) => unknown,
  range: { from: number; to: number; insiders: number },
): Attack {
  const attack: Attack = { views: 0, leaks: 0 }
  for (let n = range.from; n <= range.to; n += 1) {
    const one = attackGroups(([world]) => world && publish(n, world[0], world[2]), [n], range.insiders)
    attack.views += one.views
    attack.leaks += one.leaks
    attack.example ??= one.example
  }
  return attack
}

function minus(world: World, known: World = [0, 0, 0]): World {
  return [world[0] - known[0], world[1] - known[1], world[2] - known[2]]
}

const arePossible = (worlds: readonly World[]) => worlds.every(world => world.every(count => count >= 0))

/** Tells whether in all these worlds the same one class holds everybody of the group (and there is somebody). */
function allAgree(fitting: readonly (readonly World[])[], group: number): boolean {
  const holdsAll = (world: World | undefined, at: number) =>
    world !== undefined && world[at] !== 0 && world.every((count, other) => other === at || count === 0)
  return [0, 1, 2].some(at => fitting.every(worlds => holdsAll(worlds[group], at)))
}

/** A figure as the attacker sees it: about which units, and how many people. */
export interface Seen {
  unitIds: readonly string[]
  n: number
}

/**
 * Subtracts from every published figure the published figures inside it, and lists how many people are left each time.
 * The figures are nested or apart, as they are in a tree.
 */
export function remaindersOf(published: readonly Seen[]): number[] {
  const isInside = (a: Seen, b: Seen) =>
    a.unitIds.length < b.unitIds.length && a.unitIds.every(id => b.unitIds.includes(id))
  return published.map(whole => {
    const inside = published.filter(one => isInside(one, whole))
    const largest = inside.filter(one => !inside.some(other => isInside(one, other)))
    return whole.n - largest.reduce((sum, one) => sum + one.n, 0)
  })
}
