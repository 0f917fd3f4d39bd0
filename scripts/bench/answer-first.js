// Runs inside a measured page: answers the first question as soon as the page reacts to it, and says when that was.
const isShown = element => element?.getClientRects().length > 0

const attempt = () => {
  if (document.readyState === 'loading') return
  const begin = document.querySelector('[data-do="begin"]')
  if (isShown(begin)) begin.click()
  const answer = [...document.querySelectorAll('input[type="radio"]')].find(isShown)
  if (!answer) return
  answer.click()
  const next = document.querySelector('[data-do="next"]')
  if (!answer.checked || (next && !isShown(next))) return
  answeredAt ??= performance.now()
  // The browser tells of the first paint a little after it happened.
  const [painted] = performance.getEntriesByName('first-contentful-paint')
  if (!painted) return
  clearInterval(timer)
  console.info(`answered ${JSON.stringify({ firstPaint: painted.startTime, interactive: answeredAt })}`)
}

let answeredAt
const timer = setInterval(attempt, 5)
document.addEventListener('DOMContentLoaded', attempt)
