import { Cron } from 'croner'

type Job = { name: string; work: (at: Date) => Promise<unknown> }

/**
 * Wakes the jobs every minute. What is due stands in the database, so a job that is
 * skipped, late or done twice does no harm.
 *
 * @returns a way to stop that waits for the jobs under way.
 */
export function startTimetable(jobs: Job[], onFault: (job: string, fault: unknown) => void) {
  let underWay: Promise<unknown> = Promise.resolve()
  const tick = async () => {
    for (const { name, work } of jobs) await work(new Date()).catch(fault => onFault(name, fault))
  }
  const clock = new Cron('* * * * *', { protect: true, timezone: 'UTC' }, () => {
    underWay = tick()
    return underWay as Promise<void>
  })
  return () => {
    clock.stop()
    return underWay
  }
}
