import { barrierLabel } from 'surveys/five-barriers/v1'
import type { Manifest } from '~/ballot-box/manifest'
import { type Figure, figuresOf, questionsIn } from '../figures'

export type FigureText = { nl: string; en: string; fr: string }

/** Returns the figures that readers see, with their words: a question as it was asked, a barrier by its name. */
export function figuresShown(questions: Manifest['questions']): (Pick<Figure, 'id' | 'kind'> & { text: FigureText })[] {
  const asked = new Map(questions.map(({ id, text_nl: nl, text_en: en, text_fr: fr }) => [id, { nl, en, fr }]))
  return figuresOf(questionsIn({ questions })).map(({ id, kind }) => ({
    id,
    kind,
    text: asked.get(id) ?? barrierLabel(id),
  }))
}
