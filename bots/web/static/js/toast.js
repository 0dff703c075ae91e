// A word in passing, at the foot of the page.

import { announce, el, settle } from './dom.js'

let shown = null

export function toast(text, tone = 'plain') {
  shown?.remove()
  const node = el(`div.toast.toast-${tone}`, text)
  document.body.append(node)
  settle(node, { opacity: 0, transform: 'translateY(12px)' })
  announce(text)
  shown = node
  setTimeout(() => node.remove(), tone === 'refused' ? 6000 : 2400)
}
