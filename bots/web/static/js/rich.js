// Text with what is worth touching in it: addresses, moments, commands, invite codes. Everything else stays plain.

import { el, icon } from './dom.js'
import { exact, moment, t } from './words.js'
import { toast } from './toast.js'

const PARTS = /(https?:\/\/[^\s<>"'「」『』、。]+)|<t:(\d+)>|((?:^|(?<=[\s(「:]))\/[a-z]{2,12}(?![\w/.]))/gm
const CODE_AT_END = /(?<![A-Z0-9-])([A-Z0-9]{4}(?:-[A-Z0-9]{4})+)$/

/** People's words: addresses become links, nothing more. */
export function words(text) {
  return pieces(text, false)
}

/** Our words: moments, commands and invite codes too. `fill` puts a command into the composer. */
export function ours(text, fill) {
  return text.split('\n').flatMap((line, index) => {
    const code = line.match(CODE_AT_END)
    const start = code ? line.slice(0, code.index) : line
    return [index ? '\n' : '', ...pieces(start, true, fill), code ? invite(code[1]) : '']
  })
}

function pieces(text, rich, fill) {
  const parts = []
  let end = 0
  for (const match of text.matchAll(PARTS)) {
    const [whole, address, time, command] = match
    if (!address && !rich) continue
    parts.push(text.slice(end, match.index))
    if (address) parts.push(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, address))
    else if (time) parts.push(el('time', { datetime: new Date(time * 1000).toISOString(), title: exact(time) }, moment(time)))
    else parts.push(el('button.command-link', { type: 'button', onclick: () => fill?.(`${command} `) }, command))
    end = match.index + whole.length
  }
  parts.push(text.slice(end))
  return parts
}

function invite(code) {
  const link = `${location.origin}/?invite=${encodeURIComponent(code)}`
  return el(
    'span.invite',
    el('code', code),
    el('button', { type: 'button', title: t('copy-code'), 'aria-label': t('copy-code'), onclick: () => copy(code) }, icon('copy')),
    el('button', { type: 'button', title: t('copy-link'), 'aria-label': t('copy-link'), onclick: () => copy(link) }, icon('link')),
  )
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = el('textarea.unseen', { readonly: true }, text) // no clipboard outside secure contexts
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  toast(t('copied'))
}
