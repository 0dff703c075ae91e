// The box in which people write: words, or a command with its options and pictures.

import { el, icon, iconButton, settle } from './dom.js'
import { Failed } from './link.js'
import { Options, Palette } from './palette.js'
import { Pictures } from './pictures.js'
import { toast } from './toast.js'
import { t } from './words.js'

const COMMAND = /^[/／]([a-z]*)(?:[\s　]+([\s\S]*))?$/i
const TOUCH = matchMedia('(pointer: coarse)')

export class Composer {
  #reply = null
  #failed = null // the last frame that did not get through, to be sent again under the same key

  /** `say(text, reply, key)` and `order(command, arguments, attachments, key)` send; `films()` are those in sight. */
  constructor({ commands, limits, say, order, films }) {
    this.commands = commands
    this.say = say
    this.order = order
    this.limits = limits
    this.box = el('textarea.box', {
      id: 'composer', rows: '1', placeholder: t('composer'), 'aria-label': t('composer'), dir: 'auto', role: 'combobox', enterkeyhint: TOUCH.matches ? 'enter' : 'send',
      'aria-controls': 'palette', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox',
    })
    const most = Math.max(1, ...commands.map(({ parameters }) => parameters.filter(({ kind }) => kind === 'picture').length))
    this.pictures = new Pictures(limits, most, () => this.#draw())
    this.pictures.node.hidden = true
    this.palette = new Palette(commands, this.box, (command, how) => this.#picked(command, how))
    this.options = new Options({
      pictures: () => this.pictures,
      films,
      choose: (id) => this.fill(`/${this.#command().command.name} ${id}`),
      changed: (what) => what === 'done' && this.submit(),
    })
    this.banner = el('div.reply-banner', { hidden: true })
    this.count = el('span.count', { hidden: true })
    this.send = el('button.send', { type: 'submit', title: t('send'), 'aria-label': t('send') }, icon('send'))
    const form = el(
      'form.desk',
      iconButton('plus', t('attach'), () => this.pictures.choose(), '.attach'),
      iconButton('slash', t('commands'), () => this.#slash(), '.slash'),
      this.box,
      this.count,
      this.send,
    )
    form.onsubmit = (event) => {
      event.preventDefault()
      this.submit()
    }
    this.node = el('div.composer', this.palette.node, el('div.composer-card', this.banner, this.options.node, this.pictures.node, form))
    this.box.addEventListener('input', () => this.#typed())
    this.box.addEventListener('keydown', (event) => this.#key(event))
    this.box.addEventListener('paste', (event) => this.#files(event.clipboardData?.files, event))
    this.box.addEventListener('blur', () => setTimeout(() => this.node.contains(document.activeElement) || this.palette.close(), 100))
    this.#acceptDrops()
    this.#typed()
  }

  /** Put text into the box, ready to go on writing. */
  fill(text) {
    this.box.value = text
    this.#typed()
    this.palette.close()
    this.box.focus()
    this.box.setSelectionRange(text.length, text.length)
  }

  replyTo(message) {
    this.#reply = message
    this.banner.replaceChildren(icon('reply'), el('span', t('replying', { name: message.author.name })), iconButton('close', t('reply-cancel'), () => this.#noReply()))
    this.banner.hidden = false
    settle(this.banner)
    this.box.focus()
  }

  connected(here) {
    this.box.placeholder = here ? t('composer') : t('composer-reconnecting')
  }

  async submit() {
    if (this.pictures.busy) return
    const text = this.box.value
    const command = this.#command()
    const reply = this.#reply
    if (!text.trim() && !this.pictures.uploads.length) return
    if (!command && text.length > this.limits.text) return toast(t('refusal-text-long', { limit: this.limits.text, length: text.length }), 'refused')
    const attempt = JSON.stringify([text, reply?.id, this.options.values(), this.pictures.uploads])
    const key = this.#failed?.attempt === attempt ? this.#failed.key : undefined
    const sent = command ? this.#order(command, key) : this.say(text, reply?.id ?? null, key)
    const brought = this.pictures.uploads.length > 0
    this.#clear()
    try {
      const outcome = await sent
      this.#failed = null
      if (outcome?.refused) this.#restore(text, reply)
      else if (brought) this.pictures.clear()
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      if (!error.said) this.#failed = { attempt, key: error.key }
      this.#restore(text, reply)
      toast(error.said ?? t('failed'), 'refused')
    }
    this.#draw()
  }

  #order({ command, rest }, key) {
    const values = this.options.values()
    const words = rest.trim()
    if (words && command.positional) values[command.positional] = words
    const names = (command.parameters ?? []).filter(({ kind }) => kind === 'picture').map(({ name }) => name)
    const attachments = Object.fromEntries(this.pictures.uploads.slice(0, names.length).map((upload, at) => [names[at], upload]))
    return this.order(command.name, values, attachments, key)
  }

  /** The command being written, known or not: `{command, rest}`; null for plain words. */
  #command() {
    const match = this.box.value.match(COMMAND)
    if (!match || !match[1]) return null
    const name = match[1].toLowerCase()
    return { command: this.commands.find((command) => command.name === name) ?? { name, parameters: [] }, rest: match[2] ?? '' }
  }

  #typed() {
    const match = this.box.value.match(COMMAND)
    this.palette.filter(match && match[2] === undefined && !/\s$/.test(this.box.value) ? match[1].toLowerCase() : null)
    const written = this.#command()
    const known = written && match[2] !== undefined ? written.command : null
    this.options.show(known?.parameters?.length ? known : null)
    this.#draw()
  }

  #draw() {
    this.box.style.setProperty('height', 'auto')
    this.box.style.setProperty('height', `${Math.min(this.box.scrollHeight, innerHeight * 0.4)}px`)
    const over = this.box.value.length - this.limits.text
    this.count.hidden = over < -200 || this.#command() !== null
    this.count.textContent = String(-over)
    this.count.classList.toggle('over', over > 0)
    this.pictures.node.hidden = this.pictures.empty
    this.send.disabled = this.pictures.busy || (!this.box.value.trim() && !this.pictures.uploads.length)
  }

  #key(event) {
    // while an input method composes, Enter accepts its suggestion; Safari tells only by keyCode 229
    if (event.isComposing || event.keyCode === 229) return
    if (this.palette.open && this.palette.key(event)) return event.preventDefault()
    if (event.key === 'Escape' && this.#reply) return this.#noReply()
    if (event.key === 'Enter' && !event.shiftKey && !(TOUCH.matches && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault()
      this.submit()
    }
  }

  #picked(command, how) {
    // a name typed in full runs, unless it needs something or is waiting for a story to be told
    const whole = this.box.value.trim() === `/${command.name}`
    const complete = command.parameters.every((one) => !one.required && one.kind !== 'long_text')
    if (how === 'run' && (!command.parameters.length || (whole && complete))) {
      this.box.value = `/${command.name}`
      this.palette.close()
      return this.submit()
    }
    this.fill(`/${command.name} `)
  }

  #slash() {
    if (!this.box.value.match(COMMAND)) this.box.value = `/${this.box.value ? `make ${this.box.value}` : ''}`
    this.box.focus()
    this.#typed()
  }

  #files(files, event) {
    const all = [...(files ?? [])]
    if (!all.length) return
    const pictures = all.filter((file) => file.type.startsWith('image/'))
    event.preventDefault()
    this.#take(pictures.length ? pictures : all.slice(0, 1))
  }

  #take(files) {
    const written = this.#command()
    if (!written?.command.parameters?.some(({ kind }) => kind === 'picture')) this.fill(`/make ${written ? written.rest : this.box.value}`)
    this.pictures.take(files)
  }

  #acceptDrops() {
    this.pictures.input.onchange = () => this.pictures.input.files.length && this.#take([...this.pictures.input.files])
    const veil = el('div.drop-veil', { hidden: true }, el('p', icon('picture'), t('drop')))
    document.body.append(veil)
    const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files')
    addEventListener('dragover', (event) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      veil.hidden = false
    })
    addEventListener('dragleave', (event) => event.relatedTarget || (veil.hidden = true))
    addEventListener('drop', (event) => {
      veil.hidden = true
      if (holdsFiles(event)) this.#files(event.dataTransfer.files, event)
    })
  }

  #noReply() {
    this.#reply = null
    this.banner.hidden = true
  }

  #clear() {
    this.box.value = ''
    this.#noReply()
    this.#typed()
  }

  #restore(text, reply) {
    if (this.box.value) return // they are already writing something else
    this.box.value = text
    this.#typed()
    this.palette.close()
    if (reply) this.replyTo(reply)
  }
}
