// A picture on its way: shown at once, sent at once, its upload id there when it has arrived.

import { el, icon, iconButton } from './dom.js'
import { t } from './words.js'

export class Picture {
  upload = null
  #address = null

  /** `changed()` is told when the picture has arrived, failed or gone. */
  constructor(limits, changed = () => {}) {
    this.limits = limits
    this.changed = changed
    this.input = el('input.unseen', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/gif', tabindex: '-1', 'aria-label': t('choose-picture') })
    this.input.onchange = () => this.input.files[0] && this.take(this.input.files[0])
    this.node = el('div.picture')
    this.#draw()
  }

  choose() {
    this.input.click()
  }

  get busy() {
    return Boolean(this.sending)
  }

  get empty() {
    return !this.#address
  }

  /** Show a file that is still waiting for its turn to be sent. */
  show(file) {
    this.clear()
    this.#address = URL.createObjectURL(file)
    this.sending = file
    this.#draw()
  }

  /** Send a file; what went wrong stands beside the picture, in words. */
  async take(file) {
    this.show(file)
    this.changed()
    let failed = null
    try {
      if (file.size > this.limits.upload) throw new Error(t('refusal-upload-large', { limit: Math.round(this.limits.upload / 2 ** 20) }))
      const answer = await fetch('/upload', { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } })
      const said = await answer.json()
      if (!answer.ok) throw new Error(said.refused)
      if (this.sending === file) this.upload = said.upload
    } catch (error) {
      failed = error instanceof TypeError || error instanceof SyntaxError ? t('away') : error.message
    }
    if (this.sending !== file) return
    this.sending = null
    this.#draw(failed)
    this.changed(failed)
  }

  clear() {
    if (this.#address) URL.revokeObjectURL(this.#address)
    this.#address = this.upload = this.sending = null
    this.input.value = ''
    this.#draw()
  }

  #draw(failed = null) {
    const shown = this.#address
      ? el('div.thumb', { 'data-busy': String(this.busy) }, el('img', { src: this.#address, alt: '' }), iconButton('close', t('attach-remove'), () => { this.clear(); this.changed() }))
      : el('button.button', { type: 'button', onclick: () => this.choose() }, icon('picture'), t('choose-picture'))
    const word = failed ?? (this.busy ? t('attaching') : '')
    this.node.replaceChildren(this.input, shown, word ? el(failed ? 'span.picture-word.failed' : 'span.picture-word', { role: 'status' }, word) : '')
  }
}
