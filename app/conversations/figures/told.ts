import { type PublishedFigure, sumOfFigures } from '~/pulses/disclosure/rules'
import { cellLabels } from '~/pulses/groups'
import { spreadsheet } from '~/pulses/results/files/export'
import type { UnitNode } from '~/pulses/units'
import { type Topic, topics } from '../record/words'
import type { Month } from './months'
import type { TalkFigure } from './rules'

/** What is told of a group: how its talks ended, and of the counted ones how many were about each topic. */
export type Told = { figure: PublishedFigure; topics: { topic: Topic; figure: PublishedFigure }[] }

/** A month as one reader sees it: the whole organisation, and the group that the reader is counted in. */
export type MonthTold = { month: Month; everybody?: Told; own?: Told & { labels: string[] } }

/** The tree of groups a month was counted in, and the unit of each team; both absent when nothing could be told. */
export type CountedIn = { tree?: UnitNode; unitOf?: Record<string, string> }

/** Returns what a reader sees of a month. The whole organisation is the sum of what was told, never a count of its own. */
export function monthTold(
  { month, tree, unitOf = {} }: CountedIn & { month: Month },
  figures: readonly TalkFigure[],
  teamId: string,
): MonthTold {
  if (figures.length === 0 || !tree) return { month }
  const unit = unitOf[teamId]
  const own = figures.find(one => one.about === 'endings' && unit && one.cellId.split('+').includes(unit))
  const everybody = toldOf(figures)
  if (!own) return { month, everybody }
  const ofCell = figures.filter(one => one.cellId === own.cellId)
  return { month, everybody, own: { ...toldOf(ofCell), labels: cellLabels(tree, own.cellId) } }
}

function toldOf(figures: readonly TalkFigure[]): Told {
  const about = (what: TalkFigure['about']) => figures.filter(one => one.about === what)
  return {
    figure: sumOfFigures(about('endings')),
    topics: topics.flatMap(topic => {
      const some = about(topic)
      return some.length > 0 ? [{ topic, figure: sumOfFigures(some) }] : []
    }),
  }
}

/** The columns of the file, always the same and in English: programs read them. */
const columns = ['month', 'group', 'about', 'people', 'yes_lowest', 'yes_highest', 'no_lowest', 'no_highest']

/** Writes what a reader sees as a table for spreadsheets: one line per figure and nothing else. */
export function toldAsCsv(months: readonly MonthTold[]): string {
  const lines = months.flatMap(({ month, everybody, own }) => [
    ...linesOf([month, 'everybody'], everybody),
    ...linesOf([month, own?.labels.join(' / ') ?? ''], own),
  ])
  return spreadsheet([columns, ...lines])
}

function linesOf(start: string[], told: Told | undefined) {
  if (!told) return []
  const line = (about: string, { n, favourable, unfavourable }: PublishedFigure) => [
    ...[...start, about, n, ...favourable, ...unfavourable],
  ]
  return [line('recorded', told.figure), ...told.topics.map(({ topic, figure }) => line(topic, figure))]
}
