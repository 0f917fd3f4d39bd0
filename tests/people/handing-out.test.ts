import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, signInLinks } from '#db'
import { config } from '~/config.server'
import * as linkDoor from '~/routes/app.people.$personId.link'
import { asPersonIn, formPost, foundOrganisation, hire } from './cast'

const args = (request: Request, params = {}) => ({ request, params, context: {} }) as never

beforeAll(async () => {
  await foundOrganisation()
  await hire('ada@voorbeeld.nl', ['agent'])
  await hire('admin@voorbeeld.nl', ['platformAdmin'])
  await hire('raadslid@voorbeeld.nl', ['worksCouncil', 'platformAdmin'])
  await hire('directeur@voorbeeld.nl', ['executive'])
})

describe('a link for somebody whose word is half of a decision', () => {
  const whose = ['raadslid', 'directeur']
  const address = config.smtpUrl
  afterEach(() => {
    config.smtpUrl = address
  })
  const linkFor = async (personId: string) => {
    const request = await asPersonIn('admin', `/app/people/${personId}/link`, formPost({}))
    return (await linkDoor.action(args(request, { personId }))) as { data: { address?: string }; init: object | null }
  }
  const cautionFor = async (personId: string) =>
    (await linkDoor.loader(args(await asPersonIn('admin', `/app/people/${personId}/link`), { personId }))).caution

  test('is not made by an administrator where mail is sent', async () => {
    config.smtpUrl = 'smtp://127.0.0.1:1'
    for (const personId of whose) {
      expect(await linkFor(personId)).toMatchObject({ data: { address: undefined }, init: { status: 409 } })
      expect(await cautionFor(personId)).toBe('asksByMail')
    }
    expect((await db.select().from(signInLinks)).filter(one => whose.includes(one.personId))).toEqual([])
    expect((await linkFor('ada')).data.address, 'for others it is').toContain('/app/sign-in/')
  })

  test('control: where no mail is sent it is made, with a warning', async () => {
    config.smtpUrl = undefined
    for (const personId of whose) {
      expect((await linkFor(personId)).data.address).toContain('/app/sign-in/')
      expect(await cautionFor(personId)).toBe('risky')
    }
    expect(await cautionFor('ada')).toBeUndefined()
  })
})
