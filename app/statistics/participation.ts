/** How much a result says about everyone who works here, by how many took part. */
export type Certainty = 'tooFew' | 'careful' | 'fair'

/** Out of a hundred. Below this a result says too little about everyone. @source instruments.md, section 3b, "Response" */
export const carefulFrom = 40

/** Out of a hundred. From here on a result is a fair picture. @source instruments.md, section 3b, "Response" */
export const fairFrom = 60

/**
 * Returns in which band the participation of a round lies. It is decided in whole numbers and never rounded up: 59.9 %
 * is no fair picture yet. Nobody who could have taken part is too few.
 * @source instruments.md, section 3b, "Response"
 */
export function participationBand(answered: number, couldAnswer: number): Certainty {
  if (couldAnswer === 0 || answered * 100 < carefulFrom * couldAnswer) return 'tooFew'
  return answered * 100 < fairFrom * couldAnswer ? 'careful' : 'fair'
}
