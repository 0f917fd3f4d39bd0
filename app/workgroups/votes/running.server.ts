import { and, eq } from 'drizzle-orm'
import { type Db, proposals } from '#db'

/** Whether a vote of a group runs. Members are counted when it closes: until then nobody takes a seat in that group. */
export async function isVoting(from: Db, workgroupId: string): Promise<boolean> {
  const running = and(eq(proposals.workgroupId, workgroupId), eq(proposals.state, 'voting'))
  return (await from.select({ id: proposals.id }).from(proposals).where(running).limit(1)).length > 0
}
