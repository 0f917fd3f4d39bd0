import type { Direction } from '../criteria'

/** Criteria to begin with; their words stand in the catalogue. The figures are a first proposal: the group decides. */
export const templates = {
  correctAnswers: { direction: 'atLeast', thresholdMilli: 90_000, minimumVolume: 200 },
  handedOverWell: { direction: 'atLeast', thresholdMilli: 95_000, minimumVolume: 50 },
  complaints: { direction: 'atMost', thresholdMilli: 5_000, minimumVolume: 500 },
  csat: { direction: 'atLeast', thresholdMilli: 4_000, minimumVolume: 100 },
  repeatContact: { direction: 'atMost', thresholdMilli: 15_000, minimumVolume: 200 },
  usability: { direction: 'atLeast', thresholdMilli: 70_000, minimumVolume: 8 },
  customerPanel: { direction: 'atLeast', thresholdMilli: 80_000, minimumVolume: 10 },
  escalations: { direction: 'atMost', thresholdMilli: 2_000, minimumVolume: 200 },
  handlingTime: { direction: 'atMost', thresholdMilli: 8_000, minimumVolume: 100 },
} as const satisfies Record<string, { direction: Direction; thresholdMilli: number; minimumVolume: number }>

export type Template = keyof typeof templates
export const templateNames = Object.keys(templates) as Template[]

/** Returns whether a word names a template. */
export const isTemplate = (word: string | null): word is Template => word !== null && Object.hasOwn(templates, word)
