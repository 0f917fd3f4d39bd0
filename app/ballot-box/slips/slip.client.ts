import { watchRemark } from '../remark.client'
import { inGroups, plainSlipCode } from './slip-code'

// Nobody needs this script. It warns of words that tell who wrote a remark. It fills in the code that a card's square
// carries behind the `#` of its address, which browsers never send to a server, and takes it out of the history at
// once, also where nobody can answer yet.
const code = document.querySelector<HTMLInputElement>('#code')

function takeCarried() {
  const hash = location.hash.slice(1)
  if (hash === '' || document.getElementById(hash)) return
  history.replaceState(null, '', location.pathname + location.search)
  const carried = plainSlipCode(decodeURIComponent(hash))
  if (code && /^[0-9A-Z]{4,}$/.test(carried)) code.value = inGroups(carried)
}

takeCarried()
addEventListener('hashchange', takeCarried)

for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
  link.addEventListener('click', () => {
    link.hash = code?.value ?? ''
  })

const remark = document.querySelector('textarea')
if (remark) watchRemark(remark)

// What was typed is not shown again by going back.
addEventListener('pageshow', event => event.persisted && location.replace(location.href))
