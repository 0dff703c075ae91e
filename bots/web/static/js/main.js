// The page, from opening it to being in the room: who are you, then the conversation.

import { Composer } from './composer.js'
import { askForm, confirm } from './dialog.js'
import { el, icon, iconButton } from './dom.js'
import { Failed, Link } from './link.js'
import { seal } from './seal.js'
import { Timeline } from './timeline.js'
import { toast } from './toast.js'
import { speak, t } from './words.js'
import { welcome } from './welcome.js'

const app = document.getElementById('app')

async function open() {
  const hello = await ask()
  speak(hello.locale, hello.texts)
  document.title = hello.room
  const address = new URL(location.href)
  let invite = address.searchParams.get('invite') ?? ''
  if (!hello.you) {
    invite = await welcome(app, hello, invite)
    hello.you = (await ask()).you
    enter(hello, { invite, at: 'once' })
  } else enter(hello, { invite, at: 'asked' })
  if (address.search) history.replaceState(null, '', '/')
}

/** What the page needs to begin; tries again until the room answers. */
async function ask() {
  for (let pause = 500; ; pause = Math.min(pause * 1.6, 8000)) {
    try {
      const answer = await fetch('/hello', { cache: 'no-store' })
      if (answer.ok) return await answer.json()
    } catch {
      // the room is not there yet
    }
    await new Promise((later) => setTimeout(later, pause))
  }
}

function enter(hello, { invite, at }) {
  let you = hello.you
  const people = el('ul.people')
  const count = el('span.people-count')
  const joinButton = el('button.join', { type: 'button', hidden: true, onclick: () => join('') }, icon('ticket'), t('enter-code-later'))
  const notice = el('p.notice', { role: 'status', hidden: true })

  const link = new Link(hear, (state) => {
    const here = state === 'open'
    composer.connected(here)
    if (state === 'too-large') toast(t('too-large'), 'refused')
    if (here && !notice.hidden) toast(t('back'))
    notice.textContent = t('away')
    notice.hidden = here
    if (!here) stillKnown()
  })

  const order = async (command, values, attachments, key, pressed = false) => {
    timeline.expectOwn()
    const outcome = await link.send({ type: 'command', command, arguments: values, attachments, pressed }, key)
    if (outcome.form) form(outcome.form)
    if (outcome.joined !== undefined) standing({ ...you, joined: outcome.joined })
    return outcome
  }
  const form = (asked) =>
    askForm(asked, hello.limits, async (values, attachments) => (await order(asked.command, values, attachments, undefined, true)).refused)
  const quietly = (promise) =>
    promise.catch((error) => {
      if (!(error instanceof Failed)) throw error
      toast(error.said ?? t('failed'), 'refused')
    })
  const join = (code) =>
    form({ title: t('join-title'), submit: t('join-submit'), command: 'join', fixed: {}, fields: [{ name: 'code', label: t('enter-code'), kind: 'text', value: code, required: true, max_chars: 20, choices: [] }] })

  const act = {
    emojis: hello.emojis,
    fill: (text) => composer.fill(text),
    jump: (id) => timeline.jump(id),
    reply: (message) => composer.replyTo(message),
    react: (message, emoji, on) => quietly(link.send({ type: 'react', message: message.id, emoji, on })),
    dismiss: (message) => quietly(link.send({ type: 'dismiss', message: message.id })),
    remove: async (message) => (await confirm(t('delete-confirm'), t('delete'))) && act.dismiss(message),
    pick: (message, near) => pickEmoji(message, near, act),
    press: async (button, node) => {
      if (button.form) return form(button.form)
      if (button.confirm && !(await confirm(button.confirm, button.label))) return
      node.disabled = true
      await quietly(order(button.command, button.arguments ?? {}, {}, undefined, true))
      node.disabled = false
    },
  }

  const composer = new Composer({
    commands: hello.commands,
    limits: hello.limits,
    say: (text, reply, key) => {
      timeline.expectOwn()
      return link.send({ type: 'say', text, reply_to: reply }, key)
    },
    order,
    films: () => timeline.films(),
  })
  const timeline = new Timeline(act, (before) => link.send({ type: 'older', before }), emptyStage(act))

  function hear(event) {
    if (event.type === 'message') timeline.merge([event.message], true)
    if (event.type === 'people') showPeople(event.people)
    if (event.type !== 'welcome') return
    if (event.fresh) timeline.reset(event.messages, event.more)
    else timeline.merge(event.messages, true)
    showPeople(event.people)
    standing(event.you)
    if (invite && !you.joined) {
      if (at === 'once') quietly(order('join', { code: invite }, {}))
      else join(invite)
    }
    invite = ''
  }
  function standing(now) {
    you = now
    joinButton.hidden = you.joined
  }
  function showPeople(list) {
    count.textContent = t('people-count', { count: list.length })
    people.replaceChildren(...list.map((person) => el('li', seal(person), el('span.person', { dir: 'auto' }, person.name))))
  }
  let asking = false
  async function stillKnown() {
    if (asking) return
    asking = true
    const again = await ask()
    asking = false
    if (!again.you) location.reload()
  }

  const wing = el(
    'aside.wing',
    { id: 'wing' },
    el('div.brand', el('img', { src: '/static/art/mark.svg', alt: '', width: '40', height: '40' }), el('h1', hello.room)),
    el('p.wing-line', t('tagline')),
    el('h2', t('people'), ' ', count),
    people,
    joinButton,
  )
  app.replaceChildren(
    el('a.skip', { href: '#composer' }, t('skip')),
    el(
      'div.room',
      wing,
      el(
        'main.house',
        el('div.curtain', { 'aria-hidden': 'true' }),
        el(
          'header.lintel',
          el('img.lintel-mark', { src: '/static/art/mark.svg', alt: '', width: '28', height: '28' }),
          el('h2.channel', el('span.hash', '#'), t('channel')),
          el('p.topic', t('channel-topic')),
          iconButton('people', t('menu'), () => document.body.classList.toggle('wing-open'), '.menu'),
        ),
        notice,
        timeline.node,
        composer.node,
      ),
    ),
  )
  document.addEventListener('click', (event) => {
    if (!wing.contains(event.target) && !event.target.closest('.menu')) document.body.classList.remove('wing-open')
  })
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.body.classList.remove('wing-open')
    const typing = event.target.closest?.('input, textarea, select, dialog, .screen')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      composer.fill('')
      composer.box.value = '/'
      composer.box.dispatchEvent(new Event('input'))
    }
  })
  standing(you)
  link.connect()
  if (!matchMedia('(pointer: coarse)').matches) composer.box.focus()
}

function emptyStage(act) {
  const strips = [1, 2, 3, 4].map((number) => {
    const text = t(`example-${number}`)
    return el('button.strip', { type: 'button', onclick: () => act.fill(`/make ${text}`) }, el('span', text))
  })
  return el(
    'div.empty',
    { hidden: true },
    el('img.empty-picture', { src: '/static/art/stage.svg', alt: '', width: '580', height: '446' }),
    el('h2', t('empty-title')),
    el('p', t('empty-lead')),
    el('div.strips', strips),
  )
}

function pickEmoji(message, near, act) {
  document.querySelector('.picker')?.remove()
  const close = () => {
    picker.remove()
    removeEventListener('pointerdown', outside, true)
  }
  const outside = (event) => picker.contains(event.target) || close()
  const mine = new Set((message.reactions ?? []).filter((reaction) => reaction.mine).map((reaction) => reaction.emoji))
  const picker = el(
    'div.picker',
    { role: 'menu', 'aria-label': t('react') },
    act.emojis.map((emoji) =>
      el('button', { type: 'button', role: 'menuitem', 'aria-label': t('react-with', { emoji }), 'data-mine': String(mine.has(emoji)), onclick: () => { close(); near.focus(); act.react(message, emoji, !mine.has(emoji)) } }, emoji),
    ),
  )
  picker.onkeydown = (event) => {
    const buttons = [...picker.children]
    const at = buttons.indexOf(document.activeElement)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus()
    if (event.key === 'Escape') {
      close()
      near.focus()
    }
  }
  document.body.append(picker)
  const place = near.getBoundingClientRect()
  const { width, height } = picker.getBoundingClientRect()
  picker.style.setProperty('left', `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`)
  picker.style.setProperty('top', `${place.top > height + 12 ? place.top - height - 6 : place.bottom + 6}px`)
  picker.firstChild.focus()
  addEventListener('pointerdown', outside, true)
}

open()
