import { expect, test } from 'vitest'
import { z } from 'zod'
import { catalogues } from '~/language/catalogues.server'
import { checkForm, formProblems } from '~/ui/form-problems'
import { parseForm } from '~/ui/parse-form.server'

const schema = z.object({
  name: z.string().trim().min(1).max(5),
  email: z.email(),
  day: z.iso.date(),
  kind: z.enum(['a', 'b']),
  score: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(10)),
  tags: z.array(z.string()).min(2),
  again: z.string().refine(value => value === 'x', 'notTheSame'),
})

test('what is wrong is told in our own words, never in those of a library', () => {
  const wrong = { name: 'abcdef', email: 'x', day: '2026-02-30', kind: 'c', score: '11', tags: ['x'], again: 'y' }
  const checked = checkForm(schema, wrong)
  expect(checked).toEqual({
    ok: false,
    problems: {
      name: 'tooLong',
      email: 'notAnEmail',
      day: 'notADay',
      kind: 'notAChoice',
      score: 'tooBig',
      tags: 'tooFew',
      again: 'notTheSame',
    },
  })
  const unmapped = schema.safeParse(wrong).error!.issues.map(({ message }) => message)
  expect(
    unmapped.every(message => formProblems.some(word => word === message)),
    'control: zod speaks English',
  ).toBe(false)
})

test('what was left empty or not sent is asked for', () => {
  const checked = checkForm(schema, { name: ' ', email: '', kind: '' })
  expect(checked.ok ? {} : checked.problems).toMatchObject({
    name: 'required',
    email: 'required',
    day: 'required',
    kind: 'required',
  })
})

test('every problem has a sentence in every language', () => {
  for (const { forms } of Object.values(catalogues))
    expect(Object.keys(forms).toSorted()).toEqual(formProblems.toSorted())
})

const sent = (values: [string, string][]) =>
  new Request('http://localhost/app/x', { method: 'POST', body: new URLSearchParams(values) })

test('what was typed comes back, but no password, and nothing is guessed or poisoned', async () => {
  const form = z.object({ comment: z.string(), myPassword: z.string(), days: z.array(z.string()), missing: z.string() })
  const answer = await parseForm(
    sent([
      ['comment', '123'],
      ['myPassword', 'geheim'],
      ['days', 'ma'],
      ['days', 'di'],
      ['__proto__', 'x'],
      ['__proto__.polluted', 'yes'],
    ]),
    form,
  )
  expect(answer).toMatchObject({
    ok: false,
    problems: { missing: 'required' },
    values: { comment: '123', days: ['ma', 'di'] },
  })
  expect(JSON.stringify(answer)).not.toContain('geheim')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a character that no text holds is a fault in its field, and does not come back', async () => {
  const sent = (name: string) => {
    const body = new URLSearchParams({ name, email: 'a@b.nl' })
    return parseForm(new Request('http://localhost', { method: 'POST', body }), z.object({ name: z.string() }))
  }
  expect(await sent('An\0na')).toEqual({ ok: false, problems: { name: 'notRight' }, values: { email: 'a@b.nl' } })
  expect((await sent('Anna')).ok, 'control').toBe(true)
})
