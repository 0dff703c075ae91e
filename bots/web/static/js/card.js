// A card of the desk as the page draws it: words, film, progress, facts, buttons.

import { el, icon, settle } from './dom.js'
import { film, sketch } from './film.js'
import { ours } from './rich.js'
import { exact, left, moment, t } from './words.js'

const TONES = { refusal: 'ticket', error: 'ticket' }

/** Draw a card into its message; `act` knows what a button and a command do. */
export function drawCard(card, act) {
  const node = el('div.card', { 'data-tone': card.tone })
  for (const [name, part] of Object.entries(parts(card, act))) if (part) node.append(named(part, name))
  return node
}

/** Change a drawn card in place: what is the same stays (a film keeps playing, the bar glides on). */
export function changeCard(node, before, after, act) {
  node.dataset.tone = after.tone
  if (before.progress && after.progress) moveBar(node.querySelector('.progress'), after.progress)
  const drawn = parts(after, act)
  let last = null
  for (const name of ORDER) {
    const old = node.querySelector(`:scope > [data-part="${name}"]`)
    const same = JSON.stringify(source(before, name)) === JSON.stringify(source(after, name))
    const kept = old && (same || (name === 'progress' && before.progress && after.progress))
    let part = kept ? old : drawn[name]
    if (!kept) {
      old?.remove()
      if (part) {
        named(part, name)
        if (last) last.after(part)
        else node.prepend(part)
        settle(part)
      }
    }
    last = part ?? last
  }
}

const ORDER = ['words', 'film', 'plate', 'progress', 'facts', 'buttons']
const SOURCES = {
  words: ['text', 'tone'],
  film: ['media', 'sketch'],
  plate: ['title', 'author', 'tone'],
  progress: ['progress'],
  facts: ['facts', 'likes', 'comments'],
  buttons: ['buttons', 'form'],
}
const source = (card, name) => SOURCES[name].map((key) => card[key] ?? null)
const named = (part, name) => {
  part.dataset.part = name
  return part
}

function parts(card, act) {
  return {
    words: card.text ? wordsOf(card, act) : null,
    film: card.media ? film(card.media) : card.sketch ? sketch(card.sketch) : null,
    plate: card.title ? plate(card) : null,
    progress: card.progress ? bar(card.progress) : null,
    facts: factsOf(card),
    buttons: buttonsOf(card, act),
  }
}

function wordsOf(card, act) {
  const mark = TONES[card.tone] ? el('span.card-mark', icon('close')) : null
  return el('div.card-words', mark, el('p.card-text', { dir: 'auto' }, ours(card.text, act.fill)))
}

function plate(card) {
  return el('div.plate', el('h3.plate-title', { dir: 'auto' }, card.title), card.author ? el('p.plate-author', { dir: 'auto' }, card.author) : null)
}

function bar(progress) {
  const node = el(
    'div.progress',
    { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' },
    el('div.progress-words', el('span.progress-label'), el('span.progress-left')),
    el('div.track', el('div.track-done'), el('img.track-puppet', { src: '/static/art/cat.svg', alt: '', width: '46', height: '40' })),
  )
  moveBar(node, progress)
  return node
}

function moveBar(node, progress) {
  const waiting = progress.fraction === null
  const percent = waiting ? 0 : Math.round(progress.fraction * 100)
  node.classList.toggle('waiting', waiting)
  node.style.setProperty('--done', `${percent}%`)
  if (waiting) node.removeAttribute('aria-valuenow')
  else node.setAttribute('aria-valuenow', percent)
  node.setAttribute('aria-valuetext', waiting ? progress.label : `${progress.label} ${t('percent', { percent })}`)
  node.querySelector('.progress-label').textContent = progress.label
  const words = waiting ? [] : [t('percent', { percent })]
  if (progress.seconds_left !== null && (!waiting || progress.seconds_left >= 1)) {
    words.push(waiting ? t('starts-in', { seconds: Math.round(progress.seconds_left) }) : left(progress.seconds_left))
  }
  node.querySelector('.progress-left').textContent = words.join(' · ')
}

function factsOf(card) {
  const facts = (card.facts ?? []).map((fact) =>
    el('div.fact', el('dt', fact.label), el('dd', fact.at ? el('time', { title: exact(fact.at) }, moment(fact.at)) : fact.value)),
  )
  if (card.likes) facts.push(el('div.fact', el('dd', t('likes', { count: card.likes }))))
  if (card.comments) facts.push(el('div.fact', el('dd', t('comments', { count: card.comments }))))
  return facts.length ? el('dl.facts', facts) : null
}

function buttonsOf(card, act) {
  const buttons = [...(card.buttons ?? [])]
  if (card.form) buttons.push({ label: card.form.title, look: 'primary', form: card.form, command: card.form.command })
  if (!buttons.length) return null
  return el(
    'div.buttons',
    buttons.map((button) =>
      el(
        `button.button.button-${button.look}`,
        { type: 'button', onclick: (event) => act.press(button, event.currentTarget) },
        button.emoji ? el('span.button-emoji', { 'aria-hidden': 'true' }, button.emoji) : null,
        button.label,
      ),
    ),
  )
}
