import type { Atom, Story } from '../attackers/over-time'

/** Makes people who are always in the same unit as each other. */
export const atom = (size: number, ...unitPerRound: (string | undefined)[]): Atom => ({ size, unitPerRound })

const two = (atoms: Atom[], cellsPerRound: Story['cellsPerRound']): Story => ({ atoms, cellsPerRound })
const one = [[['1']], [['1']]]
const apart = [['1'], ['2']]
const merged = [['1', '2']]

/** What may happen between two rounds, by what people would call it. */
export const stories: Record<string, readonly Story[]> = {
  'a few come and leave': [7, 8, 9, 10, 12].flatMap(n =>
    [0, 1, 2, 3].flatMap(left =>
      [0, 1, 2]
        .filter(joined => n - left + joined >= 7)
        .map(joined => two([atom(n - left, '1', '1'), atom(left, '1'), atom(joined, undefined, '1')], one)),
    ),
  ),
  'eight leave at once': [14, 16].flatMap(n =>
    [0, 1]
      .filter(joined => n - 8 + joined >= 7)
      .map(joined => two([atom(n - 8, '1', '1'), atom(8, '1'), atom(joined, undefined, '1')], one)),
  ),
  'units are cut anew': [
    [7, 1, 7],
    [8, 2, 7],
    [8, 3, 8],
    [9, 3, 9],
  ].map(([a, b, c]) =>
    two(
      [atom(a!, '1', '1'), atom(b!, '2', '2'), atom(c!, '3', '3')],
      [
        [['1'], ['2', '3']],
        [['1', '2'], ['3']],
      ],
    ),
  ),
  'a cell falls apart': [
    [8, 8, 1],
    [9, 8, 2],
    [8, 8, 3],
  ].map(([a, b, c]) => two([atom(a!, '1', '1'), atom(b!, '2', '2'), atom(c!, '1')], [merged, apart])),
  'two cells become one': [
    [8, 8, 1],
    [9, 8, 2],
  ].map(([a, b, c]) => two([atom(a!, '1', '1'), atom(b!, '2', '2'), atom(c!, '1')], [apart, merged])),
  'somebody moves to the other unit': [
    [8, 8, 1],
    [9, 8, 2],
  ].map(([a, b, c]) => two([atom(a!, '1', '1'), atom(b!, '2', '2'), atom(c!, '1', '2')], [apart, apart])),
  'seven move and one leaves': [
    two([atom(7, '1', '1'), atom(7, '1', '2'), atom(1, '1'), atom(7, '2', '2')], [apart, apart]),
  ],
  'a unit falls apart under new names': [
    two([atom(8, '1', '8'), atom(8, '1', '9'), atom(1, '1')], [[['1']], [['8'], ['9']]]),
  ],
  'eight leave and seven come back': [
    two([atom(10, '1', '1', '1'), atom(7, '1', undefined, '1'), atom(1, '1')], [...one, [['1']]]),
  ],
  'somebody is ill': [1, 2].map(ill => two([atom(10, '1', '1'), { ...atom(ill, '1', '1'), silentIn: [1] }], one)),
  'somebody is ill while another comes': [
    two([atom(9, '1', '1'), { ...atom(1, '1', '1'), silentIn: [1] }, atom(1, undefined, '1')], one),
  ],
  'somebody leaves and comes back': [
    two([atom(8, '1', '1', '1'), atom(1, '1', undefined, '1'), atom(1, undefined, '1')], [...one, [['1']]]),
  ],
}
