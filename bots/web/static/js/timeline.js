// The channel's messages in the order of their ids, each once, the highest version of each.

import { announce, el, icon, settle } from './dom.js'
import { changeMessage, drawMessage, place } from './message.js'
import { t } from './words.js'

const NEAR = 120 // px from the foot within which the page follows what is said

export class Timeline {
  #items = new Map()
  #following = true
  #loading = false
  #more = false
  #unread = 0

  /** `load(before)` fetches older messages: `{messages, more}`; `empty` is shown while nothing has begun. */
  constructor(act, load, empty) {
    this.act = act
    this.load = load
    this.list = el('ol.messages', { role: 'log', 'aria-live': 'off', 'aria-label': t('log') })
    this.head = el('div.head')
    this.pill = el('button.pill', { type: 'button', hidden: true, onclick: () => this.follow() }, icon('down'), el('span'))
    this.empty = empty
    this.scroller = el('div.scroller', { tabindex: '0' }, el('div.column', this.head, this.list, empty))
    this.node = el('section.timeline', this.scroller, this.pill)
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    new ResizeObserver(() => this.#following && this.#toFoot()).observe(this.list)
    new ResizeObserver(() => this.#following && this.#toFoot()).observe(this.scroller)
    document.addEventListener('visibilitychange', () => this.#countUnread(0))
    this.title = document.title
  }

  /** Begin afresh with the newest messages. */
  reset(messages, more) {
    this.#items.clear()
    this.list.replaceChildren()
    this.#more = more
    this.merge(messages)
    this.#headline()
    this.follow()
  }

  /** Take in messages, new ones and changes; `live` ones are announced. */
  merge(messages, live = false) {
    for (const message of messages) this.#take(message, live)
    this.#invite()
    if (this.#following) this.#toFoot()
  }

  get(id) {
    return this.#items.get(id)?.message
  }

  /** The newest films in sight, newest first, each once: `{id, title}`. */
  films(most = 5) {
    const found = new Map()
    for (const { message } of [...this.list.children].reverse()) {
      const { clip, title } = message.card ?? {}
      if (clip && title && !found.has(clip) && found.size < most) found.set(clip, { id: clip, title })
    }
    return [...found.values()]
  }

  /** Show a message and point at it, fetching older ones if need be. */
  async jump(id) {
    for (let tries = 0; tries < 20 && !this.#items.has(id) && this.#more; tries++) await this.#older()
    const item = this.#items.get(id)
    if (!item) return
    this.#following = false
    item.scrollIntoView({ block: 'center', behavior: 'smooth' })
    item.classList.remove('pointed')
    void item.offsetWidth // restarts the animation
    item.classList.add('pointed')
    item.querySelector('.message').focus({ preventScroll: true })
  }

  /** Back to the newest message. */
  follow() {
    this.#following = true
    this.#toFoot()
    this.pill.hidden = true
  }

  /** One's own words always come into view. */
  expectOwn() {
    this.#following = true
  }

  #take(message, live) {
    const item = this.#items.get(message.id)
    if (message.deleted) {
      if (!item) return
      const next = item.nextElementSibling
      item.remove()
      this.#items.delete(message.id)
      if (next) place(next, next.previousElementSibling)
      return
    }
    if (item) {
      if (message.version > item.message.version) changeMessage(item, message, this.act)
      return
    }
    if (this.#more && message.id < (this.list.firstElementChild?.message.id ?? 0)) return // in a page not loaded yet
    this.#insert(message, live)
  }

  #insert(message, live) {
    const item = drawMessage(message, this.act)
    let after = this.list.lastElementChild
    while (after && after.message.id > message.id) after = after.previousElementSibling
    if (after) after.after(item)
    else this.list.prepend(item)
    this.#items.set(message.id, item)
    place(item, item.previousElementSibling)
    if (item.nextElementSibling) place(item.nextElementSibling, item)
    if (!live) return
    settle(item)
    const words = message.text || message.card?.text || message.card?.title || ''
    announce(`${message.author.name}: ${words.slice(0, 200)}`)
    if (!this.#following) {
      this.pill.hidden = false
      this.pill.querySelector('span').textContent = t('new-messages')
    }
    if (document.hidden && !message.author.me) this.#countUnread(this.#unread + 1)
  }

  /** Examples hang on the stage until something has been said or is being made. */
  #invite() {
    const begun = [...this.#items.values()].some(({ message }) => !message.private || message.card?.clip)
    this.empty.hidden = begun
    this.empty.classList.toggle('beside', this.#items.size > 0)
    this.head.hidden = this.#items.size === 0
  }

  #countUnread(count) {
    this.#unread = document.hidden ? count : 0
    document.title = this.#unread ? `(${this.#unread}) ${this.title}` : this.title
  }

  #toFoot() {
    this.scroller.scrollTop = this.scroller.scrollHeight
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller
    const gap = scrollHeight - scrollTop - clientHeight
    this.#following = gap < NEAR
    if (this.#following) this.pill.hidden = true
    else if (gap > clientHeight && this.pill.hidden) {
      this.pill.hidden = false
      this.pill.querySelector('span').textContent = t('newest')
    }
    if (scrollTop < 240 && this.#more) this.#older()
  }

  async #older() {
    if (this.#loading || !this.#more) return
    this.#loading = true
    try {
      const first = this.list.firstElementChild
      const { messages, more } = await this.load(first.message.id)
      this.#more = Boolean(more)
      const { scrollHeight, scrollTop } = this.scroller
      for (const message of [...messages].reverse()) if (!this.#items.has(message.id)) this.#insert(message, false)
      this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight
    } catch {
      // the next scroll tries again
    } finally {
      this.#loading = false
      this.#headline()
    }
  }

  #headline() {
    this.head.replaceChildren(this.#more ? el('p.older', t('older')) : el('p.beginning', t('beginning')))
  }
}
