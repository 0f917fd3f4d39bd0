import { watchRemark } from '../remark.client'

// A tablet that everybody shares goes back to its start when nobody touches it, after counting down in sight.
const { start = '', stage } = document.documentElement.dataset

/** Seconds without a touch before the tablet asks whether somebody is still there. @source our own choice: long enough to read any question twice */
const patienceSeconds = 60

/** Seconds of counting down after that. @source WCAG 2.2, 2.2.1: at least 20, and it can be stopped by one key */
const warningSeconds = 20

const dialog = document.querySelector<HTMLDialogElement>('dialog')
const countdown = document.querySelector<HTMLElement>('[data-countdown]')
let deadline = 0
let ticking: ReturnType<typeof setInterval> | undefined

/** Leaves nothing to go back to: this page gives its place in the history to the start. */
function beginAnew() {
  document.querySelector('form')?.reset()
  location.replace(start)
}

function countDown(seconds: number) {
  deadline = Date.now() + seconds * 1000
  clearInterval(ticking)
  ticking = setInterval(tick, 250)
  tick()
}

function tick() {
  const left = Math.ceil((deadline - Date.now()) / 1000)
  for (const place of document.querySelectorAll('[data-seconds]')) place.textContent = String(Math.max(left, 0))
  if (dialog && !dialog.open && left <= warningSeconds) dialog.showModal()
  if (left <= 0) beginAnew()
}

/** Gives somebody who is there all the time once more, as often as they ask. */
function stay() {
  if (dialog?.open) dialog.close()
  if (countdown) countdown.hidden = true
  countDown(patienceSeconds + warningSeconds)
}

if (stage !== 'start') {
  if (countdown) {
    countdown.hidden = false
    countDown(Number(countdown.dataset.countdown))
  } else countDown(patienceSeconds + warningSeconds)
  // Touching anything says the same as the button, until the question is asked.
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'])
    addEventListener(kind, () => !dialog?.open && !(countdown && !countdown.hidden) && stay(), { passive: true })
  dialog?.addEventListener('cancel', stay)
}

for (const button of document.querySelectorAll('[data-stay]')) button.addEventListener('click', stay)
for (const link of document.querySelectorAll('[data-leave]'))
  link.addEventListener('click', event => {
    event.preventDefault()
    beginAnew()
  })

const remark = document.querySelector('textarea')
if (remark) watchRemark(remark)

// A page kept by the browser still shows what the last person typed.
addEventListener('pageshow', event => event.persisted && beginAnew())
