import { data } from '@remix-run/node'

/** Answers that somebody tried too often, and after how many seconds the next try may come. */
export const tooManyTries = (waitSeconds: number) =>
  data({ ok: false, waitSeconds } as const, { status: 429, headers: { 'Retry-After': String(waitSeconds) } })
