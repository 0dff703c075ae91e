// One message: whose it is, what it answers, its words or card, and the reactions to it.

import { changeCard, drawCard } from './card.js'
import { el, icon, iconButton, settle } from './dom.js'
import { words } from './rich.js'
import { seal } from './seal.js'
import { clock, day, dayKey, exact, t } from './words.js'

const TOGETHER = 7 * 60 // seconds within which one person's messages stand under one name

/** Draw a message; `act` has react, reply, dismiss, jump, press, fill and the emojis. */
export function drawMessage(message, act) {
  const body = el('div.body')
  const node = el(
    'article.message',
    { 'data-id': message.id, tabindex: '-1' },
    el('div.gutter', seal(message.author), el('time.small-time', { datetime: iso(message.at), title: exact(message.at) }, clock(message.at))),
    body,
  )
  const item = el('li.item', node)
  item.message = message
  fillBody(item, body, message, act)
  return item
}

/** Bring a drawn message up to date. */
export function changeMessage(item, message, act) {
  const before = item.message
  item.message = message
  const body = item.querySelector('.body')
  const card = item.querySelector('.card')
  if (before.card && message.card && card) {
    changeCard(card, before.card, message.card, act)
    body.querySelector('.reactions')?.remove()
    addReactions(body, message, act, JSON.stringify(before.reactions) !== JSON.stringify(message.reactions))
  } else {
    body.replaceChildren()
    fillBody(item, body, message, act)
  }
}

/** Put the message into its place among its neighbours: a new day, or the same voice going on. */
export function place(item, previous) {
  const message = item.message
  const newDay = !previous || dayKey(previous.message.at) !== dayKey(message.at)
  const separator = item.querySelector('.day')
  if (newDay && !separator) item.prepend(el('div.day', { role: 'separator' }, el('span', day(message.at))))
  if (!newDay) separator?.remove()
  const same =
    !newDay && !message.reply && !message.asked && !previous.message.private === !message.private &&
    (previous.message.author.user ?? 'bot') === (message.author.user ?? 'bot') &&
    message.at - previous.message.at < TOGETHER
  item.classList.toggle('follows', same)
}

function fillBody(item, body, message, act) {
  item.classList.toggle('private', Boolean(message.private))
  item.classList.toggle('mine', Boolean(message.author.me))
  body.append(
    ...[
      message.reply ? quote(message.reply, act) : message.asked ? asked(message.asked) : null,
      el(
        'header.by',
        el('span.name', { dir: 'auto' }, message.author.name),
        message.author.bot ? el('span.badge', t('bot')) : null,
        el('time', { datetime: iso(message.at), title: exact(message.at) }, clock(message.at)),
        message.edited ? el('span.edited', t('edited')) : null,
      ),
      message.text ? el('p.text', { dir: 'auto' }, words(message.text)) : null,
      message.card ? drawCard(message.card, act) : null,
      message.private ? onlyYou(message, act) : null,
    ].filter(Boolean),
  )
  addReactions(body, message, act, false)
  if (!message.private) body.append(actions(message, act))
}

const iso = (seconds) => new Date(seconds * 1000).toISOString()

function quote(reply, act) {
  if (reply.gone) return el('p.quote.gone', icon('reply'), t('reply-gone'))
  return el(
    'button.quote',
    { type: 'button', onclick: () => act.jump(reply.id) },
    icon('reply'),
    el('span.quote-name', { dir: 'auto' }, reply.author.name),
    el('span.quote-text', { dir: 'auto' }, reply.text),
  )
}

function asked({ by, command }) {
  return el('p.quote', icon('slash'), el('span.quote-text', t('asked', { name: by, command: `/${command}` })))
}

function onlyYou(message, act) {
  return el('p.only-you', icon('eye'), t('private'), ' · ', el('button.link', { type: 'button', onclick: () => act.dismiss(message) }, t('dismiss')))
}

function addReactions(body, message, act, changed) {
  if (!message.reactions?.length) return
  const given = message.reactions.map(({ emoji, count, mine, names }) => {
    const who = t('reacted-by', { names: names.join(', ') })
    return el(
      'button.reaction',
      { type: 'button', 'aria-pressed': String(Boolean(mine)), title: who, 'aria-label': `${emoji} ${count}: ${who}`, 'data-emoji': emoji, onclick: () => act.react(message, emoji, !mine) },
      el('span.reaction-emoji', emoji),
      el('span.reaction-count', String(count)),
    )
  })
  const more = el('button.reaction.reaction-more', { type: 'button', title: t('react'), 'aria-label': t('react'), onclick: (event) => act.pick(message, event.currentTarget) }, icon('smile'))
  const row = el('div.reactions', given, more)
  const bar = body.querySelector(':scope > .actions')
  if (bar) bar.before(row)
  else body.append(row)
  if (changed) settle(row, { opacity: 0.4, transform: 'scale(.96)' })
}

function actions(message, act) {
  const quick = act.emojis.slice(0, 3).map((emoji) =>
    el('button.icon-button.quick', { type: 'button', title: t('react-with', { emoji }), 'aria-label': t('react-with', { emoji }), onclick: () => act.react(message, emoji, !mineOf(message, emoji)) }, emoji),
  )
  return el(
    'div.actions',
    { role: 'group' },
    quick,
    iconButton('smile', t('react'), (event) => act.pick(message, event.currentTarget)),
    iconButton('reply', t('reply'), () => act.reply(message)),
    message.author.me ? iconButton('trash', t('delete'), () => act.remove(message)) : null,
  )
}

const mineOf = (message, emoji) => message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.mine)
