type Waiting<Asked, Answer> = { asked: Asked; resolve: (answer: Answer) => void; reject: (fault: unknown) => void }

/**
 * Makes one piece of work of whatever waits at the same moment, so that many share one write to disk.
 * While a group is being worked on the next one gathers; nobody waits for company.
 *
 * @param most how many go into one group, so that no group holds up the other writers for long
 * @param work answers a group in its order; an answer that is an `Error` is thrown to its own asker only
 */
export function together<Asked, Answer>(most: number, work: (group: Asked[]) => Promise<(Answer | Error)[]>) {
  const waiting: Waiting<Asked, Answer>[] = []
  let isBusy = false
  const workOff = async () => {
    while (waiting.length > 0) await answerGroup(waiting.splice(0, most), work)
    isBusy = false
  }
  return (asked: Asked) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(workOff)
    })
}

async function answerGroup<Asked, Answer>(
  group: Waiting<Asked, Answer>[],
  work: (group: Asked[]) => Promise<(Answer | Error)[]>,
) {
  try {
    const answers = await work(group.map(({ asked }) => asked))
    group.forEach(({ resolve, reject }, place) => {
      const answer = answers[place]!
      if (answer instanceof Error) reject(answer)
      else resolve(answer)
    })
  } catch (fault) {
    for (const { reject } of group) reject(fault)
  }
}
