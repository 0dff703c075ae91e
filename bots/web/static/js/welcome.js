// The door: pick a name, with or without an invite.

import { el } from './dom.js'
import { t } from './words.js'

/** Show the door; resolves with the invite code that was typed once the room has let them in. */
export function welcome(app, hello, invite) {
  return new Promise((resolve) => {
    const name = el('input', { id: 'name', name: 'name', maxlength: hello.limits.name, required: true, autocomplete: 'nickname', dir: 'auto' })
    const code = el('input', { id: 'code', name: 'code', maxlength: '20', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', value: invite })
    const error = el('p.form-error', { role: 'alert', hidden: true })
    const submit = el('button.button.button-primary.enter', { type: 'submit' }, t('enter-submit'))
    const form = el(
      'form.ticket',
      el('p.ticket-lead', hello.unowned ? t('enter-owner') : t('enter-lead')),
      el('div.field', el('label', { for: 'name' }, t('enter-name')), name),
      hello.unowned ? null : el('div.field', el('label', { for: 'code' }, t('enter-code')), code, el('p.field-hint', t('enter-code-hint'))),
      error,
      submit,
    )
    form.onsubmit = async (event) => {
      event.preventDefault()
      submit.disabled = true
      error.hidden = true
      try {
        const answer = await fetch('/enter', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: name.value }) })
        const said = await answer.json()
        if (!answer.ok) throw new Error(said.refused)
        resolve(hello.unowned ? '' : code.value.trim())
      } catch (failure) {
        error.textContent = failure instanceof TypeError ? t('away') : failure.message
        error.hidden = false
        name.focus()
      } finally {
        submit.disabled = false
      }
    }
    app.replaceChildren(
      el(
        'main.door',
        el('div.door-stage', el('img.door-picture', { src: '/static/art/stage.svg', alt: '', width: '580', height: '446' })),
        el('div.door-side', el('header.door-head', el('h1', hello.room), el('p', t('tagline'))), form),
      ),
    )
    if (!matchMedia('(pointer: coarse)').matches) name.focus() // a keyboard on the screen would hide the stage
  })
}
