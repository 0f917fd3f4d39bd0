import { opensVote, othersConsent, votes } from './deciding'
import { expect, test } from './house'
import { atLaptop, onPhone, type Somebody, somebodyAs } from './story'

// A pilot of password resets: open for twenty percent, a veto against sixty, persuaded, sixty, and a veto again. The
// working group, management and the works council each do what only they can; a program asks how the gate stands.

const gate = '/app/gates/G-2'
const answer = 'Wie geen code krijgt, komt voortaan binnen een minuut bij een mens, ook in de nacht.'
let member: Somebody

test.describe.configure({ mode: 'serial' })

/** Asks for the gate as a program does that routes customers. */
const asked = async ({ page }: Somebody) => (await page.request.get('/gates/G-2.json')).json()

test('a veto that stands shuts the gate, whoever wants it open', async ({ browser, baseURL }) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await lead.page.goto(gate)
  await lead.findsNoBarrier()
  expect(await asked(lead)).toMatchObject({ state: 'blocked', volumePct: 0, reasons: ['vetoStands'] })
  await lead.page.goto(`${gate}/open?step=1`)
  await lead.sees('gates.opening.held')
  await expect(lead.page.getByRole('button', { name: lead.say('gates.opening.do.open') })).toHaveCount(0)
})

test('the last vote of the group persuades it, and then sixty of a hundred customers come in', async ({
  browser,
  baseURL,
}) => {
  member = await somebodyAs(onPhone({ browser, baseURL }), 'workgroupMember')
  await member.page.goto('/app/vetoes')
  await member.findsNoBarrier()
  await member.page.locator('main a[href="/app/vetoes/X-2"]').first().click()
  await member.sees('vetoes.act.persuaded.title')
  await member.findsNoBarrier()
  await member.page.goto('/app/vetoes/X-2/propose?move=persuaded')
  await member.findsNoBarrier()
  await member.writes('reason', 'De nieuwe weg werkte bij alle tien klanten.')
  await member.press('vetoes.act.persuaded.submit')
  // The group votes on that already; the one who asks again is the last to vote.
  await member.sees('votes.vote.title')
  await member.findsNoBarrier()
  await votes(member, 'consent')
  await member.sees('votes.state.adopted')
  await member.findsNoBarrier()

  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  expect(await asked(lead)).toMatchObject({ volumePct: 0, reasons: ['notOpened'] })
  await lead.page.goto(`${gate}/open?step=1`)
  await lead.findsNoBarrier()
  await lead.page.getByRole('button', { name: lead.say('gates.opening.do.open') }).click()
  await expect.poll(async () => (await asked(lead)).volumePct).toBe(60)
  await lead.page.goto('/gates/G-2')
  await lead.findsNoBarrier()
})

test('a third of the group is enough to shut it again at once, and management answers by its clock', async ({
  browser,
  baseURL,
  house,
}) => {
  await member.page.goto(`${gate}/veto`)
  await member.page.locator('input[name="against"]').first().check()
  await member.writes('evidence', 'Vannacht wachtten negen klanten langer dan een kwartier.')
  await member.writes('persuade', 'Een week zonder wachten in de nacht.')
  await member.findsNoBarrier()
  await member.press('vetoes.new.submit')
  const proposal = await opensVote(member)
  await othersConsent(proposal, { house, groupId: 'W-1', but: 'jelle.amrani', most: 3 })
  expect(await asked(member)).toMatchObject({ volumePct: 60 })
  await votes(member, 'consent')
  await member.sees('votes.state.adopted')
  expect(await asked(member)).toMatchObject({ state: 'blocked', volumePct: 0, reasons: ['vetoStands'] })

  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  await director.page.goto('/app/vetoes/X-3/answer?move=answer')
  await director.findsNoBarrier()
  await director.writes('reason', answer)
  await director.press('vetoes.act.preview')
  await director.findsNoBarrier()
  await director.press('vetoes.act.answer.submit')
  await expect(director.page).toHaveURL(/\/app\/vetoes\/X-3$/)
  await member.page.goto('/app/vetoes/X-3')
  await expect(member.page.getByText(answer)).toBeVisible()
})

test('the works council takes its key back, and anybody can read why the gate is shut', async ({
  browser,
  baseURL,
}) => {
  const council = await somebodyAs(onPhone({ browser, baseURL }), 'worksCouncil')
  await council.page.goto(`${gate}/key?step=1`)
  await council.findsNoBarrier()
  await council.writes('note', 'De directie gaf nieuwe gegevens. Wij lezen die eerst.')
  await council.press('gates.key.look')
  await council.findsNoBarrier()
  await council.page.locator('main button[value="publish"]').click()
  await expect(council.page).toHaveURL(/\/app\/gates\/G-2/)
  expect((await asked(council)).reasons).toEqual(['formalKeyMissing', 'vetoStands'])
  for (const path of ['/gates', '/gates/G-2', '/groups']) {
    await council.page.goto(path)
    await council.findsNoBarrier()
  }
})
